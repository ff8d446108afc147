"""Whether a difference between two systems on the same questions may be chance.

Fisher's paired randomisation test, as Smucker, Allan and Carterette (2007), “A comparison of statistical significance
tests for information retrieval evaluation”, recommend it: if two systems are equally good, each question's difference
is as likely to have the other sign. So signs are drawn at random, and p is how often the sum is at least as far from
zero as the sum that was observed, on either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

TEST = "paired randomisation test, two-sided"
ROUNDS = 10_000
SEED = 2007
BLOCK = 1_000
"""Rounds that are drawn at a time: memory stays small."""
ROUNDING = 1e-9
"""Sums this near to each other are equal: the same numbers added in another order."""


def p_values(differences: NDArray[np.floating[Any]], rounds: int = ROUNDS, seed: int = SEED) -> NDArray[np.float64]:
    """Return for each comparison the probability of a difference as large when there is none.

    The observed signs count as one more round, so that no p is zero (Phipson and Smyth 2010).

    Args:
        differences: Of paired scores, shape (questions, comparisons).
        rounds: How often signs are drawn.
        seed: Of the draw.
    """
    observed = np.abs(differences.sum(axis=0))
    slack = ROUNDING * np.abs(differences).sum(axis=0)
    extreme = np.ones(differences.shape[1])
    for signs in _signs(len(differences), rounds, seed):
        extreme += (np.abs(signs @ differences) >= observed - slack).sum(axis=0)
    p: NDArray[np.float64] = extreme / (rounds + 1)
    return p


def _signs(questions: int, rounds: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """Yield -1 or 1 for each question in blocks of rounds, shape (at most BLOCK, questions)."""
    draw = np.random.default_rng(seed)
    for start in range(0, rounds, BLOCK):
        size = min(BLOCK, rounds - start)
        octets = draw.integers(0, 256, size=(size, -(-questions // 8)), dtype=np.uint8)
        yield np.unpackbits(octets, axis=1, count=questions).astype(np.float64) * 2 - 1
