from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, cast

import discord
import discord.gateway
import pytest

from bot.client.app import Verbatim
from bot.client.connecting import REFUSED, REFUSED_INTENTS, StartError, serve
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.simulator.faults import LOGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

NO_PAUSE = (0.0, 0.0)


@pytest.fixture
def make(library: FakeLibrary, store: Store) -> Callable[[], Verbatim]:
    return lambda: Verbatim(cast("Library", library), store)


@pytest.fixture
def stop() -> asyncio.Event:
    return asyncio.Event()


class HungUp(discord.ConnectionClosed):
    """The gateway said goodbye in good order (1000)."""

    def __init__(self) -> None:
        self.code, self.reason, self.shard_id = 1000, "", None


class Calls(logging.Handler):
    """Does something at each line of a log."""

    def __init__(self, action: Callable[[], None]) -> None:
        super().__init__()
        self._action = action

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - whatever it says
        self._action()


@pytest.fixture
def tries(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is said about attempts that failed."""
    caplog.set_level(logging.DEBUG, "bot.client.connecting")
    return caplog


async def outcome(make: Callable[[], Verbatim], token: str, stop: asyncio.Event) -> tuple[str, int]:
    """Serve until that fails; return the line and the exit code."""
    with pytest.raises(StartError) as caught:
        await serve(make, token, stop, pauses=NO_PAUSE)
    return str(caught.value), caught.value.exit_code


async def test_it_serves_until_told_to_stop(
    simulator: Simulator, alice: Person, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    serving = asyncio.create_task(serve(make, simulator.token, stop))
    await simulator.until_connected()
    reply = await alice.slash("ask", question=WHO_CAME)

    stop.set()
    await serving

    assert "Hiroshige Seko" in reply.text


async def test_a_refused_token_is_said_to_be_one(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    assert await outcome(make, "not.the.token", stop) == (REFUSED, 2)
    assert simulator.routes == [LOGIN]


async def test_a_token_refused_after_the_login_is_said_to_be_refused(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    simulator.faults.status("GET /oauth2/applications/@me", 401)

    assert await outcome(make, simulator.token, stop) == (REFUSED, 2)


async def test_a_token_that_no_header_holds_is_refused_too(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    assert await outcome(make, "two\nlines", stop) == (REFUSED, 2)
    assert simulator.routes == []


async def test_a_token_revoked_while_serving_ends_it(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    serving = asyncio.create_task(outcome(make, simulator.token, stop))
    await simulator.until_connected()

    await simulator.outages.close(4004)

    assert await serving == (REFUSED, 2)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (4014, REFUSED_INTENTS),
        (4013, "Discord ended the connection for good (code 4013): update Verbatim"),
    ],
)
async def test_a_connection_ended_for_good_says_what_to_do(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event, code: int, line: str
) -> None:
    serving = asyncio.create_task(outcome(make, simulator.token, stop))
    await simulator.until_connected()

    await simulator.outages.close(code)

    assert await serving == (line, 2)


async def test_discord_out_of_reach_is_tried_again_then_said_to_be(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event, tries: pytest.LogCaptureFixture
) -> None:
    await simulator.go_down()

    line, code = await outcome(make, simulator.token, stop)

    assert line.startswith("Discord cannot be reached (Cannot connect to host 127.0.0.1")
    assert line.endswith("): check the network, then start Verbatim again")
    assert code == 1
    assert tries.text.count("trying again in 0 s") == 2


async def test_failing_servers_of_discord_are_tried_again(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    simulator.faults.status(LOGIN, 503, times=2)

    serving = asyncio.create_task(serve(make, simulator.token, stop, pauses=NO_PAUSE))
    await simulator.until_connected()
    stop.set()
    await serving

    assert simulator.routes.count(LOGIN) == 3


async def test_a_gateway_that_turns_us_away_at_first_is_tried_again(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event, tries: pytest.LogCaptureFixture
) -> None:
    simulator.outages.refuse_connections(1)

    serving = asyncio.create_task(serve(make, simulator.token, stop, pauses=NO_PAUSE))
    await simulator.until_connected()
    stop.set()
    await serving

    assert "Discord cannot be reached (503" in tries.text


@pytest.mark.parametrize("answer", [discord.gateway.ReconnectWebSocket(None), HungUp()])
async def test_a_gateway_that_hangs_up_before_its_greeting_is_out_of_reach(
    simulator: Simulator,
    make: Callable[[], Verbatim],
    stop: asyncio.Event,
    monkeypatch: pytest.MonkeyPatch,
    answer: Exception,
) -> None:
    async def hang_up(*_: object, **__: object) -> None:
        raise answer

    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "from_client", hang_up)

    line, code = await outcome(make, simulator.token, stop)

    assert line.startswith("Discord cannot be reached (the gateway hangs up)")
    assert code == 1


async def test_a_ban_is_not_made_worse_by_trying_again(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event
) -> None:
    simulator.faults.rate_limit(LOGIN, from_edge=True)

    line, code = await outcome(make, simulator.token, stop)

    assert line.startswith("Discord refuses to log us in (429")
    assert code == 1
    assert simulator.routes.count(LOGIN) == 1


async def test_told_to_stop_while_waiting_it_stops(
    simulator: Simulator, make: Callable[[], Verbatim], stop: asyncio.Event, tries: pytest.LogCaptureFixture
) -> None:
    await simulator.go_down()
    when_it_waits = Calls(stop.set)
    log = logging.getLogger("bot.client.connecting")
    log.addHandler(when_it_waits)

    await serve(make, simulator.token, stop, pauses=(600.0,))

    log.removeHandler(when_it_waits)
    assert "trying again in 600 s" in tries.text
