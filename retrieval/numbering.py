"""Names ↔ numbers: in the order in which they are met, or sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Name = TypeVar("Name", bound=str)
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

    def sorted(self) -> tuple[list[Name], NDArray[np.int32]]:
        """Return the names in order, and for each number the name's place in this order."""
        names = sorted(self)
        ranks = np.empty(len(names), dtype=np.int32)
        ranks[self.of(names)] = np.arange(len(names), dtype=np.int32)
        return names, ranks


def renumber(numbers: NDArray[np.int32], table: NDArray[np.int32]) -> None:
    """Replace numbers in place by what a table holds for each; in portions, as looking up takes a wider copy."""
    for start in range(0, len(numbers), PORTION):
        own = numbers[start : start + PORTION]
        own[:] = table[own]
