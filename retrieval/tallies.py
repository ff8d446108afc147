"""How often a word stands in ranges of the stream, told from as little of its places as the ranges ask for."""

from __future__ import annotations

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


class Tally:
    """The places of a word, to be counted in ranges of shape (2, ranges)."""

    def __init__(self, places: NDArray[np.int32], layout: Layout) -> None:
        """Take places in order, and the layout of the stream."""
        self._places, self._layout = places, layout
        self._by_cell = len(places) > MANY * len(layout.edges.cells)

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
        before = np.zeros(self._layout.cells + 1, dtype=np.int32)
        for places in portions(self._places):
            cells = places >> CELL
            first, last = int(cells[0]), int(cells[-1])
            before[first + 1 : last + 2] += np.bincount(cells - cells[0]).astype(np.int32)
        return np.cumsum(before, out=before)


def _differences(before: NDArray[np.signedinteger], ranges: NDArray[np.intp]) -> NDArray[np.float32]:
    times: NDArray[np.float32] = (before.take(ranges[1]) - before.take(ranges[0])).astype(np.float32)
    return times
