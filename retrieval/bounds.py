"""What passages can score at most, told from postings and from counts by block: cheap, and never too low.

A saturation grows with the count and falls with the length. So a field's part of the score is bounded by the count of
the word in all that the block's passages reach and by the shortest of them. The passage's own words are not bounded but
counted, from the postings. Sums are float32; `SLACK` covers their rounding.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from retrieval.arrays import distinct, highest, portions
from retrieval.bm25 import FLOOR, IMPACT, K1, PIVOT, halfway
from retrieval.layout import AROUND, BESIDE, BITS, BLOCK, CELL, GROUP, SHORT
from retrieval.ranking import credited, spoken_by, spread, topic_of, with_questions
from retrieval.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from retrieval.layout import Units
    from retrieval.plan import Plan, Sought
    from retrieval.ranking import Weights
    from retrieval.scope import Scope

Bounding: TypeAlias = "Callable[[NDArray[np.int64]], NDArray[np.float32]]"
Counting: TypeAlias = "Callable[[Tally, NDArray[np.intp]], NDArray[np.float32]]"
MOST = K1 + 1  # what a saturation never reaches
SLACK = 1e-4  # of a bound: hundreds of times what a sum of float32 can be off


class Bounds:
    """Bounds of every passage's score for a question, from what the passage holds and from where it stands."""

    def __init__(self, plan: Plan, scope: Scope, weights: Weights, *, closely: bool) -> None:
        """Bound a question.

        Args:
            plan: The question.
            scope: What is searched.
            weights: Of the formula.
            closely: Whether function words are counted too, which takes long, for they are everywhere.
        """
        index = plan.index
        self._plan, self._scope, self._weights = plan, scope, weights
        self._width = -(-len(index.layout.blocks) // GROUP) * GROUP  # whole groups
        self._own = np.zeros(self._width * BLOCK, dtype=np.float32)
        self._transcripts = np.zeros(len(index.transcripts), dtype=np.float32)
        self._tallies: list[tuple[np.float32, Tally]] = []
        self._function = 0.0
        for sought in plan.content:
            self._add_own(sought)
            self._add_near(sought)
        self._add_speakers()
        self._add_pairs()
        for sought in plan.function:
            self._add_function(sought, closely=closely)

    @cached_property
    def groups(self) -> NDArray[np.float32]:
        """The bounds of the best passage of each group; below 0 for those without a passage in scope."""
        bounds = self._whole(self._best_of_groups + self._near_groups, self._credit_of_groups)
        bounds[~self._scope.groups] = -1
        return bounds

    def likely(self, groups: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the blocks in scope of some groups, and bounds of their best passages that are soon told.

        What is near a group's passages bounds what is near a block's.
        """
        blocks = (groups[:, np.newaxis] * GROUP + np.arange(GROUP)).ravel()
        blocks = blocks[: np.searchsorted(blocks, len(self._scope.blocks))]
        blocks = blocks[self._scope.blocks[blocks]]
        of = blocks // GROUP
        return blocks, self._whole(self._best[blocks] + self._near_groups[of], self._credit_of_groups[of])

    def blocks(self, groups: NDArray[np.int64], required: float) -> NDArray[np.int64]:
        """Return the blocks in scope of some groups of which the best passages may reach what they must."""
        blocks, bounds = self.likely(groups)
        blocks = blocks[bounds >= required]
        near, credit = self._rest(blocks)
        return blocks[self._whole(self._best[blocks] + near, credit) >= required]

    def passages(self, blocks: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the passages in scope of some blocks, and bounds of their scores."""
        numbers = (blocks[:, np.newaxis] * BLOCK + np.arange(BLOCK)).ravel()
        near, credit = self._rest(blocks)
        alone = self._own.reshape(BLOCK, -1).take(blocks, axis=1).T + near[:, np.newaxis]
        bounds = self._whole(alone, credit[:, np.newaxis])
        inside = self._scope.holds(numbers[: np.searchsorted(numbers, len(self._plan.index.passages))])
        return numbers[: len(inside)][inside], bounds.ravel()[: len(inside)][inside]

    def close(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return closer bounds of passages, by the very questions that they answer."""
        return self._credited(numbers, self._alone)

    def closer(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return still closer bounds of passages, by what each reaches instead of what its block does."""
        return self._credited(numbers, self._closely_alone)

    def _credited(self, numbers: NDArray[np.int64], alone: Bounding) -> NDArray[np.float32]:
        """Return the bounds of passages, given how they are bounded without what their questions bring them."""
        if not self._credits:
            return alone(numbers)
        index = self._plan.index
        asked = with_questions(index, numbers)
        bounds = alone(asked)
        questions = index.question_bounds.take(numbers, axis=0)
        credit = self._credits * credited(questions, asked, bounds)
        kept = np.where(questions[:, 0] < questions[:, 1], self._kept, np.float32(1))
        whole: NDArray[np.float32] = kept * (bounds[np.searchsorted(asked, numbers)] + credit)
        return whole

    def _alone(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        blocks = numbers // BLOCK
        self._learn(blocks)
        bounds: NDArray[np.float32] = self._own[self._slots(numbers)] + self._known[blocks]
        return bounds

    def _learn(self, blocks: NDArray[np.int64]) -> None:
        """Work out what passages of some blocks score for what is near, once for each block."""
        missing = blocks[np.isnan(self._known[blocks])]
        if len(missing):
            missing = distinct(missing)
            self._known[missing] = self._near(self._plan.index.layout.blocks.some(missing), Tally.between_cells)

    @cached_property
    def _known(self) -> NDArray[np.float32]:
        """What was worked out so far, for each block."""
        return np.full(self._width, np.nan, dtype=np.float32)

    @cached_property
    def _best(self) -> NDArray[np.float32]:
        """The bounds of what the best passage of each block scores for its own words."""
        best: NDArray[np.float32] = self._own.reshape(BLOCK, -1).max(axis=0)
        return best

    @cached_property
    def _best_of_groups(self) -> NDArray[np.float32]:
        """The same of each group."""
        best = self._best
        while len(best) * GROUP > self._width:
            best = np.maximum(best[::2], best[1::2])  # by halves, as NumPy is slow along a short axis
        return best

    @cached_property
    def _near_groups(self) -> NDArray[np.float32]:
        """The bounds of what passages of each group score for what is near."""
        return self._near(self._plan.index.layout.edges.groups, Tally.between_edges)

    @cached_property
    def _credit_of_groups(self) -> NDArray[np.float32]:
        """The bounds of what passages of each group score for their questions."""
        questions = self._plan.index.layout.edges.groups.questions
        return self._credit(questions, lambda: self._best_of_groups + self._near_groups)

    def _rest(self, blocks: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the bounds of what passages of some blocks score for what is near, and for their questions."""
        asked = self._plan.index.layout.blocks.questions.take(blocks, axis=1)
        self._learn(np.concatenate([blocks, spread(asked.T)]))
        return self._known[blocks], self._credit(asked, lambda: self._best + self._known)

    def _credit(self, questions: NDArray[np.intp], alone: Callable[[], NDArray[np.float32]]) -> NDArray[np.float32]:
        """Return what units gain by their questions, given the units that these lie in and what those score alone."""
        credit = np.zeros(questions.shape[1], dtype=np.float32)
        first, past = questions
        answering = np.flatnonzero(first < past)
        if self._credits and len(answering):
            credit[answering] = self._credits * highest(alone(), first[answering], past[answering] - 1)
        return credit

    def _whole(self, alone: NDArray[np.float32], credit: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the bounds of units in which some passages own the credit of their questions, and others do not."""
        whole: NDArray[np.float32] = np.maximum(alone, self._kept * (alone + credit))
        return whole

    @property
    def _kept(self) -> np.float32:
        """How much of its score a passage keeps that answers a question."""
        return np.float32(self._weights.answering if self._scope.many else 1.0)

    @property
    def _credits(self) -> np.float32:
        """How much of the score of its question an answer owns."""
        return np.float32(0.0 if self._plan.question.wants_asker else self._weights.credit)

    def _closely_alone(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        index, weights = self._plan.index, self._weights
        own = index.own(numbers)
        lengths = own.ends - own.starts
        turns = index.turn_bounds.take(numbers, axis=0)
        cut = turns[:, 1] - turns[:, 0] > 1
        fields = (
            (np.float32(weights.around), index.around(numbers, AROUND), PIVOT + 2 * AROUND),
            (
                (weights.beside * SHORT / (SHORT + lengths)).astype(np.float32),
                index.around(numbers, BESIDE),
                PIVOT + 2 * BESIDE,
            ),
            ((weights.turn * cut).astype(np.float32), index.turns(numbers), PIVOT),
        )
        bounds = self._own[self._slots(numbers)] + self._transcripts[index.transcripts_of(numbers)]
        bounds += np.float32(self._function)
        for weight, ranges, pivot in fields:
            edges = np.array([ranges.starts >> CELL, (ranges.ends - 1 >> CELL) + 1], dtype=np.intp)
            half = halfway(np.maximum(ranges.ends - ranges.starts, FLOOR), pivot).astype(np.float32)
            for most, tally in self._tallies:
                times = tally.between_cells(edges)
                bounds += most * weight * (times / (times + half))
        return bounds

    def _slots(self, numbers: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
        """Return where passages lie in `_own`: the first of all blocks, then the second; a column is a block."""
        slots = numbers & BLOCK - 1  # a remainder takes ten times as long
        slots *= slots.dtype.type(self._width)
        slots += numbers >> BITS
        return slots.astype(np.int64, copy=False)

    def _add(self, passages: NDArray[np.integer[Any]], gains: NDArray[np.float32] | np.float32) -> None:
        np.add.at(self._own, self._slots(passages), gains)

    def _add_own(self, sought: Sought) -> None:
        """Add what a word and its kin count in a passage, and in its turn as far as that is the passage."""
        weights, topic = self._weights, topic_of(sought, self._weights)
        own = sought.idf * weights.function + topic * (1 + weights.turn)
        for number in self._numbers(sought):
            self._add_postings(number, own)
        for number in sought.kin:
            self._add_postings(number, sought.idf * weights.kin)

    def _add_postings(self, number: int, weight: float) -> None:
        passages, impacts = self._plan.index.postings.bounds_of(number)
        for own, gains in zip(portions(passages), portions(impacts), strict=True):
            self._add(own, np.float32(weight * IMPACT) * gains)

    def _add_near(self, sought: Sought) -> None:
        """Add what a word counts in transcripts, and remember where it stands for what it counts around passages."""
        if not len(sought.places):
            return
        layout, most = self._plan.index.layout, np.float32(topic_of(sought, self._weights) * MOST)
        tally = Tally(sought.places, layout, self._before_cells(sought))
        times = tally.between_edges(layout.edges.whole)
        self._transcripts += most * np.float32(self._weights.transcript) * (times / (times + layout.half))
        self._tallies.append((most, tally))

    def _before_cells(self, sought: Sought) -> NDArray[np.int32] | None:
        """Return how many of a word's places lie before each cell, if that was counted once and for all."""
        return self._plan.index.frequent.before_cells(sought.numbers[0]) if sought.single else None

    def _near(self, units: Units, count: Counting) -> NDArray[np.float32]:
        """Return what passages of some units score at most for words around them, in their turns and transcripts."""
        weights = self._weights
        near = highest(self._transcripts, *units.transcripts) + np.float32(self._function)
        around, turn = np.float32(weights.around), np.float32(weights.turn)
        beside = np.float32(weights.beside) * units.short
        for most, tally in self._tallies:
            times = count(tally, units.around)
            each = around * (times / (times + units.around_half)) + beside * (times / (times + units.beside_half))
            times = count(tally, units.turns)
            near += most * (each + turn * (times / (times + units.turn_half)))
        return near

    def _add_function(self, sought: Sought, *, closely: bool) -> None:
        weight = sought.idf * self._weights.function
        if not closely:
            peaks = self._plan.index.postings.peaks
            self._function += weight * IMPACT * sum(int(peaks[number]) for number in self._numbers(sought))
            return
        for number in self._numbers(sought):
            self._add_postings(number, weight)

    def _add_speakers(self) -> None:
        """Add what the passages of those who are named gain."""
        index, weights = self._plan.index, self._weights
        gains = np.zeros(len(index.speakers) + 1, dtype=np.float32)
        for sought in self._plan.content:
            gains[[*sought.bearers]] += np.float32(spoken_by(sought, weights))
        named = np.flatnonzero(gains)
        gains[named] += np.float32(self._plan.mass * weights.addressed)
        if len(named):
            spoken = [index.spoken.of(number) for number in named.tolist()]
            self._add(np.concatenate(spoken), np.repeat(gains[named], [len(passages) for passages in spoken]))

    def _add_pairs(self) -> None:
        """Add what two words side by side gain."""
        for pair in self._plan.pairs:
            self._add(pair.passages, np.float32(self._weights.pair * pair.idf * MOST))

    def _numbers(self, sought: Sought) -> tuple[int, ...]:
        """Return terms that stand wherever a word does: its own, and of each run the rarest."""
        index = self._plan.index
        runs = [[index.terms.get(term) for term in run] for run in sought.word.runs]
        rarest = [min((one for one in run if one is not None), key=index.frequency) for run in runs if None not in run]
        return (*sought.numbers, *rarest)
