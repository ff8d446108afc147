"""How often a word stands in ranges of the stream, told from as little of its places as the ranges ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import portions
from retrieval.layout import CELL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.layout import Layout

MANY = 4  # places for each edge, from which counting them cell by cell pays
SEVERAL = 1 << 14  # cells that are looked up at once, from which it pays too
OFTEN = 4  # cells of which one holds a word, on average, that is almost everywhere


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Frequent:
    """The words that are almost everywhere, counted once and for all, as every count of their places takes long.

    Attributes:
        numbers: Their terms, ascending.
        before: How many of each one's places lie before each cell, and before the end; shape (terms, cells + 1).
    """

    numbers: NDArray[np.int64]
    before: NDArray[np.int32]

    @classmethod
    def of(cls, places: NDArray[np.int32], offsets: NDArray[np.int64], cells: int) -> Frequent:
        """Find and count them, given the places in order term after term, and where each term's start."""
        numbers = np.flatnonzero(np.diff(offsets) * OFTEN > cells)
        before = np.empty((len(numbers), cells + 1), dtype=np.int32)
        for row, number in zip(before, numbers.tolist(), strict=True):
            row[:] = before_cells(places[offsets[number] : offsets[number + 1]], cells)
        return cls(numbers=numbers, before=before)

    def before_cells(self, number: int) -> NDArray[np.int32] | None:
        """Return how many of a term's places lie before each cell, or None for a term that is not frequent."""
        row = int(np.searchsorted(self.numbers, number))
        return self.before[row] if row < len(self.numbers) and self.numbers[row] == number else None


def before_cells(places: NDArray[np.int32], cells: int) -> NDArray[np.int32]:
    """Return how many places lie before each of so many cells, and before the end."""
    before = np.zeros(cells + 1, dtype=np.int32)
    for some in portions(places):
        at = some >> CELL
        first, last = int(at[0]), int(at[-1])
        before[first + 1 : last + 2] += np.bincount(at - at[0]).astype(np.int32)
    return np.cumsum(before, out=before)


class Tally:
    """The places of a word, to be counted in ranges of shape (2, ranges)."""

    def __init__(self, places: NDArray[np.int32], layout: Layout, before: NDArray[np.int32] | None = None) -> None:
        """Take places in order, and the layout of the stream.

        Args:
            places: The places.
            layout: The layout.
            before: How many of the places lie before each cell, where that is known.
        """
        self._places, self._layout = places, layout
        self._by_cell = before is not None or len(places) > MANY * len(layout.edges.cells)
        if before is not None:
            self._before_cells = before

    def between_edges(self, ranges: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return how many places lie in ranges of cells, given by the numbers of their edges."""
        return _differences(self._before_edges, ranges)

    def between_cells(self, ranges: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return how many places lie in ranges of cells."""
        self._by_cell |= ranges.size > SEVERAL
        if self._by_cell:
            return _differences(self._before_cells, ranges)
        first, past = np.searchsorted(self._places, (ranges << CELL).astype(np.int32))
        times: NDArray[np.float32] = (past - first).astype(np.float32)
        return times

    @cached_property
    def _before_edges(self) -> NDArray[np.signedinteger]:
        """How many places lie before each edge of the layout."""
        edges = self._layout.edges
        if self._by_cell:
            return self._before_cells.take(edges.cells)
        return np.cumsum(np.bincount(edges.before.take(self._places >> CELL), minlength=len(edges.cells)))

    @cached_property
    def _before_cells(self) -> NDArray[np.int32]:
        """How many places lie before each cell, and before the end."""
        return before_cells(self._places, self._layout.cells)


def _differences(before: NDArray[np.signedinteger], ranges: NDArray[np.intp]) -> NDArray[np.float32]:
    times: NDArray[np.float32] = (before.take(ranges[1]) - before.take(ranges[0])).astype(np.float32)
    return times
