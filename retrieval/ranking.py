"""The ranking: one formula over counts of words in a passage and around it.

    score = Σ word  idf · Σ field  weight · saturation(count of the word in the field)
          + Σ word  idf · weight, where the word names the passage's speaker
          + Σ pair  idf · weight · saturation(count of the two words side by side)
          + weight · score of the question that the passage answers

Every part is BM25's own measure, so that a score is a sum of comparable things. The weights were set on interviews,
meetings, dialogues and earnings calls; beside each stands what it is for. What was tried and brought nothing: a second
window of 150 words, the turn that follows, answer types (a number for “how many”), character prefixes, query expansion.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bm25 import FLOOR, PIVOT, saturation
from retrieval.index import Index, Ranges, count, within

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.question import QueryWord, Question
    from retrieval.terms import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """How much each part of the formula counts, a word in the passage itself counting 1."""

    function: float = 0.25  # stop words and “said” in the passage: short turns have little else
    kin: float = 0.5  # “agreement” where the question says “agreed”
    turn: float = 0.4  # the whole of the turn that a passage is cut from
    beside: float = 0.3  # the words right before and after: a short turn is half of an exchange
    around: float = 0.4  # the topic of the talk
    transcript: float = 0.6  # when many are searched, one that is about the question
    pair: float = 0.3  # two words of the question side by side
    speaker: float = 0.8  # “What did Ross say …” is answered by Ross,
    addressed: float = 0.2  # the more so the more the question holds besides his name
    named: float = 0.3  # a speaker's name tells who speaks and hardly what about: what it counts elsewhere
    credit: float = 1.5  # an answer owns the score of the question that it answers


BESIDE, AROUND = 20, 400  # words on either side
SHORT = 15  # words at which the weight of what stands beside is halved
WEIGHTS = Weights()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """Passages by score, the best first; equal scores in the order of the transcripts."""

    numbers: NDArray[np.int64]
    scores: NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Where a word is counted: a range and a weight for each passage, and the length that counts as average there."""

    weight: NDArray[np.float64] | float
    ranges: Ranges
    pivot: float

    def score(self, places: NDArray[np.int32]) -> NDArray[np.float64] | float:
        """Return what a word with these places counts in this field, for each passage, or 0 for all."""
        if not len(places):
            return 0.0
        lengths = np.maximum(self.ranges.ends - self.ranges.starts, FLOOR)
        return self.weight * saturation(count(places, self.ranges), lengths, self.pivot)


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
    content, reach = set(question.content), index.reach(numbers)
    own, *others = _fields(index, numbers, weights)
    addressed = np.zeros(len(index.speakers) + 1, dtype=bool)
    scores = np.zeros(len(numbers))
    for word in question.distinct:
        idf, places = idf_of(index, word), within(places_of(index, word), reach)
        scores += idf * weights.function * own.score(places)
        if word in content:
            bearers = _bearers(index, word)
            topic = idf * (weights.named if bearers.any() else 1.0)
            scores += topic * sum(field.score(places) for field in (own, *others))
            scores += idf * weights.kin * own.score(within(_places(index, word.kin), reach))
            scores += idf * weights.speaker * bearers[index.speaker_of[numbers]]
            addressed |= bearers
    mass = sum(idf_of(index, word) for word in content)
    scores += mass * weights.addressed * addressed[index.speaker_of[numbers]]
    return scores + weights.pair * _pairs(index, question, own, reach)


def _fields(index: Index, numbers: NDArray[np.int64], weights: Weights) -> list[Field]:
    """Return the fields of some passages, the passage itself first."""
    own = index.own(numbers)
    beside = weights.beside * SHORT / (SHORT + own.ends - own.starts)
    fields = [
        Field(weight=1.0, ranges=own, pivot=PIVOT),
        Field(weight=weights.turn, ranges=index.turns(numbers), pivot=PIVOT),
        Field(weight=beside, ranges=index.around(numbers, BESIDE), pivot=PIVOT + 2 * BESIDE),
        Field(weight=weights.around, ranges=index.around(numbers, AROUND), pivot=PIVOT + 2 * AROUND),
    ]
    if len(np.unique(index.transcript_of[numbers])) > 1:
        average = max(len(index.stream) / len(index.transcripts), 1.0)
        fields.append(Field(weight=weights.transcript, ranges=index.whole(numbers), pivot=average))
    return fields


def places_of(index: Index, word: QueryWord) -> NDArray[np.int32]:
    """Return the places of a word in the stream, whichever of its terms or runs stands there, in order."""
    if not word.runs:
        return _places(index, word.terms)
    runs = (index.places_of_run(run) for run in word.runs)
    return np.unique(np.concatenate([_places(index, word.terms), *runs]))


def _places(index: Index, terms: tuple[Term, ...]) -> NDArray[np.int32]:
    if len(terms) == 1:
        return index.places_of(terms[0])
    return np.unique(np.concatenate([index.places[:0], *(index.places_of(term) for term in terms)]))


def idf_of(index: Index, word: QueryWord) -> float:
    """Return a word's inverse document frequency, that of its commonest term; a guess counts less."""
    runs = (index.idf_at(index.places_of_run(run)) for run in word.runs)
    return word.trust * min([*(index.okapi.idf_of(term) for term in word.terms), *runs])


def _bearers(index: Index, word: QueryWord) -> NDArray[np.bool_]:
    """Return for each speaker, and last for nobody, whether the name holds the word."""
    bearers = np.zeros(len(index.speakers) + 1, dtype=bool)
    bearers[list(index.bearers(word.terms, offices=word.speaks))] = True
    return bearers


def _pairs(index: Index, question: Question, own: Field, reach: tuple[int, int]) -> NDArray[np.float64]:
    """Return the scores for neighbouring content words that stand side by side, weighed as a term of their own."""
    scores = np.zeros(len(own.ranges.starts))
    content = set(question.content)
    for first, second in pairwise(word for word in question.words if word in content):
        if len(within(places_of(index, first), reach)) and len(within(places_of(index, second), reach)):
            places = np.intersect1d(places_of(index, first), places_of(index, second) - 1, assume_unique=True)
            scores += index.idf_at(places) * own.score(within(places, reach))
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
