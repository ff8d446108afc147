"""Segments that share their tables of words, so that thousands of them fit in memory and are quickly joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.segments import Segment
    from retrieval.terms import Term

Name = TypeVar("Name", bound=str)


class Table(Generic[Name]):
    """Names in the order in which they were first met."""

    def __init__(self) -> None:
        """Begin without a name."""
        self.names: list[Name] = []
        self._numbers: dict[Name, int] = {}

    def numbers_of(self, names: Iterable[Name]) -> NDArray[np.int32]:
        """Return the number of each name, new ones added."""
        return np.array([self._number(name) for name in names], dtype=np.int32)

    def _number(self, name: Name) -> int:
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number


class Pool:
    """The terms and spellings of many segments."""

    def __init__(self) -> None:
        """Begin without a word."""
        self._terms: Table[Term] = Table()
        self._spellings: Table[str] = Table()

    def shared(self, segment: Segment) -> Segment:
        """Return a segment with its words numbered as everywhere in this pool."""
        terms = self._terms.numbers_of(segment.terms)
        spellings = self._spellings.numbers_of(segment.spellings)
        return replace(
            segment,
            terms=self._terms.names,
            stream=terms[segment.stream],
            spellings=self._spellings.names,
            spelled=spellings[segment.spelled],
        )
