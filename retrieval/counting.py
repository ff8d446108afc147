"""Portions of a stream → postings: what each passage holds of each term, and what that weighs at most."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arrays import cumulated
from retrieval.bm25 import FLOOR, IMPACT, Postings, saturation
from retrieval.places import Rooms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.places import Portion


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """The postings of a portion, term after term.

    Attributes:
        passages: Passage numbers, ascending within a term.
        counts: How often the term stands in that passage.
        frequencies: How many postings each term has.
    """

    passages: NDArray[np.int32]
    counts: NDArray[np.unsignedinteger[Any]]
    frequencies: NDArray[np.int32]


class Counting:
    """Counts each term by passage, given the portions of a stream one after the other."""

    def __init__(self, lengths: NDArray[np.integer[Any]], terms: int) -> None:
        """Begin without a portion, given how many words each passage has, and how many terms there are."""
        self._lengths = np.maximum(lengths, FLOOR)
        self._frequencies = np.zeros(terms, dtype=np.int64)
        self._tallies: deque[Tally] = deque()

    def add(self, portion: Portion) -> None:
        """Count the words of the next portion."""
        holding, edges = portion.passage_at[portion.order], cumulated(portion.counts)
        first = np.ones(len(holding), dtype=bool)
        np.not_equal(holding[1:], holding[:-1], out=first[1:])
        first[edges[:-1][portion.counts > 0]] = True
        starts = np.flatnonzero(first)
        passages, counts = holding[starts], np.diff(starts, append=len(holding))
        frequencies = np.diff(np.searchsorted(starts, edges))
        self._frequencies += frequencies
        self._tallies.append(
            Tally(
                passages=passages,
                counts=counts.astype(np.min_scalar_type(counts.max(initial=0))),
                frequencies=frequencies.astype(np.int32),
            )
        )

    def postings(self) -> Postings:
        """Return the postings of all portions; what was counted of each is let go as soon as it is among them."""
        rooms = Rooms(self._frequencies)
        size = int(rooms.offsets[-1])
        widest = np.result_type(np.uint8, *(tally.counts for tally in self._tallies))
        passages, counts = np.empty(size, dtype=np.int32), np.empty(size, dtype=widest)
        impacts = np.empty(size, dtype=np.uint8)
        while self._tallies:
            tally = self._tallies.popleft()
            own = rooms.taken(tally.frequencies)
            weights = saturation(tally.counts, self._lengths[tally.passages])
            passages[own], counts[own], impacts[own] = tally.passages, tally.counts, np.ceil(weights / IMPACT)
        return Postings(
            passages=passages,
            counts=counts,
            impacts=impacts,
            peaks=np.maximum.reduceat(impacts, rooms.offsets[:-1]) if size else impacts,
            offsets=rooms.offsets,
        )
