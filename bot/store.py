"""What the bot has to remember over restarts: one SQLite file in the data folder."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

FILE_NAME = "verbatim.sqlite3"

# Each step leads from one version of the file to the next; steps are added, never changed.
_STEPS = (
    "CREATE TABLE synced (scope TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE feedback (
           question TEXT, quote TEXT, note TEXT, times INTEGER NOT NULL, PRIMARY KEY (question, quote, note)
       ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE gaps (word TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE commands (scope TEXT, name TEXT, id INTEGER, PRIMARY KEY (scope, name)) STRICT, WITHOUT ROWID",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """What somebody, and nobody knows who, held to be wrong.

    Attributes:
        question: What had been asked, or put up to be checked; empty where neither was repeated.
        quote_id: The quote that was shown; empty where there was none.
        note: What was written about it; may be empty.
        times: How often just this was said.
    """

    question: str
    quote_id: str
    note: str
    times: int


class StoreError(Exception):
    """The file cannot be used or written; its text is one line that says why, and where it is known what to do."""


class Store:
    """Facts by key, each written at once, from any thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use a connection to a file of the newest version."""
        self._connection = connection
        self._lock = threading.Lock()

    @classmethod
    def open(cls, data_dir: Path) -> Store:
        """Open the store of a data folder, making folder and file on first use.

        Raises:
            StoreError: The folder cannot be written, or the file is damaged or newer than this program.
        """
        path = data_dir / FILE_NAME
        with _explained(path):
            data_dir.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                _upgrade(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(connection)

    def __enter__(self) -> Self:
        """Use the store for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file, once no thread reads or writes: SQLite takes the process down otherwise."""
        with self._lock:
            self._connection.close()

    def synced(self, scope: str) -> str | None:
        """Return the digest of the commands that Discord was last given for a scope."""
        rows = self._rows("SELECT digest FROM synced WHERE scope = ?", (scope,))
        return str(rows[0][0]) if rows else None

    def remember_synced(self, scope: str, digest: str) -> None:
        """Remember the digest of the commands that Discord now has for a scope."""
        self._rows("INSERT OR REPLACE INTO synced VALUES (?, ?)", (scope, digest))

    def remember_feedback(self, question: str, quote_id: str, note: str) -> None:
        """Keep what somebody holds to be wrong; the same said again is counted."""
        self._rows(
            "INSERT INTO feedback VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
            (question, quote_id, note),
        )

    def feedback(self) -> list[Feedback]:
        """Return what was held to be wrong, the most often said first."""
        rows = self._rows(
            "SELECT question, quote, note, times FROM feedback ORDER BY times DESC, question, quote, note"
        )
        return [Feedback(question=row[0], quote_id=row[1], note=row[2], times=row[3]) for row in rows]

    def count_gaps(self, words: Iterable[str]) -> None:
        """Count words that were asked about and that no transcript holds."""
        for word in words:
            self._rows("INSERT INTO gaps VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1", (word.casefold(),))

    def gaps(self) -> dict[str, int]:
        """Return how often each missing word was asked about, the most wanted first."""
        return dict(self._rows("SELECT word, times FROM gaps ORDER BY times DESC, word"))

    def _rows(self, statement: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """Carry out one statement, while no other thread does.

        Raises:
            StoreError: The disk is full, or the file is locked, damaged or closed.
        """
        try:
            with self._lock:
                return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            msg = f"{FILE_NAME} cannot be used now ({error})"
            raise StoreError(msg) from error

    def command_ids(self, scope: str) -> dict[str, int]:
        """Return the ids that Discord gave the commands of a scope, by name."""
        return dict(self._rows("SELECT name, id FROM commands WHERE scope = ?", (scope,)))

    def remember_command_ids(self, scope: str, ids: Mapping[str, int]) -> None:
        """Remember the ids that Discord gave the commands of a scope, in place of those of before."""
        self._rows("DELETE FROM commands WHERE scope = ?", (scope,))
        for name, number in ids.items():
            self._rows("INSERT INTO commands VALUES (?, ?, ?)", (scope, name, str(number)))


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a file to the newest version, all steps or none.

    Raises:
        StoreError: A newer program wrote it.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(_STEPS):
        msg = f"{path} was written by a newer version of Verbatim: update it, or choose another DATA_DIR"
        raise StoreError(msg)
    for step in _STEPS[version:]:
        connection.execute(step)
    connection.execute(f"PRAGMA user_version = {len(_STEPS)}")
    connection.execute("COMMIT")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say in one line what keeps a file from being used."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        msg = f"{path} cannot be used ({reason}): make DATA_DIR a folder that can be written, or move it away"
        raise StoreError(msg) from error
