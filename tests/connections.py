"""A connection to SQLite that notes whether it is closed while a statement is under way."""

from __future__ import annotations

import sqlite3
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

MOMENT = 0.1  # seconds; who does not wait for a statement closes the connection within them


class Race:
    """A statement and the closing of its connection, both wanted at once.

    Attributes:
        done: What was done, in order.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self._entered, self._closed = threading.Event(), threading.Event()
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=self._connection))

    def run(self, use: Callable[[], object], close: Callable[[], object]) -> None:
        """Close while a thread is in the middle of using."""
        user = threading.Thread(target=use)
        user.start()
        self._entered.wait()
        close()
        user.join()

    def _connection(self, *given: Any, **named: Any) -> _Slow:  # noqa: ANN401 - as sqlite3 has it
        connection = _Slow(*given, **named)
        connection.race, connection.maker = self, threading.get_ident()
        return connection

    def carry_out(self) -> None:
        self._entered.set()
        self._closed.wait(MOMENT)
        self.done.append("carried out")

    def close(self) -> None:
        self._closed.set()
        self.done.append("closed")


class _Slow(sqlite3.Connection):
    """A connection whose statements take a moment in every thread but that which made it."""

    race: Race
    maker: int

    def execute(self, *given: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3 has it
        if threading.get_ident() != self.maker:
            self.race.carry_out()
        return super().execute(*given)

    def close(self) -> None:
        self.race.close()
        super().close()
