"""The best passages of many, as the formula ranks them, without putting the formula to each of them.

Bounds say what each block of passages, and in these each passage, can score at most. The most promising are scored
first; what then cannot reach the last of the best is never looked at (Turtle and Flood 1995, MaxScore, by block as in
Ding and Suel 2011). The result is that of `ranking.rank`, to the last bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import promising
from retrieval.bounds import SLACK, Bounds
from retrieval.ranking import WEIGHTS, Ranked, scores_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.plan import Plan
    from retrieval.ranking import Weights
    from retrieval.scope import Scope

GROUPS, BLOCKS = 64, 96  # groups, and of their blocks, that are looked at first
PORTION = 128  # passages scored at once, at first; then twice as many, and so on
LATEST = 1024  # the most at once
TOO_MANY = 16_384  # passages that are left, from which closer bounds are worth their price


def best(plan: Plan, scope: Scope, most: int, weights: Weights = WEIGHTS) -> Ranked:
    """Return so many passages of a scope that fit a question best."""
    return Search(plan, scope, weights).best(most)


class Search:
    """A search under way: the passages that were scored, and what a passage must reach to be among the best."""

    def __init__(self, plan: Plan, scope: Scope, weights: Weights = WEIGHTS) -> None:
        """Begin to search a scope for what fits a question."""
        self._plan, self._scope, self._weights = plan, scope, weights
        self._most, self._least = 0, 0.0
        self._numbers = np.zeros(0, dtype=np.int64)
        self._scores = np.zeros(0)
        self._bounds: Bounds | None = None
        self._closely = not any(len(one.places) or len(one.kin_places) or one.bearers for one in plan.content)

    def best(self, most: int, least: float = 0.0) -> Ranked:
        """Return so many of the best passages; what was found out for fewer of them is not found out again.

        Args:
            most: How many, or as many as there are.
            least: What each of them has to score.
        """
        self._most, self._least = most, least
        if self._scope.small or most >= self._scope.size:
            self._numbers = self._scope.numbers
            self._scores = scores_of(self._plan, self._numbers, self._weights, many=self._scope.many)
            return self._found
        if not self._follow(self._scope.size if self._closely else TOO_MANY):
            self._bounds, self._closely = None, True
            self._follow(self._scope.size)
        return self._found

    def _follow(self, limit: int) -> bool:
        """Score what the bounds promise; tell whether nothing else can be among the best.

        Gives up where more passages than a limit are left after the most promising.
        """
        bounds = self._bounds = self._bounds or Bounds(self._plan, self._scope, self._weights, closely=self._closely)
        if not len(self._numbers):
            self._begin(bounds)
        numbers, promised = self._promising(bounds)
        if len(numbers) > limit:
            return False
        order = np.argsort(-promised, kind="stable")
        start, portion = 0, PORTION
        while start < len(order) and promised[order[start]] >= self._required:
            chosen = order[start : start + portion]
            self._score(numbers[chosen[promised[chosen] >= self._required]])
            start, portion = start + portion, min(2 * portion, LATEST)
        return True

    @property
    def _found(self) -> Ranked:
        """The best; where too few score anything, though they need not, the first of the others."""
        if self._last > 0 or self._least > 0 or len(self._numbers) == self._scope.size:
            enough = self._scores >= self._least
            return _ordered(self._numbers[enough], self._scores[enough], self._most)
        others = np.setdiff1d(self._scope.numbers[: self._most + len(self._numbers)], self._numbers, assume_unique=True)
        scores = np.concatenate([self._scores, np.zeros(len(others))])
        return _ordered(np.concatenate([self._numbers, others]), scores, self._most)

    @property
    def _required(self) -> float:
        """What a bound must reach; more than 0, because what is bounded by 0 scores 0."""
        return max(max(self._last, self._least) * (1 - SLACK), float(np.finfo(np.float32).tiny))

    @property
    def _last(self) -> float:
        """The score of the last of the best so far, 0 as long as these are too few."""
        if len(self._scores) < self._most:
            return 0.0
        return float(-np.partition(-self._scores, self._most - 1)[self._most - 1])

    def _begin(self, bounds: Bounds) -> None:
        """Score the passages that promise most, as far as that is told soon."""
        blocks, promised = bounds.likely(promising(bounds.groups, GROUPS))
        numbers, promised = bounds.passages(blocks[promising(promised, BLOCKS)])
        self._score(numbers[np.argsort(-promised, kind="stable")[:PORTION]])

    def _promising(self, bounds: Bounds) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the passages that are not scored yet and may be among the best, with their bounds."""
        blocks = bounds.blocks(np.flatnonzero(bounds.groups >= self._required), self._required)
        numbers, promised = bounds.passages(blocks)
        numbers = np.setdiff1d(numbers[promised >= self._required], self._numbers, assume_unique=True)
        numbers = numbers[bounds.close(numbers) >= self._required]
        promised = bounds.closer(numbers)
        enough = promised >= self._required
        return numbers[enough], promised[enough]

    def _score(self, numbers: NDArray[np.int64]) -> None:
        numbers = np.sort(numbers)
        scores = scores_of(self._plan, numbers, self._weights, many=self._scope.many)
        self._numbers = np.concatenate([self._numbers, numbers])
        self._scores = np.concatenate([self._scores, scores])


def _ordered(numbers: NDArray[np.int64], scores: NDArray[np.float64], most: int) -> Ranked:
    """Return so many of some passages, the best first; equal scores in the order of the transcripts."""
    order = np.lexsort((numbers, -scores))[:most]
    return Ranked(numbers=numbers[order], scores=scores[order])
