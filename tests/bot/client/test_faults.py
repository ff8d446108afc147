"""What befalls a bot on Discord, and what its users notice: nothing, wherever that is possible."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import pytest
from discord.backoff import ExponentialBackoff

from bot.client.app import Verbatim
from bot.client.monitoring import condition
from bot.health import LONGEST_SILENCE
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.simulator.faults import CALLBACK, EDIT_ORIGINAL

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import ManualClock
    from tests.simulator.users.person import Person

Outage: TypeAlias = "Callable[[Simulator], Awaitable[None]]"
SEKO = "Hiroshige Seko"


async def dropped(simulator: Simulator) -> None:
    simulator.outages.drop()


def closed(code: int, *, forget: bool = False) -> Outage:
    return lambda simulator: simulator.outages.close(code, forget=forget)


# Each leaves the session alive, so that discord.py takes it up again.
RESUMABLE: dict[str, Outage] = {
    "op 7": lambda simulator: simulator.outages.reconnect(),
    "op 9 true": lambda simulator: simulator.outages.invalidate(resumable=True),
    "close 1000": closed(1000),
    "close 1001": closed(1001),
    "close 4000": closed(4000),
    "close 4008": closed(4008),
    "TCP cut": dropped,
}
# Each loses the session, so that there is a new one.
LOST: dict[str, Outage] = {
    "op 9 false": lambda simulator: simulator.outages.invalidate(resumable=False),
    "close 4007": closed(4007, forget=True),
    "close 4009": closed(4009, forget=True),
}


@pytest.mark.parametrize("outage", RESUMABLE.values(), ids=RESUMABLE)
async def test_a_connection_that_is_lost_is_resumed_and_what_was_asked_meanwhile_is_answered_once(
    simulator: Simulator, alice: Person, bot: Verbatim, library: FakeLibrary, outage: Outage
) -> None:
    await outage(simulator)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert SEKO in reply.text
    assert (simulator.routes.count(CALLBACK), len(library.calls)) == (1, 1)
    assert (simulator.gateway.resumes, simulator.gateway.identifies) == (1, 1)


@pytest.mark.parametrize("outage", LOST.values(), ids=LOST)
async def test_a_session_that_is_lost_is_replaced_and_nothing_is_loaded_or_registered_again(
    simulator: Simulator, alice: Person, bot: Verbatim, library: FakeLibrary, outage: Outage
) -> None:
    await outage(simulator)
    await simulator.until(lambda: simulator.gateway.identifies == 2)
    await simulator.until_connected()
    before = list(library.calls)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert (SEKO in reply.text, before) == (True, [])
    assert sum(route.startswith("PUT") for route in simulator.routes) == 1


async def test_what_was_asked_over_three_seconds_before_it_is_replayed_is_dropped_and_counted(
    simulator: Simulator, alice: Person, bot: Verbatim, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.expect("unanswered")
    simulator.expect("error logged: discord.client ERROR Attempting a reconnect")
    monkeypatch.setattr(ExponentialBackoff, "delay", _at_once)
    simulator.outages.refuse_connections(1_000)
    simulator.outages.drop()
    await simulator.until(lambda: simulator.gateway.refusals_left < 1_000)
    await alice.waiting("sent").slash("ask", question=WHO_CAME)

    clock.advance(4)
    simulator.outages.refuse_connections(0)
    await simulator.until(lambda: CALLBACK in simulator.routes)

    await bot.settled()
    assert (bot.responder.late, simulator.routes.count(CALLBACK)) == (1, 1)


async def test_a_gateway_that_falls_silent_is_left_and_found_again(
    simulator: Simulator, alice: Person, library: FakeLibrary, store: Store
) -> None:
    client = Verbatim(cast("Library", library), store)
    client._connection.heartbeat_timeout = 0.2  # noqa: SLF001 - a minute by default, and it has no other name
    simulator.gateway.heartbeat_interval = 0.05
    await simulator.connect(client)

    simulator.outages.fall_silent()
    await simulator.until(lambda: simulator.gateway.resumes == 1)

    assert SEKO in (await alice.slash("ask", question=WHO_CAME)).text


async def test_a_bot_whose_heartbeats_nobody_acknowledges_is_not_well(
    simulator: Simulator, bot: Verbatim, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.outages.mute_acknowledgements()
    monkeypatch.setattr("bot.client.monitoring.time.perf_counter", lambda: time.monotonic() + LONGEST_SILENCE + 1)

    assert condition(bot, cast("Library", library)).fault == "Discord acknowledges no heartbeat"


async def test_an_answer_that_is_limited_in_rate_arrives_all_the_same(
    simulator: Simulator, alice: Person, bot: Verbatim
) -> None:
    simulator.faults.rate_limit(CALLBACK, retry_after=0.01)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert SEKO in reply.text
    assert (simulator.routes.count(CALLBACK), bot.responder.late) == (2, 0)


async def test_an_answer_that_is_limited_for_too_long_is_dropped_and_counted(
    simulator: Simulator, alice: Person, bot: Verbatim, clock: ManualClock
) -> None:
    simulator.expect("unanswered")
    simulator.faults.rate_limit(CALLBACK, retry_after=0.2)

    await alice.waiting("sent").slash("ask", question=WHO_CAME)
    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 1)
    clock.advance(4)
    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 2)

    await bot.settled()
    assert bot.responder.late == 1


async def test_a_deferred_answer_that_is_limited_in_rate_arrives_all_the_same(
    simulator: Simulator, alice: Person, deferring_bot: Verbatim
) -> None:
    simulator.faults.rate_limit(EDIT_ORIGINAL, retry_after=0.01)

    reply = await alice.slash("ask", question=WHO_CAME)

    await deferring_bot.settled()
    assert SEKO in reply.text
    assert simulator.routes.count(EDIT_ORIGINAL) == 2


async def test_a_bot_outlives_an_outage_of_discord_and_answers_again(
    simulator: Simulator, alice: Person, bot: Verbatim, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.expect("error logged: discord.client ERROR Attempting a reconnect")
    monkeypatch.setattr(ExponentialBackoff, "delay", _at_once)

    await simulator.go_down()
    await simulator.come_back()

    assert SEKO in (await alice.slash("ask", question=WHO_CAME)).text
    assert not bot.is_closed()


def _at_once(_backoff: ExponentialBackoff[Any]) -> float:
    return 0.0
