from __future__ import annotations

import asyncio
import sys
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from bot.client import StartError, run, running
from bot.client.running import MISSING, SWITCHING, put_replies_first
from bot.client.watching import refresh
from bot.config import Config
from retrieval import Changes
from tests.bot.records import FakeLibrary
from tests.simulator.changes import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Library


@dataclass
class Refreshed(FakeLibrary):
    """A library that is refreshed until it is closed."""

    begun: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)
    given_up: list[bool] = field(default_factory=list)

    def refresh(self) -> Changes:
        self.begun.set()
        self.given_up.append(self.closed.wait(PATIENCE))
        return Changes(added=(), updated=(), removed=(), failed=())

    def close(self) -> None:
        self.closed.set()


def test_without_a_token_it_does_not_start(tmp_path: Path, library: FakeLibrary) -> None:
    with pytest.raises(StartError, match=MISSING) as caught:
        run(Config(data_dir=tmp_path), cast("Library", library))

    assert caught.value.exit_code == 2


def test_replies_need_not_wait_long_for_a_thread_that_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr("gc.freeze", lambda: frozen.append(True))
    before = sys.getswitchinterval()
    try:
        put_replies_first()

        assert sys.getswitchinterval() == pytest.approx(SWITCHING)
        assert frozen == [True]
    finally:
        sys.setswitchinterval(before)


def test_leaving_gives_up_a_refresh_that_is_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Refreshed()

    async def until_it_refreshes(*_: object) -> None:
        await asyncio.to_thread(library.begun.wait)

    monkeypatch.setattr(running, "serve", until_it_refreshes)
    monkeypatch.setattr(running, "watch", lambda watched, _: refresh(watched))
    monkeypatch.setattr(running, "set_up_logging", lambda *_: None)
    monkeypatch.setattr(running, "put_replies_first", lambda: None)

    run(Config(data_dir=tmp_path, token="a.b.c"), cast("Library", library))  # noqa: S106 - nobody's

    assert library.given_up[0]
