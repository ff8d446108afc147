"""What fails a test when it ends, and how a test says that it means it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest

from tests.simulator.faults import SYNC
from tests.simulator.simulator import Simulator
from tests.simulator.teardown import Expectations, complaints

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.simulator.parrot import Parrot
    from tests.simulator.users.person import Person


@pytest.fixture
async def another() -> AsyncIterator[Simulator]:
    """A simulator whose findings do not fail this test."""
    another = Simulator()
    await another.start()
    yield another
    await another.stop()


def test_a_surprise_and_an_expectation_unmet_are_findings() -> None:
    expected = Expectations()
    expected.add("violation: .*4000")
    expected.add("unanswered")

    assert expected.unmet(["violation: at most 4000", "leak: a token"]) == [
        "leak: a token",
        "expected, but did not happen: unanswered",
    ]


async def test_an_unanswered_interaction_is_a_finding(another: Simulator) -> None:
    another.world.commands.put(None, {"name": "ask", "description": "Ask"})

    reply = await another.person("bob").waiting("sent").slash("ask")

    assert another.findings() == [f"unanswered: interaction of type 2, {reply.interaction.data}"]


async def test_a_fault_that_never_strikes_is_a_finding(another: Simulator) -> None:
    another.faults.status(SYNC, 503, times=2)

    assert another.findings() == [f"fault never struck: {SYNC}, 2 more"]


async def test_tokens_in_the_log_are_findings(another: Simulator) -> None:
    another.world.commands.put(None, {"name": "ask", "description": "Ask"})
    interaction = (await another.person("bob").waiting("sent").slash("ask")).interaction
    another.expect("unanswered")

    for secret in (another.token, interaction.token):
        another.log.handle(logging.LogRecord("bot", logging.INFO, "", 0, "have %s", (secret,), None))

    assert another.findings() == [
        "leak: the bot's token is in the log",
        "leak: the token of an interaction of type 2 is in the log",
    ]


@pytest.mark.parametrize(
    ("logger", "count"), [("discord.client", 1), ("asyncio", 1), ("aiohttp.server", 1), ("bot", 0)]
)
async def test_errors_beside_the_bot_s_own_are_findings(another: Simulator, logger: str, count: int) -> None:
    another.log.handle(logging.LogRecord(logger, logging.ERROR, "", 0, "broken", None, None))

    assert another.findings() == [f"error logged: {logger} ERROR broken"] * count


async def test_a_task_whose_exception_nobody_fetched_is_a_finding(simulator: Simulator) -> None:
    simulator.expect("error logged: asyncio ERROR Task exception was never retrieved")

    task = asyncio.create_task(_break())
    await asyncio.wait({task})
    del task


async def test_a_client_that_died_is_a_finding(simulator: Simulator, parrot: Parrot) -> None:
    simulator.expect("client ended: ConnectionClosed")

    await simulator.outages.close(4004)
    await simulator.until_ended(parrot)


@pytest.mark.usefixtures("simulator")
async def test_a_client_that_the_test_closed_is_well(parrot: Parrot, alice: Person) -> None:
    await alice.slash("echo", words="hello")

    await parrot.close()


def test_a_process_s_errors_are_found_in_its_output() -> None:
    lines = [
        "12:00 INFO ready",
        "12:01 ERROR discord.client broken",
        "Traceback (most recent call last):",
        "coroutine 'x' was never awaited",
        "an answer about errors",
    ]

    assert list(complaints("\n".join(lines))) == [
        "error printed: 12:01 ERROR discord.client broken",
        "error printed: Traceback (most recent call last):",
        "error printed: coroutine 'x' was never awaited",
    ]


async def _break() -> None:
    raise ValueError("broken")
