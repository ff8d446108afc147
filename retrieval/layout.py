"""Blocks of passages: how far their words reach, so that a bound for many passages costs what one would.

Every part of the ranking formula counts a word within some range of the stream. What lies in the range of any of a
block's passages lies in the block's, and no passage's range is shorter than the block's shortest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bm25 import FLOOR, PIVOT, halfway

if TYPE_CHECKING:
    from numpy.typing import NDArray

BESIDE, AROUND = 20, 400
"""Words on either side of a passage that the formula looks at."""
SHORT = 15  # words at which the weight of what stands beside is halved
BLOCK = 16  # passages
CELL = 7
"""Places of the stream are counted in cells of 2 to this power, as binary logarithm."""
NEVER = 1 << 30  # longer than any passage, and later than any


@dataclass(frozen=True, kw_only=True, eq=False)
class Layout:
    """What lies where, block by block; every range is half-open.

    Attributes:
        around: Cells that words around the block's passages lie in, shape (blocks, 2).
        turns: Cells of the block's turns that are cut into several passages; equal for none.
        questions: Blocks of the questions that the block's passages answer; equal for none.
        transcripts: The first and the last transcript in the block.
        shortest: The fewest words in one passage, around one and in one turn that is cut, shape (blocks, 3).
        lengths: The words in each transcript.
    """

    around: NDArray[np.int32]
    turns: NDArray[np.int32]
    questions: NDArray[np.int32]
    transcripts: NDArray[np.int32]
    shortest: NDArray[np.int32]
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
            transcripts=np.column_stack([_least(transcripts), _most(transcripts)]),
            shortest=np.column_stack([_least(length) for length in lengths]).astype(np.int32),
            lengths=np.diff(edges),
        )

    @cached_property
    def average(self) -> float:
        """How many words a transcript holds on average."""
        return max(float(self.lengths.sum(dtype=np.int64)) / max(len(self.lengths), 1), 1.0)

    @cached_property
    def halves(self) -> Halves:
        """How often a word must occur to weigh half of what it can."""
        return Halves(self)


class Halves:
    """How often a word must occur to weigh half of what it can, at the least, for each block or transcript."""

    def __init__(self, layout: Layout) -> None:
        """Measure the blocks of a layout; only some have turns that are cut, or answer questions."""
        own, around, turn = np.maximum(layout.shortest, FLOOR).T
        self.around = _single(halfway(around, PIVOT + 2 * AROUND))
        self.beside = _single(halfway(own, PIVOT + 2 * BESIDE))
        self.short = _single(SHORT / (SHORT + layout.shortest[:, 0]))
        self.cut = np.flatnonzero(layout.turns[:, 0] < layout.turns[:, 1])
        self.turn = _single(halfway(turn[self.cut], PIVOT))
        self.transcript = _single(halfway(np.maximum(layout.lengths, FLOOR), layout.average))
        self.around_cells = layout.around.T.astype(np.intp)
        self.turn_cells = layout.turns[self.cut].T.astype(np.intp)
        self.cells = int(layout.lengths.sum(dtype=np.int64) >> CELL) + 1
        self.answering = np.flatnonzero(layout.questions[:, 0] < layout.questions[:, 1])
        self.questions = layout.questions[self.answering].T.astype(np.intp)


def _single(numbers: NDArray[np.float64]) -> NDArray[np.float32]:
    return numbers.astype(np.float32)


def _reach(starts: NDArray[np.int32], ends: NDArray[np.int32], unit: int) -> NDArray[np.int32]:
    """Return the units that the ranges of each block's passages lie in; equal where all are empty."""
    first, last = _least(starts) // unit, -(-_most(ends) // unit)
    return np.column_stack([np.minimum(first, last), last]).astype(np.int32)


def _least(numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.minimum.reduceat(numbers, np.arange(0, len(numbers), BLOCK)) if len(numbers) else numbers


def _most(numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.maximum.reduceat(numbers, np.arange(0, len(numbers), BLOCK)) if len(numbers) else numbers
