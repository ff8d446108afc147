"""A library that was read from files, and the bot in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.client.app import Verbatim
from bot.interactions import Responder
from retrieval import Library
from tests.bot.conftest import IN_GOOD_TIME

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import Store
    from tests.simulator.simulator import Simulator

HARBOUR = """\
Fisheries Minister Anna Holm’s answers to reporters’ questions (Bergen, 3 May 2021)

Question: Will the harbour of Tromsø be widened?

A.Holm: The harbour will be widened in two steps. The first step costs 40 million kroner in all, and the second 20.
"""
DEBATE = """\
Port Director Jonas Berg and Mayor Ida Lund meet the press (Tromsø, {date})

J.Berg: The harbour is too narrow for modern ships, and the lighthouse on the northern mole has to go.

Question: Who pays for the dredging?

I.Lund: The state pays for the dredging, and the town pays for the quay in front of the old customs house.
"""
DATES = ("7 June 2021", "1 July 2022", "2 July 2022")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own, to change."""
    return written(tmp_path)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that nobody changes."""
    return Library.open(written(tmp_path_factory.mktemp("kept")))


@pytest.fixture
def held(request: pytest.FixtureRequest) -> Library:
    """What the bot answers from: read anew for tests that change its folder, else the one that is kept."""
    if "folder" in request.fixturenames:
        return Library.open(request.getfixturevalue("folder"))
    kept: Library = request.getfixturevalue("kept")
    return kept


def written(parent: Path) -> Path:
    """Write the transcripts into a new folder."""
    folder = parent / "transcripts"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    for number, date in enumerate(DATES):
        (folder / f"debate-{number}.txt").write_text(DEBATE.format(date=date), encoding="utf-8")
    return folder


@pytest.fixture
async def reader(simulator: Simulator, held: Library, store: Store) -> Verbatim:
    """The bot, connected, in front of transcripts that were read."""
    client = Verbatim(held, store, responder=Responder(grace=IN_GOOD_TIME))
    await simulator.connect(client)
    return client
