"""The ranking: one formula over counts of words in a passage and around it.

    score = Σ word  idf · (Σ field  weight · saturation(count in the field))
          + Σ pair  idf · weight · saturation(count of the two words side by side)
          + the share of the question that is credited to its answer

Every term is BM25's own (`bm25.saturation`), so a passage's score is a sum of comparable parts. Weights were set on the
development sets; each line says what it is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bm25 import FLOOR, PIVOT, inverse_document_frequency, saturation
from retrieval.index import Index, Ranges, count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.question import QueryWord, Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """How much each part of the formula counts, the words of the passage itself counting 1."""

    function: float = 0.2  # stop words too: short turns have little else
    turn: float = 0.4  # the whole of a long turn that the passage is cut from
    near: float = 0.2  # 150 words on either side: the thread of the talk
    far: float = 0.4  # 400 words on either side: its topic
    pair: float = 0.2  # two words of the question side by side
    speaker: float = 1.0  # “What did Ross say …” is answered by Ross
    transcript: float = 0.75  # when many are searched, one that is about the question
    credit: float = 1.0  # an answer owns the score of the question that it answers


NEAR, FAR = 150, 400
WEIGHTS = Weights()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """Passages by score, the best first; equal scores in the order of the transcripts."""

    numbers: NDArray[np.int64]
    scores: NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Where a word is counted: a range for each passage, and the length that counts as average there."""

    weight: float
    ranges: Ranges
    pivot: float

    def saturation(self, places: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return the weight of a word with these places, for each passage."""
        lengths = np.maximum(self.ranges.ends - self.ranges.starts, FLOOR)
        return saturation(count(places, self.ranges), lengths, self.pivot)


def rank(index: Index, question: Question, numbers: NDArray[np.int64], weights: Weights = WEIGHTS) -> Ranked:
    """Rank passages, given by number in ascending order, for a question."""
    bounds = index.question_bounds[numbers]
    questions = np.unique(np.concatenate([_spread(bounds), numbers]))
    scores = _score(index, question, questions, weights)
    own = scores[np.searchsorted(questions, numbers)]
    if not question.wants_asker:
        own = own + weights.credit * _credit(bounds, questions, scores)
    order = np.argsort(-own, kind="stable")
    return Ranked(numbers=numbers[order], scores=own[order])


def _score(index: Index, question: Question, numbers: NDArray[np.int64], weights: Weights) -> NDArray[np.float64]:
    """Return the scores of passages, without what their questions are credited with."""
    content = set(question.content)
    own, *others = _fields(index, numbers, weights)
    scores = np.zeros(len(numbers))
    for word in question.distinct:
        places, idf = places_of(index, word), idf_of(index, word)
        said = own.saturation(places)
        scores += idf * weights.function * said
        if word in content:
            scores += idf * (said + sum(field.weight * field.saturation(places) for field in others))
            scores += idf * weights.speaker * _spoken_by(index, word)[index.speaker_of[numbers]]
    return scores + weights.pair * _pairs(index, question, own)


def _fields(index: Index, numbers: NDArray[np.int64], weights: Weights) -> list[Field]:
    """Return the fields of some passages, the passage itself first."""
    fields = [
        Field(weight=1.0, ranges=index.own(numbers), pivot=PIVOT),
        Field(weight=weights.turn, ranges=index.turns(numbers), pivot=PIVOT),
        Field(weight=weights.near, ranges=index.around(numbers, NEAR), pivot=PIVOT + 2 * NEAR),
        Field(weight=weights.far, ranges=index.around(numbers, FAR), pivot=PIVOT + 2 * FAR),
    ]
    if len(np.unique(index.transcript_of[numbers])) > 1:
        average = max(len(index.stream) / len(index.transcripts), 1.0)
        fields.append(Field(weight=weights.transcript, ranges=index.whole(numbers), pivot=average))
    return fields


def places_of(index: Index, word: QueryWord) -> NDArray[np.int32]:
    """Return the places of a word in the stream, whichever of its terms stands there, in order."""
    if len(word.terms) == 1:
        return index.places_of(word.terms[0])
    return np.unique(np.concatenate([index.places_of(term) for term in word.terms]))


def idf_of(index: Index, word: QueryWord) -> float:
    """Return a word's inverse document frequency, that of its commonest term; a guess counts less."""
    return word.trust * min(index.okapi.idf_of(term) for term in word.terms)


def _spoken_by(index: Index, word: QueryWord) -> NDArray[np.float64]:
    """Return for each speaker, and last for nobody, 1 where the name holds the word, else 0."""
    return np.array([*(bool(names & {*word.terms}) for names in index.speaker_terms), False], dtype=float)


def _pairs(index: Index, question: Question, own: Field) -> NDArray[np.float64]:
    """Return the scores for neighbouring content words that stand side by side, weighed as a term of their own."""
    scores = np.zeros(len(own.ranges.starts))
    content = set(question.content)
    for first, second in pairwise(word for word in question.words if word in content):
        places = np.intersect1d(places_of(index, first), places_of(index, second) - 1, assume_unique=True)
        if len(places):
            frequency = len(np.unique(np.searchsorted(index.passage_starts, places, side="right")))
            idf = inverse_document_frequency(len(index.passages), np.array([frequency]))[0]
            scores += idf * own.saturation(places)
    return scores


def _spread(bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return every number within half-open bounds of shape (n, 2)."""
    widest = int((bounds[:, 1] - bounds[:, 0]).max(initial=0))
    reach = bounds[:, :1] + np.arange(widest)
    return reach[reach < bounds[:, 1:]]


def _credit(bounds: NDArray[np.int64], numbers: NDArray[np.int64], scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each passage the best score among the passages of its question, 0 without a question."""
    widest = int((bounds[:, 1] - bounds[:, 0]).max(initial=0))
    credit = np.zeros(len(bounds))
    for step in range(widest):
        within = bounds[:, 0] + step < bounds[:, 1]
        questions = np.searchsorted(numbers, bounds[within, 0] + step)
        credit[within] = np.maximum(credit[within], scores[questions])
    return credit
