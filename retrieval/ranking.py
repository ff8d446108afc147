"""The ranking: one formula over counts of words in a passage and around it.

    score = Σ word  idf · Σ field  weight · saturation(count of the word in the field)
          + Σ word  idf · weight, where the word names the passage's speaker
          + Σ pair  idf · weight · saturation(count of the two words side by side)
          + weight · what the words of the question that the passage answers score

and among many transcripts less of all that in one in another language than the question's, and where a question is
answered, so that archives in which only some transcripts tell who asks are ranked fairly.

Every part is BM25's own measure, so that a score is a sum of comparable things. The weights were set on interviews,
meetings, dialogues and earnings calls; beside each stands what it is for. What was tried and brought nothing: a second
window of 150 words, the turn that follows, answer types (a number for “how many”), character prefixes, query expansion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from retrieval.arrays import cumulated, distinct, highest
from retrieval.bm25 import FLOOR, K1, PIVOT, halfway
from retrieval.layout import AROUND, BESIDE, SHORT
from retrieval.plan import planned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.index import Index, Ranges
    from retrieval.plan import Plan, Sought
    from retrieval.question import Question

Score = TypeVar("Score", np.float32, np.float64)


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
    speaks: float = 3.0  # so many times as much where the question says that it is Ross who says it,
    addressed: float = 0.2  # the more so the more the question holds besides his name
    named: float = 0.3  # a speaker's name tells who speaks and hardly what about: what it counts elsewhere
    credit: float = 1.5  # an answer owns the score of the question that it answers,
    answering: float = 0.6  # but does not outbid, by counting twice, transcripts whose labels tell of no question
    foreign: float = 0.4  # who asks in English rather reads English, where the same is said in both


WEIGHTS = Weights()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """Passages by score, the best first; equal scores in the order of the transcripts."""

    numbers: NDArray[np.int64]
    scores: NDArray[np.float64]


class Fields:
    """Where words are counted: for each field, the passage itself first, a range and a weight for each passage."""

    def __init__(self, index: Index, numbers: NDArray[np.int64], weights: Weights, *, many: bool) -> None:
        """Take passages by number in ascending order, and whether they are of many transcripts."""
        own = index.own(numbers)
        beside = weights.beside * SHORT / (SHORT + own.ends - own.starts)
        fields: list[tuple[NDArray[np.float64] | float, Ranges, float]] = [
            (1.0, own, PIVOT),
            (weights.turn, index.turns(numbers), PIVOT),
            (beside, index.around(numbers, BESIDE), PIVOT + 2 * BESIDE),
            (weights.around, index.around(numbers, AROUND), PIVOT + 2 * AROUND),
        ]
        if many:
            fields.append((weights.transcript, index.whole(numbers), index.layout.average))
        self._weights = np.array([np.broadcast_to(weight, len(numbers)) for weight, _, _ in fields])
        self._edges = np.array([[ranges.starts, ranges.ends] for _, ranges, _ in fields], dtype=np.int32)
        self._halves = np.array(
            [halfway(np.maximum(ranges.ends - ranges.starts, FLOOR), pivot) for _, ranges, pivot in fields]
        )

    def score(self, places: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return what a word with these places counts in each field, shape (fields, passages)."""
        return self._scored(places, slice(None))

    def own(self, places: NDArray[np.int32]) -> NDArray[np.float64]:
        """Return what a word with these places counts in the passages themselves."""
        return np.asarray(self._scored(places, slice(1))[0])

    def _scored(self, places: NDArray[np.int32], fields: slice) -> NDArray[np.float64]:
        edges = np.searchsorted(places, self._edges[fields])
        counts = edges[:, 1] - edges[:, 0]
        scores: NDArray[np.float64] = self._weights[fields] * (counts * (K1 + 1) / (counts + self._halves[fields]))
        return scores


def rank(index: Index, question: Question, numbers: NDArray[np.int64], weights: Weights = WEIGHTS) -> Ranked:
    """Rank passages, given by number in ascending order, for a question: the formula as it stands, for each of them."""
    several = len(distinct(index.transcripts_of(with_questions(index, numbers)))) > 1
    own = scores_of(planned(question, index), numbers, weights, many=several)
    order = np.argsort(-own, kind="stable")
    return Ranked(numbers=numbers[order], scores=own[order])


