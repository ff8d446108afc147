"""Folders → holdings: what is new or changed is read and analysed, all else is known, and one index joins it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.gathering import Gathered
from retrieval.library.files import look, transcript_files
from retrieval.library.holdings import Holdings
from retrieval.library.indexes import Known
from retrieval.library.reading import read_again, read_files
from retrieval.library.records import header_of
from retrieval.library.sidecars import read_sidecars
from retrieval.library.volumes import Shelved, Volume, as_shown, volume_of
from retrieval.model import Changes
from retrieval.segments import Register, segment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.index import Index
    from retrieval.library.indexes import Indexes
    from retrieval.library.reading import Progress
    from retrieval.library.records import Entry
    from retrieval.library.shelf import Shelf
    from retrieval.library.sidecars import Sidecars
    from retrieval.model import Header, Transcript
    from retrieval.segments import Segment


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """Holdings with what they were built of.

    Attributes:
        holdings: What can be searched.
        entries: Of all files.
        volumes: Of those that could be read, in the order of the index.
    """

    holdings: Holdings
    entries: tuple[Entry, ...]
    volumes: tuple[Volume, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """What is remembered of a library.

    Attributes:
        shelf: The parsed transcripts.
        indexes: The index on disk.
        opened: How many transcripts to keep in memory, or None for all that were looked at.
    """

    shelf: Shelf
    indexes: Indexes
    opened: int | None


def build(roots: Sequence[Path], memory: Memory, before: Built | None, now: int, progress: Progress | None) -> Built:
    """Return what lies in some folders now, using what is remembered and what an earlier state knows.

    Args:
        roots: The folders.
        memory: What is remembered of them.
        before: An earlier state, or None.
        now: The time, in nanoseconds since 1970.
        progress: Called before each file that is read with its number, how many there are, and its name.

    Raises:
        MissingFolderError: A folder does not exist.
        NoTranscriptsError: The folders hold no file that could be a transcript.
        sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
    """
    view = look(roots)
    files = transcript_files(view, now)
    sidecars = read_sidecars(view.files)
    fresh = Fresh(sidecars)
    entries = tuple(read_files(files, memory.shelf, fresh.take, progress))
    volumes = tuple(_volume(entry, entry.header, sidecars) for entry in entries if entry.header)
    index = _index(volumes, memory, before, fresh, progress)
    aliases, faults = sidecars.aliases(index.languages)
    broken = [entry.failure for entry in entries if entry.failure]
    failures = (*broken, *view.failures, *sidecars.failures, *sidecars.unused(entries), *faults)
    holdings = _holdings(Holdings(index=index, failures=failures, aliases=aliases), before)
    return Built(holdings=holdings, entries=entries, volumes=volumes)


def changes(before: Built, after: Built) -> Changes:
    """Return what differs between two states, by source."""
    old, new = ({volume.entry.path: volume for volume in built.volumes} for built in (before, after))
    seen, left = ({entry.path: entry.failure for entry in built.entries} for built in (before, after))
    differing = [path for path, volume in new.items() if path in seen and _differs(old.get(path), volume)]
    return Changes(
        added=tuple(volume.entry.source for path, volume in new.items() if path not in seen),
        updated=tuple(new[path].entry.source for path in differing),
        removed=tuple(entry.source for entry in before.entries if entry.path not in left),
        failed=tuple(
            entry.source for entry in after.entries if entry.failure and seen.get(entry.path) != entry.failure
        ),
    )


class Fresh:
    """The segments of transcripts that are analysed now."""

    def __init__(self, sidecars: Sidecars) -> None:
        """Begin without any."""
        self._sidecars = sidecars
        self._register = Register()
        self._gathered = Gathered()
        self._keys: list[str] = []

    def take(self, entry: Entry, transcript: Transcript) -> None:
        """Analyse a transcript while it is in hand, under the names that its library shows."""
        volume = _volume(entry, entry.header or header_of(transcript), self._sidecars)
        self._gathered.add(self.analysed(as_shown(transcript, volume)))
        self._keys.append(volume.key)

    def analysed(self, transcript: Transcript) -> Segment:
        """Return the segment of a transcript."""
        return segment_of(transcript, self._register)

    def given(self) -> Known:
        """Give away the segments of all transcripts that were taken."""
        keys, self._keys = self._keys, []
        gathered, self._gathered = self._gathered, Gathered()
        return Known(gathered.whole(), keys)


def _holdings(now: Holdings, before: Built | None) -> Holdings:
    """Return the holdings there are now; those of an earlier state that are the same may have worked out a lot."""
    old = before and before.holdings
    same = old and old.index is now.index and (old.failures, old.aliases) == (now.failures, now.aliases)
    return old if old and same else now


def _volume(entry: Entry, header: Header, sidecars: Sidecars) -> Volume:
    path = Path(entry.path)
    return volume_of(entry, header, sidecars.introductions(header, path), sidecars.address(header, path))


def _index(
    volumes: Sequence[Volume], memory: Memory, before: Built | None, fresh: Fresh, progress: Progress | None
) -> Index:
    """Return the index of some transcripts: the one there is, else joined from what is known and what is new."""
    transcripts = Shelved(memory.shelf, volumes, read_again, memory.opened)
    headers = [volume.header for volume in volumes]
    keys = [volume.key for volume in volumes]
    if before and keys == [volume.key for volume in before.volumes]:
        same = not any(map(_differs, before.volumes, volumes))
        index = before.holdings.index
        return index if same else replace(index, transcripts=transcripts, headers=headers)
    found = memory.indexes.load(keys, transcripts, headers)
    if found is not None:
        return found
    return memory.indexes.make(
        keys, transcripts, headers, lambda: _segments(volumes, transcripts, fresh, _known(memory, before), progress)
    )


def _segments(
    volumes: Sequence[Volume],
    transcripts: Sequence[Transcript],
    fresh: Fresh,
    before: Known | None,
    progress: Progress | None,
) -> Iterator[Segment]:
    """Yield the segments of all transcripts: made just now, made of what was read before, or known, many at once."""
    known = [fresh.given(), *([before] if before else [])]

    def found(number: int) -> tuple[Known | None, int]:
        """Return who knows a transcript, and how far it has moved in the order."""
        places = ((one, one.place(volumes[number].key)) for one in known)
        return next(((one, number - place) for one, place in places if place is not None), (None, 0))

    for (one, steps), run in groupby(range(len(volumes)), found):
        numbers = [*run]
        if one:
            yield one.cut(numbers[0] - steps, numbers[-1] + 1 - steps)
            continue
        for number in numbers:
            if progress:
                progress(number, len(volumes), volumes[number].entry.source)
            yield fresh.analysed(transcripts[number])
    if progress:
        progress(len(volumes), len(volumes), "the index")


def _known(memory: Memory, before: Built | None) -> Known | None:
    """Return what the last index that was kept knows, mapped for this once and then let go, else an earlier state."""
    known = memory.indexes.known()
    if known is None and before is not None:
        return Known(before.holdings.index.segment, (volume.key for volume in before.volumes))
    return known


def _differs(old: Volume | None, new: Volume) -> bool:
    """Tell whether anything that the library shows of a transcript has changed."""
    return old is None or (old.key, old.header, old.moments) != (new.key, new.header, new.moments)
