"""How good a ranking is, and how well confidence tells answerable questions from others.

A hit is right when it overlaps a turn that answers. Its match is the set of those turns, by their number in the
question's gold; empty for a hit that is wrong.
"""

from __future__ import annotations

from functools import partial
from math import log2
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.sets import Place, Query

DEPTH = 10
"""How far down a ranking is read."""
Match: TypeAlias = frozenset[int]


def match(place: Place, query: Query) -> Match:
    """Return the gold turns of a question that a place overlaps."""
    if place.transcript != query.transcript:
        return frozenset()
    return frozenset(
        number for number, gold in enumerate(query.gold) if place.span.start < gold.end and gold.start < place.span.end
    )


def success(matches: Sequence[Match], _: int, *, at: int) -> float:
    """Return 1 when any of the first hits is right, else 0."""
    return float(any(matches[:at]))


def reciprocal_rank(matches: Sequence[Match], _: int) -> float:
    """Return 1 / rank of the first hit that is right, 0 when none is (Voorhees 1999, TREC-8)."""
    return next((1 / rank for rank, found in enumerate(matches[:DEPTH], start=1) if found), 0.0)


def ndcg(matches: Sequence[Match], gold: int) -> float:
    """Return the discounted cumulative gain over the best possible (Järvelin and Kekäläinen 2002).

    Each gold turn counts once, at the first hit that can be credited with it: so the figure does not depend on how
    finely a system cuts its passages.

    Args:
        matches: Of the hits, best first.
        gold: How many turns answer.
    """
    credited: set[int] = set()
    gain = 0.0
    for rank, found in enumerate(matches[:DEPTH], start=1):
        if fresh := found - credited:
            credited.add(min(fresh))
            gain += _discount(rank)
    return gain / sum(_discount(rank) for rank in range(1, min(gold, DEPTH) + 1))


MEASURES: Mapping[str, Callable[[Sequence[Match], int], float]] = {
    "success@1": partial(success, at=1),
    "success@5": partial(success, at=5),
    "MRR@10": reciprocal_rank,
    "nDCG@10": ndcg,
}
"""Each takes the matches of a ranking and the number of turns that answer."""


def auroc(positives: NDArray[np.floating[Any]], negatives: NDArray[np.floating[Any]]) -> float:
    """Return the share of (positive, negative) pairs that are in the right order, ties counting half.

    >>> auroc(np.array([0.9, 0.5]), np.array([0.5, 0.1]))
    0.875
    """
    ranked = np.sort(negatives)
    below = np.searchsorted(ranked, positives, side="left")
    upto = np.searchsorted(ranked, positives, side="right")
    return float(np.mean((below + upto) / 2) / len(negatives))


def _discount(rank: int) -> float:
    return 1 / log2(rank + 1)
