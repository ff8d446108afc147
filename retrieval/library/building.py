"""Files → entries on the shelf → holdings: only what is new or changed is read and analysed again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.aliases import FILE_NAME, read_aliases
from retrieval.errors import TranscriptError
from retrieval.formats import read
from retrieval.index import Index
from retrieval.library.files import alias_files, find_files, read_bytes
from retrieval.library.holdings import Holdings
from retrieval.library.index_files import drop_others, load_index, save_index
from retrieval.library.records import header_of
from retrieval.library.shelf import VERSION, Entry, Shelved
from retrieval.model import Changes, Failure
from retrieval.segments import segment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from retrieval.aliases import Aliases
    from retrieval.library.files import File
    from retrieval.library.shelf import Shelf
    from retrieval.model import Transcript

    Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """Holdings with the entries that they were built of."""

    holdings: Holdings
    entries: tuple[Entry, ...]


def build(
    roots: Sequence[Path], shelf: Shelf, cache: Path | None, before: Built | None, progress: Progress | None
) -> Built:
    """Return what lies in some folders now, using what the shelf, the cache and an earlier state know of it.

    Raises:
        MissingFolderError: A folder does not exist.
        NoTranscriptsError: The folders hold no file that could be a transcript.
    """
    entries = _entries(find_files(roots), shelf, progress)
    index = _index(entries, shelf, cache, before)
    aliases, faults = _aliases(alias_files(roots), index.languages)
    failures = (*(entry.failure for entry in entries if entry.failure), *faults)
    holdings = Holdings(index=index, failures=failures, aliases=aliases)
    return Built(holdings=holdings, entries=entries)


def changes(before: Sequence[Entry], after: Sequence[Entry]) -> Changes:
    """Return what differs between two states, by source."""
    old, new = ({entry.path: entry for entry in entries} for entries in (before, after))
    differing = [path for path in new if path in old and old[path].key != new[path].key]
    return Changes(
        added=tuple(new[path].source for path in new if path not in old and new[path].header),
        updated=tuple(new[path].source for path in differing if new[path].header),
        removed=tuple(old[path].source for path in old if path not in new),
        failed=tuple(entry.source for entry in after if entry.failure and old.get(entry.path) != entry),
    )


def _entries(files: Sequence[File], shelf: Shelf, progress: Progress | None) -> tuple[Entry, ...]:
    """Return an entry for each file, in order of id, and put those that are new or changed on the shelf."""
    known = shelf.entries()
    stale = [file for file in files if not _unchanged(file, known.get(str(file.path)))]
    fresh: list[tuple[Entry, Transcript | None]] = []
    for number, file in enumerate(stale):
        if progress:
            progress(number, len(stale), file.source)
        fresh.append(_read(file, known.get(str(file.path))))
    gone = known.keys() - {str(file.path) for file in files}
    if fresh or gone:
        shelf.update(fresh, gone)
    now = known | {entry.path: entry for entry, _ in fresh}
    return tuple(sorted((now[str(file.path)] for file in files), key=lambda entry: entry.id))


def _unchanged(file: File, entry: Entry | None) -> bool:
    return entry is not None and (entry.id, entry.source, entry.size, entry.changed) == (
        file.id,
        file.source,
        file.size,
        file.changed,
    )


def _read(file: File, known: Entry | None) -> tuple[Entry, Transcript | None]:
    """Return what a file holds now; its transcript only where the bytes are others than before."""
    entry = Entry(path=str(file.path), id=file.id, source=file.source, size=file.size, changed=file.changed, digest="")
    try:
        data = read_bytes(file.path, file.source)
        entry = replace(entry, digest=hashlib.blake2b(data, digest_size=16).hexdigest())
        if known is not None and known.header and (known.key, known.source) == (entry.key, entry.source):
            return replace(entry, header=known.header), None
        transcript = read(data, file.source, file.id)
    except TranscriptError as error:
        return replace(entry, failure=Failure(source=error.source, line=error.line, reason=error.reason)), None
    return replace(entry, header=header_of(transcript)), transcript


def _index(entries: Sequence[Entry], shelf: Shelf, cache: Path | None, before: Built | None) -> Index:
    """Return the index of some entries: from disk, else joined from what is known and what is new."""
    readable = tuple(entry for entry in entries if entry.header)
    transcripts, headers = Shelved(shelf, readable), tuple(entry.header for entry in readable if entry.header)
    folder = cache / f"index-{_digest(readable)}" if cache and readable else None
    index = load_index(folder, transcripts, headers) if folder else None
    if index is not None:
        return index
    known = _places(before)
    index = Index.join(
        transcripts,
        headers,
        [
            before.holdings.index.segment(known[entry.key])
            if before and entry.key in known
            else segment_of(transcripts[number])
            for number, entry in enumerate(readable)
        ],
    )
    if folder:
        save_index(index, folder)
        drop_others(folder)
    return index


def _places(built: Built | None) -> Mapping[str, int]:
    """Return where in its index each transcript of a state stands, by key."""
    readable = [entry for entry in built.entries if entry.header] if built else []
    return {entry.key: number for number, entry in enumerate(readable)}


def _digest(entries: Iterable[Entry]) -> str:
    """Return a name for a state: equal for equal transcripts read by the same version."""
    keys = "\n".join([str(VERSION), *(entry.key for entry in entries)])
    return hashlib.blake2b(keys.encode(), digest_size=12).hexdigest()


def _aliases(paths: Iterable[Path], languages: Sequence[str]) -> tuple[Aliases, list[Failure]]:
    """Return the groups of all files of aliases; one that is wrong is a failure and hurts no other."""
    groups: list[Aliases] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            groups.append(read_aliases(read_bytes(path, FILE_NAME), FILE_NAME, languages))
        except TranscriptError as error:
            failures.append(Failure(source=error.source, line=error.line, reason=error.reason))
    return tuple(group for one in groups for group in one), failures
