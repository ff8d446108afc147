"""Files → entries on the shelf: only what is new or changed is read, and every so often it is put away.

Whatever was put away stays so: a process that is killed half-way has not read in vain.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import TranscriptError, UnreadableError
from retrieval.formats import read
from retrieval.library.files import look, read_bytes, transcript_files
from retrieval.library.records import Entry, header_of
from retrieval.library.sidecars import failure_of
from retrieval.model import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from retrieval.library.files import File
    from retrieval.library.shelf import Shelf
    from retrieval.model import Transcript

    Progress = Callable[[int, int, str], None]

BATCH = 4 * 2**20  # bytes of files that are read before they are put on the shelf
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a file holds now; its transcript only where it was parsed."""

    entry: Entry
    transcript: Transcript | None = None


def read_files(
    files: Sequence[File], shelf: Shelf, take: Callable[[Entry, Transcript], None], progress: Progress | None
) -> list[Entry]:
    """Return an entry for each file, in order of id, and put on the shelf those that are new or changed.

    Args:
        files: All that there are now; others are forgotten.
        shelf: What is known, and where to put what is read.
        take: Called with each transcript that is parsed, while it is in hand.
        progress: Called before each file that is read with its number, how many there are, and its name.

    Raises:
        sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
    """
    known = shelf.entries()
    now = {path: entry for file in files if (entry := known.get(path := str(file.path))) and _unchanged(file, entry)}
    stale = sorted((file for file in files if str(file.path) not in now), key=lambda file: file.id)
    for batch in _batches(_read_all(stale, known, progress)):
        shelf.put([(reading.entry, reading.transcript) for reading in batch])
        now |= {reading.entry.path: reading.entry for reading in batch}
        for reading in batch:
            if reading.transcript is not None:
                take(reading.entry, reading.transcript)
    gone = known.keys() - now.keys()
    if gone or any(known.get(path) != entry for path, entry in now.items()):
        shelf.forget(gone)
    return sorted(now.values(), key=lambda entry: entry.id)


def is_out_of_date(entries: Iterable[Entry], roots: Sequence[Path], now: int) -> bool:
    """Tell whether files have come, changed or gone in some folders since entries were made, or may have.

    Args:
        entries: Of all files that there were.
        roots: The folders.
        now: The time, in nanoseconds since 1970.

    Raises:
        MissingFolderError: A folder does not exist.
        NoTranscriptsError: The folders hold no file that could be a transcript.
    """
    known = {entry.path: entry for entry in entries}
    found = {str(file.path): file for file in transcript_files(look(roots), now)}
    return known.keys() != found.keys() or not all(_unchanged(file, known[path]) for path, file in found.items())


def read_again(entry: Entry) -> Transcript:
    """Return the transcript that a file held and still holds.

    Raises:
        TranscriptError: The file is gone, or another than it was.
    """
    data = read_bytes(Path(entry.path), entry.source)
    if _hash(data) != entry.digest:
        raise UnreadableError(entry.source, "the file was changed just now; ask again in a minute")
    return read(data, entry.source, entry.id)


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Yield readings in batches that fit in memory and are worth writing."""
    batch: list[Reading] = []
    size = 0
    for reading in readings:
        batch.append(reading)
        size += reading.entry.size
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_all(stale: Sequence[File], known: Mapping[str, Entry], progress: Progress | None) -> Iterator[Reading]:
    for number, file in enumerate(stale):
        if progress:
            progress(number, len(stale), file.source)
        yield _read(file, known.get(str(file.path)))


def _unchanged(file: File, entry: Entry) -> bool:
    told = (entry.id, entry.source, entry.size, entry.changed)
    return file.changed >= 0 and told == (file.id, file.source, file.size, file.changed)


def _read(file: File, known: Entry | None) -> Reading:
    """Return what a file holds now; its transcript only where the bytes are others than before."""
    entry = Entry(path=str(file.path), id=file.id, source=file.source, size=file.size, changed=file.changed, digest="")
    try:
        data = read_bytes(file.path, file.source)
        entry = replace(entry, digest=_hash(data))
        if known is not None and (known.key, known.source) == (entry.key, entry.source):
            return Reading(entry=replace(entry, header=known.header, failure=known.failure))
        transcript = read(data, file.source, file.id)
        return Reading(entry=replace(entry, header=header_of(transcript)), transcript=transcript)
    except TranscriptError as error:
        return Reading(entry=replace(entry, failure=failure_of(error)))
    except Exception as error:
        log.warning("%s could not be read", file.source, exc_info=error)
        reason = f"the file could not be read ({type(error).__name__}); please report it"
        return Reading(entry=replace(entry, failure=Failure(source=file.source, line=None, reason=reason)))


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
