"""Stream of words → the places of each term in it, sorted in portions, so that an archive's fit beside it in memory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import cumulated, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

PORTION = 1 << 20
"""Words that are sorted at once, roughly: a portion ends with a passage."""
HALF = 16  # bits of a number that one pass sorts by


@dataclass(frozen=True, kw_only=True, slots=True)
class Portion:
    """The words of neighbouring passages, sorted by term.

    Attributes:
        start: The place of the first word.
        order: The words' places counted from the first, term after term, ascending within a term.
        counts: How many of the words are of each term, shape (terms,).
        passage_at: The passage that each word lies in, in the order of the words.
    """

    start: int
    order: NDArray[np.int64]
    counts: NDArray[np.int64]
    passage_at: NDArray[np.int32]


def portions(stream: NDArray[np.int32], passage_starts: NDArray[np.int32], terms: int) -> Iterator[Portion]:
    """Yield the portions of a stream, in order.

    Args:
        stream: The number of each word's term.
        passage_starts: Where each passage starts in the stream; one more than there are passages.
        terms: How many terms there are.
    """
    cuts = np.searchsorted(passage_starts, np.arange(PORTION, len(stream), PORTION))
    for first, last in pairwise(distinct(np.array([0, *cuts, len(passage_starts) - 1])).tolist()):
        starts = passage_starts[first : last + 1]
        own = stream[starts[0] : starts[-1]]
        yield Portion(
            start=int(starts[0]),
            order=sorting(own, terms),
            counts=np.bincount(own, minlength=terms),
            passage_at=np.repeat(np.arange(first, last, dtype=np.int32), np.diff(starts)),
        )


def sorting(numbers: NDArray[np.int32], size: int) -> NDArray[np.int64]:
    """Return the places of numbers below a size in ascending order of these, equal ones in the order in which they are.

    By their lower and then by their upper half (Knuth's radix sort): NumPy sorts 16 bits by counting.
    """
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    if size > 1 << HALF:
        upper = (numbers >> HALF).astype(np.min_scalar_type(size >> HALF))
        order = order[np.argsort(upper[order], kind="stable")]
    return order


class Rooms:
    """Room for what belongs to each term, term after term; filled portion after portion (Knuth's distribution sort)."""

    def __init__(self, counts: NDArray[np.integer]) -> None:
        """Make room for so much of each term."""
        self.offsets = cumulated(counts)
        self._free = self.offsets[:-1].copy()

    def taken(self, counts: NDArray[np.integer]) -> NDArray[np.int64]:
        """Return where the next so many of each term belong, term after term."""
        targets = np.repeat(self._free - cumulated(counts)[:-1], counts)
        targets += np.arange(len(targets))
        self._free += counts
        return targets


class Placing:
    """Sorts the places of a stream by term, given its portions one after the other.

    Attributes:
        offsets: Where each term's places start; one more than there are terms.
        places: All places, term after term.
        following: What stands after each, as `hashed`.
    """

    def __init__(self, stream: NDArray[np.int32], terms: int) -> None:
        """Count a stream's words; by portions, as counting takes a wider copy."""
        counts = np.zeros(terms, dtype=np.int64)
        for start in range(0, len(stream), PORTION):
            counts += np.bincount(stream[start : start + PORTION], minlength=terms)
        self._stream = stream
        self._rooms = Rooms(counts)
        self.offsets = self._rooms.offsets
        self.places = np.empty(len(stream), dtype=np.int32)
        self.following = np.empty(len(stream), dtype=np.uint8)

    def add(self, portion: Portion) -> None:
        """Place the words of the next portion."""
        targets = self._rooms.taken(portion.counts)
        self.places[targets] = portion.order + portion.start
        end = portion.start + len(portion.order)
        last = self._stream[min(end, len(self._stream) - 1) :][:1]
        self.following[targets] = hashed(np.append(self._stream[portion.start + 1 : end], last))[portion.order]


def hashed(numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return eight bits of each of some numbers, by Knuth's multiplicative hashing: close numbers differ."""
    return (numbers.astype(np.uint32) * np.uint32(2654435769) >> np.uint32(24)).astype(np.uint8)
