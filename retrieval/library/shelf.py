"""Parsed transcripts, remembered on disk: one SQLite file, so that a crash, or a second process, hurts nothing.

`files` says what was found in each file the last time; `bodies` holds transcripts by the hash of what they were read
from, so that whoever still looks at an older state of the library finds its words; `indexes` says of which transcripts
each index on disk is. What was packed carries a checksum, so nothing damaged is ever shown.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from typing import TYPE_CHECKING

from retrieval.library.bodies import pack_body, text_of, unpack_body
from retrieval.library.locking import alone
from retrieval.library.records import (
    Entry,
    pack_entry,
    pack_text,
    unpack_entry,
    unpack_text,
)
from retrieval.library.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from retrieval.model import Transcript

KEPT = 7 * 24 * 3600  # seconds for which a body that no file has any more is kept for other processes
REFUSED = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Codes of errors that are the disk's, or another process's; any other means damage."""
SCHEMA = """
    CREATE TABLE files (path TEXT PRIMARY KEY, id TEXT, source TEXT, size INTEGER, changed INTEGER, digest TEXT,
        contents BLOB) WITHOUT ROWID;
    CREATE TABLE bodies (key TEXT PRIMARY KEY, orphaned INTEGER, body BLOB);
    CREATE TABLE indexes (name TEXT PRIMARY KEY, keys BLOB) WITHOUT ROWID;
"""
"""A body is long: in a table without row ids each one that the search for a key passes would be read, and what stands
behind a body is found only by reading that."""
ORPHANS = """
    UPDATE bodies SET orphaned = NULL WHERE orphaned IS NOT NULL AND key IN (SELECT id || '/' || digest FROM files);
    UPDATE bodies SET orphaned = unixepoch() WHERE orphaned IS NULL
        AND key NOT IN (SELECT id || '/' || digest FROM files);
"""
log = logging.getLogger(__name__)


class ForeignShelfError(Exception):
    """A shelf that another version wrote."""


