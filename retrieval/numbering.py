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
        used = {table: np.zeros(len(words), dtype=bool) for table, words in self._tables.items()}
        for table, start, end in self._ranges:
            for first in range(start, end, PORTION):
                used[table][numbers[first : min(first + PORTION, end)]] = True
        words = sorted({word for table, own in used.items() for word in compress(self._tables[table], own)})
        ranks = {word: rank for rank, word in enumerate(words)}
        renamed = {table: _ranks(own, used[table], ranks) for table, own in self._tables.items()}
        moved = {table: own for table, own in renamed.items() if not np.array_equal(own, np.arange(len(own)))}
        if moved:
            numbers = np.require(numbers, requirements="W")
        for table, start, end in self._ranges:
            if table in moved:
                renumber(numbers[start:end], moved[table])
        return words, numbers


def _ranks(words: Iterable[Word], used: NDArray[np.bool_], ranks: Mapping[Word, int]) -> NDArray[np.int32]:
    """Return for each number the rank of its word, where that is used."""
    table = np.zeros(len(used), dtype=np.int32)
    table[used] = [ranks[word] for word in compress(words, used)]
    return table


def renumber(numbers: NDArray[np.int32], table: NDArray[np.int32]) -> None:
    """Replace numbers in place by what a table holds for each; in portions, as looking up takes a wider copy."""
    for start in range(0, len(numbers), PORTION):
        own = numbers[start : start + PORTION]
        own[:] = table[own]
