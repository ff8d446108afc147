"""Arrays of several segments → arrays of all of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

Name = TypeVar("Name", bound=str)
Number = TypeVar("Number", bound=np.generic)
PORTION = 1 << 15  # numbers that fit a cache with what is worked out of them


def cumulated(counts: Sequence[int] | NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Return where each of several runs starts, and last where all end: 3, 2 → 0, 3, 5."""
    sums = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=sums[1:])
    return sums


def distinct(numbers: NDArray[Number]) -> NDArray[Number]:
    """Return numbers each once, in order; by merging the ordered runs that they mostly come in, which sorts at once."""
    ordered = np.sort(numbers, kind="stable")
    first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def portions(numbers: NDArray[Number]) -> Iterator[NDArray[Number]]:
    """Yield an array in parts that fit a processor's cache; memory for more than that is given anew each time."""
    for start in range(0, len(numbers), PORTION):
        yield numbers[start : start + PORTION]


def promising(scores: NDArray[np.float32], most: int) -> NDArray[np.int64]:
    """Return the places of about so many of the highest scores, in order, and never of more.

    By counting in 256 steps, which takes a tenth of the time that an exact selection does.
    """
    if len(scores) <= most:
        return np.arange(len(scores))
    low, high = float(scores.min()), float(scores.max())
    steps = ((scores - np.float32(low)) * np.float32(255 / max(high - low, 1e-9))).astype(np.uint8)
    above = np.cumsum(np.bincount(steps, minlength=256)[::-1])
    step = 255 - int(np.searchsorted(above, most))
    return np.flatnonzero(steps >= step)[:most]


def highest(
    numbers: NDArray[Number], first: NDArray[np.integer[Any]], last: NDArray[np.integer[Any]]
) -> NDArray[Number]:
    """Return the highest of the numbers from each first to each last place."""
    best: NDArray[Number] = numbers[first]
    for step in range(1, int((last - first).max(initial=0)) + 1):
        best = np.maximum(best, numbers[np.minimum(first + step, last)])
    return best


def joined(parts: Sequence[NDArray[Any]], kind: type[Number], columns: int = 0) -> NDArray[Number]:
    """Return arrays one after the other, shape (n,) or (n, columns); of no arrays, an empty one."""
    empty = np.zeros((0, columns) if columns else 0, dtype=kind)
    return np.concatenate([empty, *parts]).astype(kind, copy=False)


def shifted(
    parts: Sequence[NDArray[np.integer[Any]]], starts: NDArray[np.int64], columns: int = 0
) -> NDArray[np.int32]:
    """Return numbers that count within each part as numbers that count within all of them."""
    return joined(
        [(part + start).astype(np.int32) for part, start in zip(parts, starts, strict=False)], np.int32, columns
    )


def renumbered(
    parts: Sequence[tuple[Sequence[Name], NDArray[np.int32]]],
) -> tuple[list[Name], list[NDArray[np.int32]]]:
    """Return the names that are used, sorted, and each part's numbers as numbers among these.

    Args:
        parts: Names and numbers that count in them; several parts may share their names.
    """
    shared: dict[int, list[NDArray[np.int32]]] = defaultdict(list)
    for names, numbers in parts:
        shared[id(names)].append(numbers)
    tables = {key: [*names] for key, names in {id(names): names for names, _ in parts}.items()}
    used = {key: _used(numbers, len(tables[key])) for key, numbers in shared.items()}
    all_names = sorted({tables[key][number] for key, numbers in used.items() for number in numbers.tolist()})
    places = {name: place for place, name in enumerate(all_names)}
    renamed = {key: np.zeros(len(names), dtype=np.int32) for key, names in tables.items()}
    for key, numbers in used.items():
        renamed[key][numbers] = [places[tables[key][number]] for number in numbers.tolist()]
    return all_names, [renamed[id(names)][numbers] for names, numbers in parts]


def _used(parts: Sequence[NDArray[np.int32]], size: int) -> NDArray[np.int32]:
    """Return which of so many numbers occur in any part, in order."""
    occurs = np.zeros(size, dtype=bool)
    for part in parts:
        occurs[part] = True
    return np.flatnonzero(occurs).astype(np.int32)
