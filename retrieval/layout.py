"""Blocks of passages: how far their words reach, so that a bound for many passages costs what one would.

Every part of the ranking formula counts a word within some range of the stream. What lies in the range of any of a
block's passages lies in the block's, and no passage's range is shorter than the block's shortest.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arrays import distinct
from retrieval.bm25 import FLOOR, PIVOT, halfway

if TYPE_CHECKING:
    from numpy.typing import NDArray

BESIDE, AROUND = 20, 400
"""Words on either side of a passage that the formula looks at."""
SHORT = 15  # words at which the weight of what stands beside is halved
BITS = 3
BLOCK = 1 << BITS  # passages
GROUP = 16  # blocks
CELL = 7
"""Places of the stream are counted in cells of 2 to this power, as binary logarithm."""
NEVER = 1 << 30  # longer than any passage, and later than any


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Reach:
    """How far each block of passages reaches, each array a row or two for a block; every range is half-open.

    Attributes:
        around: Cells that words around the block's passages lie in, shape (blocks, 2).
        turns: Cells of the block's turns that are cut into several passages; equal for none.
        questions: Blocks of the questions that the block's passages answer; equal for none.
        transcripts: The first and the last transcript in the block.
        shortest: The fewest words in one passage, around one and in one turn that is cut, shape (blocks, 3).
    """

    around: NDArray[np.int32]
    turns: NDArray[np.int32]
    questions: NDArray[np.int32]
    transcripts: NDArray[np.int32]
    shortest: NDArray[np.int32]

    @classmethod
    def of(
        cls,
        starts: NDArray[np.int32],
        transcript_starts: NDArray[np.int64],
        turn_bounds: NDArray[np.int32],
        question_bounds: NDArray[np.int32],
    ) -> Reach:
        """Tell how far blocks reach, given where each passage starts in the stream and what it belongs to."""
        transcripts = np.repeat(np.arange(len(transcript_starts) - 1, dtype=np.int32), np.diff(transcript_starts))
        edges = starts[transcript_starts]
        around = (
            np.maximum(starts[:-1] - AROUND, edges[transcripts]),
            np.minimum(starts[1:] + AROUND, edges[transcripts + 1]),
        )
        cut = turn_bounds[:, 1] - turn_bounds[:, 0] > 1
        turns = np.where(cut, starts[turn_bounds[:, 0]], NEVER), np.where(cut, starts[turn_bounds[:, 1]], 0)
        answers = question_bounds[:, 0] < question_bounds[:, 1]
        asked = np.where(answers, question_bounds[:, 0], NEVER), np.where(answers, question_bounds[:, 1], 0)
        lengths = np.diff(starts), around[1] - around[0], np.where(cut, turns[1] - turns[0], NEVER)
        return cls(
            around=_reach(*around, 1 << CELL),
            turns=_reach(*turns, 1 << CELL),
            questions=_reach(*asked, BLOCK),
            transcripts=np.column_stack([_least(transcripts, BLOCK), _most(transcripts, BLOCK)]),
            shortest=np.column_stack([_least(length, BLOCK) for length in lengths]).astype(np.int32),
        )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Units:
    """Blocks, or groups of neighbouring blocks: what they reach, each array in the order of the units.

    Attributes:
        around: The first cell of what lies around the passages, and the first after it.
        turns: The same of turns that are cut; equal for none.
        questions: The first unit of the questions that the passages answer, and the first after them; equal for none.
        transcripts: The first and the last transcript.
        around_half: How often a word must occur around a passage to weigh half of what it can, at the least.
        beside_half: The same right beside a passage.
        turn_half: The same in a turn that is cut.
        short: How much what stands beside the shortest passage counts.
    """

    around: NDArray[np.intp]
    turns: NDArray[np.intp]
    questions: NDArray[np.intp]
    transcripts: NDArray[np.intp]
    around_half: NDArray[np.float32]
    beside_half: NDArray[np.float32]
    turn_half: NDArray[np.float32]
    short: NDArray[np.float32]

    @classmethod
    def of(cls, reach: Reach, size: int) -> Units:
        """Measure units of so many blocks."""
        own, around, turn = np.maximum(shortest := _least(reach.shortest, size), FLOOR).T
        turns = np.where((reach.turns[:, :1] < reach.turns[:, 1:]), reach.turns, (NEVER, 0))
        asked = np.where((reach.questions[:, :1] < reach.questions[:, 1:]), reach.questions, (NEVER, 0))
        return cls(
            around=_spanned(reach.around, size),
            turns=_spanned(turns, size),
            questions=_spanned(np.column_stack([asked[:, 0] // size, -(-asked[:, 1] // size)]), size),
            transcripts=_spanned(reach.transcripts, size),
            around_half=_single(halfway(around, PIVOT + 2 * AROUND)),
            beside_half=_single(halfway(own, PIVOT + 2 * BESIDE)),
            turn_half=_single(halfway(turn, PIVOT)),
            short=_single(SHORT / (SHORT + shortest[:, 0])),
        )

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.short)

    def some(self, numbers: NDArray[np.int64]) -> Units:
        """Return some of the units, given by number."""
        return Units(**{field.name: getattr(self, field.name).take(numbers, axis=-1) for field in fields(self)})


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Edges:
    """The cells at which ranges of groups and of transcripts begin and end: few of all cells are.

    Attributes:
        cells: Each once, in order.
        before: For each cell, how many of the edges are not behind it.
        groups: The groups of blocks, whose ranges of cells are given by the numbers of their edges.
        whole: The transcripts, likewise.
    """

    cells: NDArray[np.int32]
    before: NDArray[np.int32]
    groups: Units
    whole: NDArray[np.intp]

    @classmethod
    def of(cls, groups: Units, whole: NDArray[np.intp], cells: int) -> Edges:
        """Find the edges of groups and transcripts, given by their ranges of so many cells."""
        at = distinct(np.concatenate([one.ravel() for one in (groups.around, groups.turns, whole)]))
        around, turns, transcripts = (np.searchsorted(at, one) for one in (groups.around, groups.turns, whole))
        return cls(
            cells=at.astype(np.int32),
            before=np.cumsum(np.bincount(at, minlength=cells)[:cells]).astype(np.int32),
            groups=replace(groups, around=around, turns=turns),
            whole=transcripts,
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Layout:
    """What lies where; written down with an index, for to measure it takes as long as to answer a question.

    Attributes:
        blocks: What blocks of passages reach, in cells.
        edges: Where the ranges of groups of blocks, and of transcripts, begin and end.
        lengths: The words in each transcript.
    """

    blocks: Units
    edges: Edges
    lengths: NDArray[np.int32]

    @classmethod
    def of(
        cls,
        starts: NDArray[np.int32],
        transcript_starts: NDArray[np.int64],
        turn_bounds: NDArray[np.int32],
        question_bounds: NDArray[np.int32],
    ) -> Layout:
        """Return the layout of passages, given where each starts in the stream and what it belongs to."""
        reach = Reach.of(starts, transcript_starts, turn_bounds, question_bounds)
        edges = starts[transcript_starts].astype(np.int64)
        whole = np.array([edges[:-1] >> CELL, -(-edges[1:] // (1 << CELL))], dtype=np.intp)
        return cls(
            blocks=Units.of(reach, 1),
            edges=Edges.of(Units.of(reach, GROUP), whole, cells_of(int(starts[-1]))),
            lengths=np.diff(edges).astype(np.int32),
        )

    @cached_property
    def average(self) -> float:
        """How many words a transcript holds on average."""
        return max(float(self.lengths.sum(dtype=np.int64)) / max(len(self.lengths), 1), 1.0)

    @cached_property
    def half(self) -> NDArray[np.float32]:
        """How often a word must occur in each transcript to weigh half of what it can."""
        return _single(halfway(np.maximum(self.lengths, FLOOR), self.average))

    @property
    def cells(self) -> int:
        """How many cells the stream has."""
        return len(self.edges.before)


def cells_of(words: int) -> int:
    """Return how many cells a stream of so many words has."""
    return (words >> CELL) + 1


def _single(numbers: NDArray[np.float64]) -> NDArray[np.float32]:
    return numbers.astype(np.float32)


def _reach(starts: NDArray[np.int32], ends: NDArray[np.int32], unit: int) -> NDArray[np.int32]:
    """Return the units that the ranges of each block's passages lie in; equal where all are empty."""
    first, last = _least(starts, BLOCK) // unit, -(-_most(ends, BLOCK) // unit)
    return np.column_stack([np.minimum(first, last), last]).astype(np.int32)


def _spanned(ranges: NDArray[np.integer[Any]], size: int) -> NDArray[np.intp]:
    """Return what so many neighbouring ranges span, shape (2, spans); equal where all are empty."""
    first, last = _least(ranges[:, 0], size), _most(ranges[:, 1], size)
    return np.array([np.minimum(first, last), last], dtype=np.intp)


def _least(numbers: NDArray[np.integer[Any]], size: int) -> NDArray[np.integer[Any]]:
    """Return the least of each so many rows."""
    if size == 1 or not len(numbers):
        return numbers
    return np.minimum.reduceat(numbers, np.arange(0, len(numbers), size), axis=0)


def _most(numbers: NDArray[np.integer[Any]], size: int) -> NDArray[np.integer[Any]]:
    """Return the most of each so many rows."""
    if size == 1 or not len(numbers):
        return numbers
    return np.maximum.reduceat(numbers, np.arange(0, len(numbers), size), axis=0)
