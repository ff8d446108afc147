"""What the bot has to remember over restarts: one SQLite file in the data folder."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

FILE_NAME = "verbatim.sqlite3"

# Each step leads from one version of the file to the next; steps are added, never changed.
_STEPS = (
    "CREATE TABLE synced (scope TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE commands (scope TEXT, name TEXT, id INTEGER, PRIMARY KEY (scope, name)) STRICT, WITHOUT ROWID",
)


class StoreError(Exception):
    """The file cannot be used; its text is one line that says why and what to do."""


class Store:
    """Facts by key, each written at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use a connection to a file of the newest version."""
        self._connection = connection

    @classmethod
    def open(cls, data_dir: Path) -> Store:
        """Open the store of a data folder, making folder and file on first use.

        Raises:
            StoreError: The folder cannot be written, or the file is damaged or newer than this program.
        """
        path = data_dir / FILE_NAME
        with _explained(path):
            data_dir.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, isolation_level=None)
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
        """Close the file."""
        self._connection.close()

    def synced(self, scope: str) -> str | None:
        """Return the digest of the commands that Discord was last given for a scope."""
        row = self._connection.execute("SELECT digest FROM synced WHERE scope = ?", (scope,)).fetchone()
        return None if row is None else str(row[0])

    def remember_synced(self, scope: str, digest: str) -> None:
        """Remember the digest of the commands that Discord now has for a scope."""
        self._connection.execute("INSERT OR REPLACE INTO synced VALUES (?, ?)", (scope, digest))

    def command_ids(self, scope: str) -> dict[str, int]:
        """Return the ids that Discord gave the commands of a scope, by name."""
        return dict(self._connection.execute("SELECT name, id FROM commands WHERE scope = ?", (scope,)))

    def remember_command_ids(self, scope: str, ids: Mapping[str, int]) -> None:
        """Remember the ids that Discord gave the commands of a scope, in place of those of before."""
        with self._connection:
            self._connection.execute("BEGIN")
            self._connection.execute("DELETE FROM commands WHERE scope = ?", (scope,))
            rows = [(scope, name, number) for name, number in ids.items()]
            self._connection.executemany("INSERT INTO commands VALUES (?, ?, ?)", rows)


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a file to the newest version, all steps or none.

    Raises:
        StoreError: A newer program wrote it.
    """
    connection.execute("PRAGMA journal_mode = WAL")
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
