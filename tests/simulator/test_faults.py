"""Faults over the wire: what discord.py makes of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest
from discord.backoff import ExponentialBackoff

from tests.simulator.faults import CALLBACK, EDIT_ORIGINAL, FOLLOW_UP, LOGIN, SYNC
from tests.simulator.parrot import Parrot
from tests.simulator.state.clock import Clock, ManualClock

if TYPE_CHECKING:
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


@pytest.fixture
def clock() -> Clock:
    return ManualClock()


async def test_a_failed_sync_ends_a_start_that_does_not_catch_it(simulator: Simulator) -> None:
    simulator.faults.status(SYNC, 503)

    with pytest.raises(discord.DiscordServerError):
        await simulator.connect(Parrot())

    assert simulator.commands() == []


async def test_a_rate_limit_is_waited_out(simulator: Simulator) -> None:
    simulator.faults.rate_limit(SYNC, retry_after=0.01)

    await simulator.connect(Parrot())

    assert simulator.routes.count(SYNC) == 2


async def test_a_global_rate_limit_is_waited_out(simulator: Simulator) -> None:
    simulator.faults.rate_limit(SYNC, is_global=True, times=2)

    await simulator.connect(Parrot())

    assert simulator.routes.count(SYNC) == 3


async def test_a_ban_at_the_edge_is_an_error(simulator: Simulator) -> None:
    simulator.faults.rate_limit(LOGIN, from_edge=True)

    with pytest.raises(discord.HTTPException, match="1015"):
        await simulator.connect(Parrot())


async def test_an_answer_that_fails_after_it_was_taken_is_known_already(
    simulator: Simulator, alice: Person, parrot: Parrot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio, "sleep", _at_once)  # discord.py would pause a second
    simulator.faults.status(CALLBACK, 500, after_effect=True)

    reply = await alice.slash("echo", words="hello")
    error = await parrot.errors.get()

    assert reply.text == "hello (en-US)"
    assert "error code: 40060" in str(error)


async def test_a_rate_limited_follow_up_arrives_all_the_same(
    simulator: Simulator, alice: Person, parrot: Parrot
) -> None:
    simulator.faults.rate_limit(FOLLOW_UP)

    reply = await alice.slash("whisper", words="hello")

    assert reply.text == "hello"
    assert simulator.routes.count(FOLLOW_UP) == 2
    assert parrot.errors.empty()


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_cut_connection_is_not_tried_again(
    simulator: Simulator, alice: Person, parrot: Parrot, *, after_effect: bool
) -> None:
    simulator.faults.abort(EDIT_ORIGINAL, after_effect=after_effect)

    reply = await alice.waiting("acknowledged").slash("think", words="hello")
    error = await parrot.errors.get()

    assert isinstance(error.__cause__, aiohttp.ClientConnectionError)
    assert reply.message.text == ("hello" if after_effect else "")
    assert reply.message.thinking is not after_effect
    assert simulator.requests[-1].status == 0


async def test_an_answer_held_up_for_three_seconds_is_too_late(
    simulator: Simulator, alice: Person, parrot: Parrot, clock: ManualClock
) -> None:
    simulator.expect("unanswered")
    simulator.faults.delay(CALLBACK, 4)

    await alice.waiting("sent").slash("echo", words="hello")
    await simulator.until(lambda: CALLBACK in simulator.routes)
    clock.advance(4)
    error = await parrot.errors.get()

    assert "error code: 10062" in str(error)


async def test_an_answer_held_up_for_a_second_is_in_time(
    simulator: Simulator, alice: Person, parrot: Parrot, clock: ManualClock
) -> None:
    simulator.faults.delay(CALLBACK, 1)

    reply = await alice.waiting("sent").slash("echo", words="hello")
    await simulator.until(lambda: CALLBACK in simulator.routes)
    clock.advance(1)
    await reply.until_answered()

    assert reply.acknowledged_after == 1
    assert parrot.errors.empty()


async def test_an_outage_is_survived(
    simulator: Simulator, alice: Person, parrot: Parrot, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.expect("error logged: discord.client ERROR Attempting a reconnect")
    tried = asyncio.Event()

    def note_attempt(_backoff: ExponentialBackoff[bool]) -> float:
        tried.set()
        return 0.0

    monkeypatch.setattr(ExponentialBackoff, "delay", note_attempt)

    await simulator.go_down()
    await tried.wait()
    await simulator.come_back()
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert parrot.times_ready == 1


async def test_a_refused_connection_is_tried_again(
    simulator: Simulator, alice: Person, parrot: Parrot, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.expect("error logged: discord.client ERROR Attempting a reconnect")
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _self: 0.0)
    simulator.outages.refuse_connections(2)

    await simulator.outages.reconnect()
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert parrot.times_ready == 1


_sleep = asyncio.sleep


async def _at_once(_seconds: float) -> None:
    await _sleep(0)