def scores_of(plan: Plan, numbers: NDArray[np.int64], weights: Weights = WEIGHTS, *, many: bool) -> NDArray[np.float64]:
    """Return the scores of passages, given by number in ascending order.

    Args:
        plan: The question.
        numbers: The passages.
        weights: How much each part counts.
        many: Whether many transcripts are searched, so that they too are told apart.
    """
    questions = with_questions(plan.index, numbers)
    told = _told(plan, questions, weights, many=many)
    scores = told[np.searchsorted(questions, numbers)] + speaking(plan, numbers, weights)
    if not plan.question.wants_asker:
        scores += weights.credit * credited(plan.index.question_bounds[numbers], questions, told)
    if not many:
        return scores
    foreign = plan.foreign[plan.index.transcripts_of(numbers)]
    return scores * np.where(foreign, weights.foreign, 1) * kept(plan.index, numbers, weights)


def kept(index: Index, numbers: NDArray[np.int64], weights: Weights = WEIGHTS) -> NDArray[np.float64]:
    """Return what passages keep of their scores among many transcripts: less where a question brings some of it."""
    first, past = index.question_bounds[numbers].T
    return np.where(first < past, weights.answering, 1.0)


def _told(plan: Plan, numbers: NDArray[np.int64], weights: Weights, *, many: bool) -> NDArray[np.float64]:
    """Return what the words in and around passages score."""
    fields = Fields(plan.index, numbers, weights, many=many)
    scores = np.zeros(len(numbers))
    for sought in plan.words:
        if sought not in plan.content:
            scores += sought.idf * weights.function * fields.own(sought.places)
            continue
        told = fields.score(sought.places)
        scores += sought.idf * weights.function * told[0]
        scores += topic_of(sought, weights) * told.sum(axis=0)
        if len(sought.kin_places):
            scores += sought.idf * weights.kin * fields.own(sought.kin_places)
    for pair in plan.pairs:
        scores += weights.pair * pair.idf * fields.own(pair.places)
    return scores


def speaking(plan: Plan, numbers: NDArray[np.int64], weights: Weights = WEIGHTS) -> NDArray[np.float64]:
    """Return what passages score for who speaks; a question that somebody asks brings its answer nothing of that."""
    speakers = plan.index.speaker_of[numbers]
    scores, addressed = np.zeros(len(numbers)), np.zeros(len(numbers), dtype=bool)
    for sought in plan.content:
        if sought.bearers:
            bears = sought.names(len(plan.index.speakers))[speakers]
            scores += spoken_by(sought, weights) * bears
            addressed |= bears
    return scores + plan.mass * weights.addressed * addressed


def topic_of(sought: Sought, weights: Weights) -> float:
    """Return what a word that is spoken counts; where the question says who speaks, that name is no topic at all."""
    if not sought.bearers:
        return sought.idf
    return 0.0 if sought.word.speaks else sought.idf * weights.named


def spoken_by(sought: Sought, weights: Weights) -> float:
    """Return what a word counts where it names the passage's speaker."""
    return sought.idf * weights.speaker * (weights.speaks if sought.word.speaks else 1.0)


def with_questions(index: Index, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return passages and those of the questions that they answer, each once, in order."""
    bounds = index.question_bounds.take(numbers, axis=0)
    fresh = np.ones(len(bounds), dtype=bool)  # neighbours mostly answer the same question
    np.not_equal(bounds[1:, 0], bounds[:-1, 0], out=fresh[1:])
    return distinct(np.concatenate([spread(bounds[fresh]), numbers]))


def spread(bounds: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Return every number within half-open bounds of shape (n, 2)."""
    lengths = np.maximum(bounds[:, 1] - bounds[:, 0], 0)
    starts = cumulated(lengths)
    return np.repeat(bounds[:, 0] - starts[:-1], lengths) + np.arange(starts[-1])


def credited(bounds: NDArray[np.int32], numbers: NDArray[np.int64], scores: NDArray[Score]) -> NDArray[Score]:
    """Return for each passage the best score among the passages of its question, 0 without a question.

    Args:
        bounds: First and one past the last passage of each passage's question.
        numbers: Passages in ascending order, all of those questions among them.
        scores: What these score.
    """
    credit = np.zeros(len(bounds), dtype=scores.dtype)
    answering = np.flatnonzero(bounds[:, 0] < bounds[:, 1])
    questions = bounds[answering]
    first = np.searchsorted(numbers, questions[:, 0])
    credit[answering] = highest(scores, first, first + questions[:, 1] - questions[:, 0] - 1)
    return credit