class Shelf:
    """The parsed transcripts of one library."""

    def __init__(self, path: Path | None) -> None:
        """Open, or make, a shelf in a file, or in memory when there is no path; a damaged one is made anew."""
        self._lock = threading.RLock()
        self._path = path
        self._connection = self._opened()

    def entries(self) -> dict[str, Entry]:
        """Return what is known of each file, by path; what is damaged is not known.

        Raises:
            sqlite3.DatabaseError: The shelf is damaged.
        """
        with self._lock:
            rows = self._connection.execute("SELECT * FROM files").fetchall()
        return {entry.path: entry for row in rows if (entry := _entry(row)) is not None}

    def put(self, fresh: Iterable[tuple[Entry, Transcript | None]]) -> None:
        """Remember files that were read anew, all or nothing; a transcript is None where it is known already.

        Raises:
            sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
        """
        rows = [(_row(entry), transcript and _body_row(entry, transcript)) for entry, transcript in fresh]
        with self._lock, self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            for row, body in rows:
                self._connection.execute("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                if body:
                    self._connection.execute("REPLACE INTO bodies VALUES (?, NULL, ?)", body)

    def forget(self, gone: Iterable[str]) -> None:
        """Forget files that are gone, and bodies that no file has had for long.

        Raises:
            sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
        """
        with self._lock, self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
            for statement in ORPHANS.split(";"):
                self._connection.execute(statement)
            self._connection.execute("DELETE FROM bodies WHERE orphaned < unixepoch() - ?", (KEPT,))

    def earlier(self, transcript_id: str) -> list[str]:
        """Return what is still remembered of a transcript's texts, those that no file has any more, latest first.

        Raises:
            ValueError: One is damaged.
            sqlite3.DatabaseError: The shelf is.
        """
        with self._lock:
            rows = self._connection.execute(
                "SELECT key, body FROM bodies WHERE key >= ? AND key < ? AND orphaned IS NOT NULL"
                " ORDER BY orphaned DESC",
                (f"{transcript_id}/", f"{transcript_id}0"),
            ).fetchall()
        return [text_of(key, body) for key, body in rows]

    def transcript(self, entry: Entry) -> Transcript:
        """Return the transcript that an entry stands for.

        Raises:
            LookupError: It is not on this shelf.
            ValueError: It is damaged.
            sqlite3.DatabaseError: The shelf is.
        """
        with self._lock:
            row = self._connection.execute("SELECT body FROM bodies WHERE key = ?", (entry.key,)).fetchone()
        if row is None or entry.header is None:
            raise LookupError(entry.key)
        return unpack_body(entry.key, entry.header, row[0])

    def note_index(self, name: str, keys: Iterable[str]) -> None:
        """Remember of which transcripts, in order, an index on disk is.

        Raises:
            sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
        """
        with self._lock, self._connection:
            self._connection.execute("REPLACE INTO indexes VALUES (?, ?)", (name, pack_text("\n".join(keys))))

    def index_keys(self, name: str) -> list[str] | None:
        """Return of which transcripts an index on disk is, or None where that is not known."""
        with self._lock:
            row = self._connection.execute("SELECT keys FROM indexes WHERE name = ?", (name,)).fetchone()
        try:
            return unpack_text(row[0]).split("\n") if row else None
        except ValueError:
            return None

    def forget_indexes(self, kept: str) -> None:
        """Forget every index but one.

        Raises:
            sqlite3.DatabaseError: The shelf is damaged, or the disk refuses.
        """
        with self._lock, self._connection:
            self._connection.execute("DELETE FROM indexes WHERE name != ?", (kept,))

    def renew(self, error: Exception) -> None:
        """Make a damaged shelf anew; where the disk refuses to be written, go on in memory."""
        with self._lock:
            self._connection.close()
            self._connection = self._opened(error)

    def close(self) -> None:
        """Let go of the file, once no thread reads or writes: SQLite takes the process down otherwise."""
        with self._lock:
            self._connection.close()

    def _opened(self, error: Exception | None = None) -> sqlite3.Connection:
        """Return a connection to the shelf; one that failed already, or fails now, is made anew."""
        if self._path is None:
            return _prepared(":memory:")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._path.parent):  # or else one process might throw away what another has just made anew
            try:
                if error is None:
                    return _prepared(str(self._path))
            except (sqlite3.DatabaseError, ForeignShelfError) as fault:
                error = fault
            return self._anew(self._path, error)

    def _anew(self, path: Path, error: Exception) -> sqlite3.Connection:
        """Return a connection to an empty shelf in place of one that failed, in memory where the disk is at fault."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in REFUSED:
            log.warning("%s cannot be used (%s); what is read now will be read again next time", path, error)
            self._path = None
            return _prepared(":memory:")
        log.warning("%s is damaged or of another version (%s); the transcripts are read anew", path, error)
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        return _prepared(str(path))


def _prepared(path: str) -> sqlite3.Connection:
    """Return a connection to a shelf of this version, made where there is none.

    Raises:
        ForeignShelfError: It is a shelf of another version.
        sqlite3.DatabaseError: It is damaged, or no shelf at all.
    """
    connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            found = version()
            connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA}; PRAGMA user_version = {version()}; COMMIT")
        _require_own(found)
    except (sqlite3.DatabaseError, ForeignShelfError):
        connection.close()
        raise
    return connection


def _require_own(found: int) -> None:
    if found != version():
        raise ForeignShelfError(f"version {found} instead of {version()}")


def _body_row(entry: Entry, transcript: Transcript) -> tuple[str, bytes]:
    return entry.key, pack_body(entry.key, transcript)


def _row(entry: Entry) -> tuple[str | int | bytes, ...]:
    return entry.path, entry.id, entry.source, entry.size, entry.changed, entry.digest, pack_entry(entry)


def _entry(row: Sequence[str | int | bytes]) -> Entry | None:
    """Return the entry that a row holds, or None for a damaged one."""
    path, identity, source, size, changed, digest, contents = row
    try:
        header, failure = unpack_entry(bytes(contents))  # type: ignore[arg-type]
        numbers = int(size), int(changed)
    except (ValueError, TypeError):
        return None
    return Entry(
        path=str(path),
        id=str(identity),
        source=str(source),
        size=numbers[0],
        changed=numbers[1],
        digest=str(digest),
        header=header,
        failure=failure,
    )
