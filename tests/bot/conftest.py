"""Fixtures for the bot on simulated Discord, in front of a library that answers as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bot.client.app import Verbatim
from bot.interactions import Responder
from bot.store import Store
from tests.bot.interview import Desk
from tests.bot.records import FakeLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval import Library
    from tests.simulator.simulator import Simulator

AT_ONCE = 0.0
IN_GOOD_TIME = 60.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as store:
        yield store


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
async def bot(simulator: Simulator, library: FakeLibrary, store: Store) -> Verbatim:
    """The bot, connected; it answers without deferring, however long that takes."""
    responder = Responder(grace=IN_GOOD_TIME)
    client = Verbatim(cast("Library", library), store, responder=responder)
    await simulator.connect(client)
    return client


@pytest.fixture
async def deferring_bot(simulator: Simulator, library: FakeLibrary, store: Store) -> Verbatim:
    """The bot, connected; it defers every answer, as it does when answers take long."""
    responder = Responder(grace=AT_ONCE)
    client = Verbatim(cast("Library", library), store, responder=responder)
    await simulator.connect(client)
    return client


@pytest.fixture
def desk(simulator: Simulator, store: Store, tmp_path: Path) -> Desk:
    """A folder with an interview, and all that a bot needs to answer from it."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    desk = Desk(folder=folder, simulator=simulator, store=store)
    desk.write()
    return desk
