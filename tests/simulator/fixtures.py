"""Fixtures for tests against simulated Discord; tests/conftest.py names this module as a plugin."""

from __future__ import annotations

import gc
import logging
import os
from typing import TYPE_CHECKING

import discord
import pytest
import yarl

from tests.simulator.simulator import Simulator
from tests.simulator.state.clock import Clock, ManualClock
from tests.simulator.validate.spec import BESIDE_THE_REPOSITORY, Specification

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.simulator.users.person import Person


def pytest_report_header() -> str | None:
    if BESIDE_THE_REPOSITORY.exists():
        return None
    return "simulator: Discord's specification is not there; requests are held to the other limits only"


@pytest.fixture(scope="module")
def lasting() -> None:
    """Set aside what outlives a module: every simulator collects garbage when it ends, and need not look there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def specification() -> Specification | None:
    """Discord's own description; checks (CI is set) may not go without it."""
    if BESIDE_THE_REPOSITORY.exists():
        return Specification.read()
    if os.environ.get("CI"):
        pytest.fail(f"with CI set, {BESIDE_THE_REPOSITORY.name} has to be there")
    return None


@pytest.fixture
def clock() -> Clock:
    """The simulator's time; a test module may override this with a RunningClock."""
    return ManualClock()


@pytest.fixture
async def simulator(
    clock: Clock,
    specification: Specification | None,
    monkeypatch: pytest.MonkeyPatch,
    lasting: None,  # noqa: ARG001 - wanted for what it does
) -> AsyncIterator[Simulator]:
    """Simulated Discord, which discord.py in this process talks to; it fails tests that break its rules."""
    discord_ = Simulator(clock=clock, specification=specification)
    await discord_.start()
    monkeypatch.setattr(discord.http.Route, "BASE", discord_.server.api_url)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord_.server.gateway_url))
    monkeypatch.setattr(discord.Client, "before_identify_hook", _no_pause)
    root = logging.getLogger()
    level = root.level
    root.addHandler(discord_.log)
    root.setLevel(logging.INFO)  # as the bot logs by default
    yield discord_
    await discord_.stop()
    root.removeHandler(discord_.log)
    root.setLevel(level)
    assert discord_.findings() == []


@pytest.fixture
def alice(simulator: Simulator) -> Person:
    """A user in the home server."""
    return simulator.person("alice")


async def _no_pause(_client: discord.Client, _shard_id: int | None, *, initial: bool) -> None:
    """Identify at once: a client would pause five seconds before every session but its first."""
