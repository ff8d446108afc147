"""Names ↔ numbers: in the order in which they are met, or sorted."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from retrieval.arrays import Growing

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping

    from numpy.typing import NDArray

Name = TypeVar("Name", bound="Hashable")
Word = TypeVar("Word", bound=str)
PORTION = 1 << 20
"""Numbers that are changed at once."""


class Numbers(dict[Name, int]):
    """The number of each name, in the order in which names are first looked up."""

    def __missing__(self, name: Name) -> int:
        """Give a new name the next number."""
        number = self[name] = len(self)
        return number

    def of(self, names: Iterable[Name]) -> list[int]:
        """Return the number of each name, new ones numbered."""
        return list(map(self.__getitem__, names))


class Naming(Generic[Word]):
    """Numbers of words that arrive in parts, each of which counts in a table; several parts may share one."""

    def __init__(self) -> None:
        """Begin without a part."""
        self._numbers = Growing(np.int32)
        self._tables: dict[int, Collection[Word]] = {}
        self._ranges: list[tuple[int, int, int]] = []

    def add(self, words: Collection[Word], numbers: NDArray[np.int32]) -> None:
        """Take over the next part, given the words in the order of their numbers."""
        table, start = id(words), len(self._numbers)
        self._tables[table] = words
        self._numbers.add(numbers)
        if self._ranges and self._ranges[-1][0] == table:
            start = self._ranges.pop()[1]
        self._ranges.append((table, start, len(self._numbers)))

    def united(self) -> tuple[list[Word], NDArray[np.int32]]:
        """Return the words that are used, sorted, and all numbers, as numbers among these."""
        numbers = self._numbers.whole()
        used = self._used(numbers)
        held = {table: [*compress(words, used[table])] for table, words in self._tables.items()}
        words = sorted(set().union(*held.values()))
        ranks = {word: rank for rank, word in enumerate(words)}
        moved = {}
        for table, own in used.items():
            before = np.flatnonzero(own)
            after = np.fromiter((ranks[word] for word in held[table]), dtype=np.int32, count=len(before))
            if not np.array_equal(before, after):
                moved[table] = np.zeros(len(own), dtype=np.int32)
                moved[table][before] = after
        return words, self._renumbered(numbers, moved)

    def _used(self, numbers: NDArray[np.int32]) -> dict[int, NDArray[np.bool_]]:
        """Return for each table which of its words occur."""
        used = {table: np.zeros(len(words), dtype=bool) for table, words in self._tables.items()}
        for table, start, end in self._ranges:
            for first in range(start, end, PORTION):
                used[table][numbers[first : min(first + PORTION, end)]] = True
        return used

    def _renumbered(self, numbers: NDArray[np.int32], moved: Mapping[int, NDArray[np.int32]]) -> NDArray[np.int32]:
        """Return the numbers, those that count in some tables replaced; in place where they are nobody else's."""
        if moved:
            numbers = np.require(numbers, requirements="W")
        for table, start, end in self._ranges:
            if table in moved:
                renumber(numbers[start:end], moved[table])
        return numbers


def renumber(numbers: NDArray[np.int32], table: NDArray[np.int32]) -> None:
    """Replace numbers in place by what a table holds for each; in portions, as looking up takes a wider copy."""
    for start in range(0, len(numbers), PORTION):
        own = numbers[start : start + PORTION]
        own[:] = table[own]
