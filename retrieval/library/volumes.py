"""Transcripts as a library gives them: from the shelf, under the names and addresses written down beside them."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from retrieval.casts import Introduction, introduced, with_introductions
from retrieval.model import Header, Speaker, Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from retrieval.library.records import Entry
    from retrieval.library.shelf import Shelf

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Volume:
    """A transcript that could be read, without its words.

    Attributes:
        entry: What is known of its file.
        header: What the library shows of it.
        told: Who those are who speak, as far as that was written down beside it.
        moments: Template of the addresses of its moments, or None.
        key: What differs where its words, its speakers or their parts do.
    """

    entry: Entry
    header: Header
    told: Mapping[Speaker, Introduction] = field(default_factory=dict)
    moments: str | None = None
    key: str


def volume_of(
    entry: Entry, header: Header, told: Mapping[Speaker, Introduction], address: tuple[str | None, str | None]
) -> Volume:
    """Return a transcript of which an entry and a header are known, with what was written down beside it."""
    people = (introduced(speaker, told[speaker]) if speaker in told else speaker for speaker in header.speakers)
    shown = replace(header, url=address[0], speakers=tuple(dict.fromkeys(people)))
    key = f"{entry.key}/{_digest(told)}" if told else entry.key
    return Volume(entry=entry, header=shown, told=told, moments=address[1], key=key)


def as_shown(transcript: Transcript, volume: Volume) -> Transcript:
    """Return a transcript as the library shows it; its text is as it was read."""
    if (transcript.url, transcript.moments) != (volume.header.url, volume.moments):
        transcript = replace(transcript, url=volume.header.url, moments=volume.moments)
    return with_introductions(transcript, volume.told)


class Shelved(Sequence[Transcript]):
    """Transcripts on a shelf, in order; each is taken down when somebody looks at it."""

    def __init__(
        self, shelf: Shelf, volumes: Sequence[Volume], reread: Callable[[Entry], Transcript], opened: int | None
    ) -> None:
        """Take transcripts from a shelf.

        Args:
            shelf: Where they are.
            volumes: Which, in order.
            reread: Reads a file again whose transcript is damaged or gone from the shelf.
            opened: How many to keep in memory, or None for all that were looked at.
        """
        self._shelf = shelf
        self._volumes = volumes
        self._reread = reread
        self._damaged = False
        self._at = lru_cache(maxsize=opened)(self._taken)

    def __len__(self) -> int:
        """Return how many transcripts there are."""
        return len(self._volumes)

    def __iter__(self) -> Iterator[Transcript]:
        """Yield the transcripts in order."""
        return (self[number] for number in range(len(self)))

    @overload
    def __getitem__(self, number: int) -> Transcript: ...
    @overload
    def __getitem__(self, number: slice) -> list[Transcript]: ...
    def __getitem__(self, number: int | slice) -> Transcript | list[Transcript]:
        """Return a transcript by its number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return self._at(range(len(self))[number])

    def _taken(self, number: int) -> Transcript:
        volume = self._volumes[number]
        try:
            transcript = self._shelf.transcript(volume.entry)
        except (LookupError, ValueError, sqlite3.DatabaseError) as error:
            level = logging.DEBUG if self._damaged else logging.WARNING
            log.log(level, "what was remembered of %s is damaged (%s); it is read again", volume.entry.source, error)
            self._damaged = True
            transcript = self._mended(volume.entry)
        return as_shown(transcript, volume)

    def _mended(self, entry: Entry) -> Transcript:
        """Return a transcript from its file, and put it back on the shelf if that is possible."""
        transcript = self._reread(entry)
        with suppress(sqlite3.DatabaseError):
            self._shelf.put([(entry, transcript)])
        return transcript


def _digest(told: Mapping[Speaker, Introduction]) -> str:
    facts = repr([(speaker.name, speaker.label, told[speaker]) for speaker in told])
    return hashlib.blake2b(facts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
