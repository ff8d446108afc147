"""How likely it is that the best passage answers: a logistic regression over a handful of readable facts."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bm25 import inverse_document_frequency
from retrieval.index import Ranges, count
from retrieval.ranking import NEAR, idf_of, places_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.question import QueryWord, Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What speaks for the best passage; shares are of the question's content words, weighed by how rare each is.

    Attributes:
        near: Share that stands in the passage or within 150 words of it.
        known: Share that occurs anywhere in what was searched.
        names: How many capitalised words of the question occur nowhere.
        length: Natural logarithm of one plus the number of content words.
        score: The passage's score over the sum of the words' inverse document frequencies.
        speaker: 1 when the question names somebody who speaks in what was searched, else 0.
        absent: 1 when it names somebody who speaks in the library, but not there, else 0.
    """

    near: float
    known: float
    names: float
    length: float
    score: float
    speaker: float
    absent: float


def evidence(index: Index, question: Question, scope: NDArray[np.int64], best: int, score: float) -> Evidence:
    """Return what speaks for passage `best`, found with `score` among the passages of a scope."""
    named = [word for word in question.content if _speakers(index, word)]
    here = [word for word in named if _speakers(index, word) & {*index.speaker_of[scope].tolist()}]
    topic = [word for word in question.content if word not in named] or list(question.content)
    weights = np.array([_weight(index, word) for word in topic])
    near = np.array([word.trust * _in(index, word, index.around(np.array([best]), NEAR)) for word in topic])
    known = np.array([word.trust * occurs(index, word, scope) for word in topic])
    return Evidence(
        near=float(weights @ near / weights.sum()),
        known=float(weights @ known / weights.sum()),
        names=float(sum(_capital(question, word) and not share for word, share in zip(topic, known, strict=True))),
        length=math.log1p(len(topic)),
        score=score / sum(idf_of(index, word) for word in question.content),
        speaker=float(bool(here)),
        absent=float(len(here) < len(named)),
    )


SMALLEST = 100
WEIGHTS = (2.113, 0.22, -0.216, 1.131, 1.749, 1.311, -0.977)
BIAS = -4.707
THRESHOLD = 0.33


def confidence(facts: Evidence) -> float:
    """Return the probability, 0 to 1, that a passage with this evidence answers."""
    logit = BIAS + sum(weight * fact for weight, fact in zip(WEIGHTS, astuple(facts), strict=True))
    return 1 / (1 + math.exp(-logit))


def occurs(index: Index, word: QueryWord, scope: NDArray[np.int64]) -> bool:
    """Tell whether a word is spoken anywhere in a scope, or is part of the name of somebody who speaks there."""
    spoken = bool(np.any(count(places_of(index, word), index.own(scope))))
    return spoken or bool(_speakers(index, word) & {*index.speaker_of[scope].tolist()})


def _weight(index: Index, word: QueryWord) -> float:
    """Return a word's inverse document frequency as if the library were not tiny: in one interview nothing is rare."""
    size = max(len(index.passages), SMALLEST)
    frequency = len(np.unique(np.searchsorted(index.passage_starts, places_of(index, word), side="right")))
    return float(inverse_document_frequency(size, np.array([frequency]))[0])


def _in(index: Index, word: QueryWord, ranges: Ranges) -> bool:
    return bool(count(places_of(index, word), ranges)[0])


def _speakers(index: Index, word: QueryWord) -> set[int]:
    """Return the numbers of the speakers whose name holds a word."""
    return {number for number, names in enumerate(index.speaker_terms) if names & {*word.terms}}


def _capital(question: Question, word: QueryWord) -> bool:
    """Tell whether a word is written as a name; the first word always is, so it does not count."""
    return word.typed[0].isupper() and word is not question.words[0]
