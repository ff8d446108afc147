"""Folders → holdings: what is new or changed is read and analysed, all else is known, and one index joins it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.index import Index
from retrieval.library.files import look, transcript_files
from retrieval.library.holdings import Holdings
from retrieval.library.indexes import SegmentsOf
from retrieval.library.pooling import Pool
from retrieval.library.reading import read_again, read_files
from retrieval.library.records import header_of
from retrieval.library.sidecars import read_sidecars
from retrieval.library.volumes import Shelved, Volume, as_shown, volume_of
from retrieval.model import Changes
from retrieval.segments import segment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        self._segments: dict[str, Segment] = {}
        self._sidecars = sidecars
        self._pool = Pool()

    def take(self, entry: Entry, transcript: Transcript) -> None:
        """Analyse a transcript while it is in hand, under the names that its library shows."""
        volume = _volume(entry, entry.header or header_of(transcript), self._sidecars)
        self._segments[volume.key] = self.analysed(as_shown(transcript, volume))

    def analysed(self, transcript: Transcript) -> Segment:
        """Return the segment of a transcript."""
        return self._pool.shared(segment_of(transcript))

    def get(self, key: str) -> Segment | None:
        """Return the segment of a transcript that was taken, or None."""
        return self._segments.get(key)


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
    segments = list(_segments(volumes, transcripts, fresh, _known(memory, before), progress))
    if progress:
        progress(len(keys), len(keys), "the index")
    index = Index.join(transcripts, headers, segments)
    memory.indexes.save(index, keys)
    return index


def _segments(
    volumes: Sequence[Volume],
    transcripts: Sequence[Transcript],
    fresh: Fresh,
    known: Mapping[str, Segment],
    progress: Progress | None,
) -> Iterator[Segment]:
    """Yield the segment of each transcript: made just now, known, or made of what was read before."""
    for number, volume in enumerate(volumes):
        segment = fresh.get(volume.key) or known.get(volume.key)
        if segment is None:
            if progress:
                progress(number, len(volumes), volume.entry.source)
            segment = fresh.analysed(transcripts[number])
        yield segment


def _known(memory: Memory, before: Built | None) -> Mapping[str, Segment]:
    """Return the segments that an earlier state has, else those of the last index that was kept."""
    if before is None:
        return memory.indexes.segments()
    return SegmentsOf(before.holdings.index, (volume.key for volume in before.volumes))


def _differs(old: Volume | None, new: Volume) -> bool:
    """Tell whether anything that the library shows of a transcript has changed."""
    return old is None or (old.key, old.header, old.moments) != (new.key, new.header, new.moments)
