from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, cast

import pytest

from bot.client.app import Verbatim
from bot.client.monitoring import condition, monitored
from bot.health import Condition, UnwellError, ask

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
    from tests.bot.records import FakeLibrary
    from tests.simulator.simulator import Simulator


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def look(client: Verbatim | None, library: FakeLibrary) -> Condition:
    return condition(client, cast("Library", library))


async def test_a_connected_bot_is_well_and_says_so_over_http(bot: Verbatim, library: FakeLibrary, port: int) -> None:
    async with monitored(port, lambda: look(bot, library)):
        told = await asyncio.to_thread(ask, port)

    assert (told.gateway_ready, told.transcripts, told.late) == (True, 1, 0)
    assert told.heartbeat_age is not None
    assert 0 <= told.heartbeat_age < 60


async def test_before_there_is_a_client_the_gateway_is_not_ready(library: FakeLibrary, port: int) -> None:
    async with monitored(port, lambda: look(None, library)):
        with pytest.raises(UnwellError, match="the gateway is not ready"):
            await asyncio.to_thread(ask, port)


def test_a_client_that_has_not_connected_is_not_well(library: FakeLibrary, store: Store) -> None:
    client = Verbatim(cast("Library", library), store)

    assert look(client, library) == Condition(gateway_ready=False, transcripts=1, heartbeat_age=None, late=0)


async def test_a_bot_that_was_cut_off_is_well_again_once_it_has_resumed(
    bot: Verbatim, library: FakeLibrary, simulator: Simulator
) -> None:
    simulator.outages.drop()
    await simulator.until(lambda: simulator.gateway.resumes == 1)

    await simulator.until_connected()

    assert look(bot, library).is_well


async def test_a_closed_bot_is_not_well(bot: Verbatim, library: FakeLibrary) -> None:
    await bot.close()

    assert look(bot, library).fault == "the gateway is not ready"


async def test_without_transcripts_nothing_can_be_answered(bot: Verbatim, library: FakeLibrary) -> None:
    library.transcripts = ()

    assert look(bot, library).fault == "there are no transcripts"


async def test_without_a_port_nobody_listens() -> None:
    async with monitored(None, lambda: pytest.fail("nobody asks")):
        pass
