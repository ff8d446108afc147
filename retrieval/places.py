"""Stream of words → the places of each term in it, sorted in portions, so that an archive's fit beside it in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import cumulated

if TYPE_CHECKING:
    from numpy.typing import NDArray

PORTION = 1 << 20
"""Words that are sorted at once."""


def placed(stream: NDArray[np.int32], terms: int) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint8]]:
    """Return where each term's places start, all places term after term, and what stands after each, as `hashed`.

    By counting (Knuth's distribution sort), a portion of the stream after the other: what it takes besides is small.
    """
    portions = [stream[start : start + PORTION + 1] for start in range(0, len(stream), PORTION)]
    counts = np.zeros(terms, dtype=np.int64)
    for portion in portions:
        counts += np.bincount(portion[:PORTION], minlength=terms)
    offsets = cumulated(counts)
    places, following = np.empty(len(stream), dtype=np.int32), np.empty(len(stream), dtype=np.uint8)
    free = offsets[:-1].copy()
    for number, portion in enumerate(portions):
        own = portion[:PORTION]
        order = np.argsort(own, kind="stable")
        counts = np.bincount(own, minlength=terms)
        targets = np.repeat(free - cumulated(counts)[:-1], counts) + np.arange(len(own))
        places[targets] = order + number * PORTION
        following[targets] = hashed(portion[np.minimum(order + 1, len(portion) - 1)])
        free += counts
    return offsets, places, following


def hashed(numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return eight bits of each of some numbers, by Knuth's multiplicative hashing: close numbers differ."""
    return (numbers.astype(np.uint32) * np.uint32(2654435769) >> np.uint32(24)).astype(np.uint8)
