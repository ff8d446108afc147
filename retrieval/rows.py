"""Turns and marks that become records only when somebody looks: answers look at a handful of hundreds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Row = TypeVar("Row")


class Rows(Sequence[Row]):
    """A tuple of which each item is made when somebody first looks at it."""

    def __init__(self, size: int, make: Callable[[int], Row]) -> None:
        """Take how many items there are, and what makes one by its place."""
        self._made: list[Row | None] = [None] * size
        self._make = make

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._made)

    def __iter__(self) -> Iterator[Row]:
        """Yield the items in order."""
        return map(self._at, range(len(self._made)))

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        """Return an item by its place, or several."""
        places = range(len(self._made))[place]
        return self._at(places) if isinstance(places, int) else tuple(map(self._at, places))

    def __eq__(self, other: object) -> bool:
        """Compare with anything that has items, as tuples compare."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return a tuple's hash."""
        return hash(tuple(self))

    def _at(self, place: int) -> Row:
        made = self._made[place]
        if made is None:
            made = self._made[place] = self._make(place)
        return made
