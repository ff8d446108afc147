"""Parsed transcripts, remembered on disk: one SQLite file, so that a crash, or a second process, hurts nothing.

`files` says what was found in each file the last time; `bodies` holds transcripts by the hash of what they were read
from, so that whoever still looks at an older state of the library finds its words.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from retrieval.library.records import body_to_json, header_from_json, header_to_json, text_of, transcript_from_json
from retrieval.model import Failure, Header, Transcript

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

VERSION = 1
"""Of everything kept on disk; another version, read or written, means to read the files anew."""
KEPT = 7 * 24 * 3600  # seconds for which a body that no file has any more is kept for other processes
OPENED = 64  # transcripts kept in memory of those on disk
SCHEMA = """
    CREATE TABLE files (path TEXT PRIMARY KEY, id TEXT, source TEXT, size INTEGER, changed INTEGER, digest TEXT,
        header TEXT, failure TEXT) WITHOUT ROWID;
    CREATE TABLE bodies (key TEXT PRIMARY KEY, body TEXT, orphaned INTEGER) WITHOUT ROWID;
"""
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What is known of a file.

    Attributes:
        path: Where it lies.
        id: The id of the transcript in it.
        source: Its path within its folder.
        size: In bytes, when it was read.
        changed: When it had last been changed, in nanoseconds.
        digest: Hash of its bytes; empty when it could not be read.
        header: What the transcript in it is, or None.
        failure: Why it could not be read, or None.
    """

    path: str
    id: str
    source: str
    size: int
    changed: int
    digest: str
    header: Header | None = None
    failure: Failure | None = None

    @property
    def key(self) -> str:
        """What the transcript in it is remembered by."""
        return f"{self.id}/{self.digest}"


class Shelf:
    """The parsed transcripts of one library."""

    def __init__(self, path: Path | None) -> None:
        """Open, or make, a shelf in a file, or in memory when there is no path; a damaged one is made anew."""
        self._lock = threading.RLock()
        self._path = path
        self._connection = self._opened()
        self.body = lru_cache(maxsize=OPENED if path else None)(self._body)

    def entries(self) -> dict[str, Entry]:
        """Return what is known of each file, by path."""
        with self._lock:
            rows = self._connection.execute("SELECT * FROM files").fetchall()
        return {row[0]: _entry(row) for row in rows}

    def update(self, fresh: Iterable[tuple[Entry, Transcript | None]], gone: Iterable[str]) -> None:
        """Remember files that were read anew and forget files that are gone, all or nothing."""
        with self._lock, self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
            for entry, transcript in fresh:
                self._connection.execute("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _row(entry))
                if transcript is not None:
                    self._connection.execute(
                        "REPLACE INTO bodies VALUES (?, ?, NULL)", (entry.key, body_to_json(transcript))
                    )
            self._tidy()

    def earlier(self, transcript_id: str) -> list[str]:
        """Return what is still remembered of a transcript's texts, those that no file has any more, latest first."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT body FROM bodies WHERE key >= ? AND key < ? AND orphaned IS NOT NULL ORDER BY orphaned DESC",
                (f"{transcript_id}/", f"{transcript_id}0"),
            ).fetchall()
        return [text_of(row[0]) for row in rows]

    def _tidy(self) -> None:
        """Mark bodies that no file has any more, and drop those marked long ago."""
        known = "SELECT id || '/' || digest FROM files"
        self._connection.execute(f"UPDATE bodies SET orphaned = NULL WHERE key IN ({known})")  # noqa: S608 - a constant
        self._connection.execute(
            f"UPDATE bodies SET orphaned = unixepoch() WHERE orphaned IS NULL AND key NOT IN ({known})"  # noqa: S608 - a constant
        )
        self._connection.execute("DELETE FROM bodies WHERE orphaned < unixepoch() - ?", (KEPT,))

    def _body(self, key: str, header: Header) -> Transcript:
        """Return the transcript that is remembered by a key."""
        with self._lock:
            row = self._connection.execute("SELECT body FROM bodies WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise LookupError(key)
        return transcript_from_json(header, row[0])

    def _opened(self) -> sqlite3.Connection:
        if self._path is None:
            return _prepared(_connect(":memory:"))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _prepared(_connect(str(self._path)))
        except (sqlite3.DatabaseError, ValueError) as error:
            log.warning("%s is damaged or of another version (%s); the transcripts are read anew", self._path, error)
            for name in (self._path.name, f"{self._path.name}-wal", f"{self._path.name}-shm"):
                self._path.with_name(name).unlink(missing_ok=True)
            return _prepared(_connect(str(self._path)))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class Shelved(Sequence[Transcript]):
    """Transcripts on a shelf, in order; each is taken down when somebody looks at it."""

    def __init__(self, shelf: Shelf, entries: Sequence[Entry]) -> None:
        """Read from a shelf what some entries, all of transcripts, say is there."""
        self._shelf = shelf
        self._entries = entries

    def __len__(self) -> int:
        """Return how many transcripts there are."""
        return len(self._entries)

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
        entry = self._entries[number]
        if entry.header is None:
            raise LookupError(entry.path)
        return self._shelf.body(entry.key, entry.header)


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a connection to a shelf of this version, made where there is none.

    Raises:
        ValueError: It is a shelf of another version.
        sqlite3.DatabaseError: It is damaged, or no shelf at all.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA}; PRAGMA user_version = {VERSION}; COMMIT")
    elif version != VERSION:
        connection.close()
        raise ValueError(f"version {version} instead of {VERSION}")
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        connection.close()
        raise sqlite3.DatabaseError("quick_check failed")
    return connection


def _row(entry: Entry) -> tuple[str | int | None, ...]:
    header = header_to_json(entry.header) if entry.header else None
    failure = json.dumps([entry.failure.source, entry.failure.line, entry.failure.reason]) if entry.failure else None
    return entry.path, entry.id, entry.source, entry.size, entry.changed, entry.digest, header, failure


def _entry(row: Sequence[str | int | None]) -> Entry:
    path, identity, source, size, changed, digest, header, failure = row
    held = json.loads(str(failure)) if failure else None
    return Entry(
        path=str(path),
        id=str(identity),
        source=str(source),
        size=int(size or 0),
        changed=int(changed or 0),
        digest=str(digest),
        header=header_from_json(str(header)) if header else None,
        failure=Failure(source=held[0], line=held[1], reason=held[2]) if held else None,
    )
