"""Which passages are searched: all of them but the askers', one transcript's, one speaker's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arrays import distinct
from retrieval.index import count
from retrieval.layout import BLOCK, GROUP
from retrieval.model import Searched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.plan import Sought

FEW = 4096
"""Passages up to which looking at each is faster than telling which to look at."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Scope:
    """Some passages of an index.

    Attributes:
        index: The index.
        first: The first passage that may be among them.
        held: Whether each passage from there on is among them; those beyond are not.
    """

    index: Index
    first: int
    held: NDArray[np.bool_]

    @classmethod
    def of(cls, index: Index, numbers: NDArray[np.int64]) -> Scope:
        """Return a scope of passages given by number in ascending order."""
        first, last = (int(numbers[0]), int(numbers[-1]) + 1) if len(numbers) else (0, 0)
        held = np.zeros(last - first, dtype=bool)
        held[numbers - first] = True
        return cls(index=index, first=first, held=held)

    def only(self, wanted: NDArray[np.bool_]) -> Scope:
        """Return those passages that are wanted, told for each from `first` on; where none is, all of them."""
        fewer = Scope(index=self.index, first=self.first, held=self.held & wanted)
        return fewer if fewer.size else self

    @cached_property
    def size(self) -> int:
        """How many passages there are."""
        return int(np.count_nonzero(self.held))

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The passages, in order."""
        return np.flatnonzero(self.held) + self.first

    @cached_property
    def many(self) -> bool:
        """Whether the passages are of more than one transcript."""
        if not self.size:
            return False
        last = len(self.held) - 1 - int(self.held[::-1].argmax())
        first, last = self.index.transcripts_of(np.array([int(self.held.argmax()), last]) + self.first).tolist()
        return bool(first < last)

    @property
    def small(self) -> bool:
        """Whether there are few passages."""
        return self.size <= FEW

    def holds(self, passages: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
        """Tell of each of some passages whether it is among them."""
        if len(self.held) == len(self.index.passages):
            return np.asarray(self.held[passages])
        places = passages - self.first
        inside: NDArray[np.bool_] = (places >= 0) & (places < len(self.held))
        inside[inside] = self.held[places[inside]]
        return inside

    def speaks(self, speakers: Iterable[int]) -> bool:
        """Tell whether any of some speakers, given by number, speaks here."""
        return any(self.holds(self.index.spoken.of(speaker)).any() for speaker in speakers)

    @cached_property
    def speakers(self) -> list[int]:
        """The numbers of all who speak here."""
        if len(self.held) == self.size == len(self.index.passages):
            return list(range(len(self.index.speakers)))
        numbers = distinct(self.index.speaker_of[self.numbers])
        here: list[int] = numbers[numbers >= 0].tolist()
        return here

    def times(self, sought: Sought) -> int:
        """Return how often a word is spoken here."""
        if self.small:
            return int(count(sought.places, self.index.own(self.numbers)).sum())
        if self._nearly_all:
            return len(sought.places) - int(count(sought.places, self.index.own(self._others)).sum())
        if sought.single:
            passages, counts = self.index.postings.of(sought.numbers[0])
            return int(counts[self.holds(passages)].sum(dtype=np.int64))
        return int(np.count_nonzero(self.holds(self.index.passages_at(sought.places))))

    @property
    def _nearly_all(self) -> bool:
        """Whether few passages are left out."""
        return len(self.index.passages) - self.size <= FEW

    @cached_property
    def _others(self) -> NDArray[np.int64]:
        """The passages that are left out, in order."""
        left_out = np.ones(len(self.index.passages), dtype=bool)
        left_out[self.first : self.first + len(self.held)] = ~self.held
        return np.flatnonzero(left_out)

    @cached_property
    def words(self) -> int:
        """How many words are spoken here."""
        if self._nearly_all:
            others = self.index.own(self._others)
            return len(self.index.stream) - int((others.ends - others.starts).sum(dtype=np.int64))
        starts = self.index.passage_starts[self.first : self.first + len(self.held) + 1]
        return int((np.diff(starts) * self.held).sum(dtype=np.int64))

    @cached_property
    def transcripts(self) -> NDArray[np.int64]:
        """The transcripts that the passages are of, in order."""
        starts = np.clip(self.index.transcript_starts - self.first, 0, len(self.held))
        reached = np.flatnonzero(starts[:-1] < starts[1:])
        return reached[np.logical_or.reduceat(self.held, starts[reached])] if len(reached) else reached

    @cached_property
    def blocks(self) -> NDArray[np.bool_]:
        """Whether each block holds any of the passages."""
        whole = np.zeros(-(-len(self.index.passages) // BLOCK) * BLOCK, dtype=bool)
        whole[self.first : self.first + len(self.held)] = self.held
        return np.asarray(whole.view(np.uint64).reshape(-1, BLOCK // 8).any(axis=1))

    @cached_property
    def groups(self) -> NDArray[np.bool_]:
        """Whether each group of blocks holds any of the passages."""
        return np.logical_or.reduceat(self.blocks, np.arange(0, len(self.blocks), GROUP))

    @cached_property
    def searched(self) -> Searched:
        """What an answer from here rests on."""
        headers = [self.index.headers[number] for number in self.transcripts.tolist()]
        dates = [header.date for header in headers if header.date]
        return Searched(
            transcripts=len(headers),
            passages=self.size,
            earliest=min(dates, default=None),
            latest=max(dates, default=None),
        )
