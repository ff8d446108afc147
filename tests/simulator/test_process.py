"""A bot as a process: the launcher points discord.py here and leaves the rest as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.simulator.state.clock import Clock, RunningClock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

BOT = """
import asyncio, os, signal, sys
from tests.simulator.parrot import Parrot

async def main():
    parrot = Parrot()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with parrot:
        running = asyncio.create_task(parrot.start(os.environ["DISCORD_TOKEN"]))
        await asyncio.wait({running, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
    print("stopped", *sys.argv[1:], sorted(os.environ))
    return 0 if stop.is_set() else 2

sys.exit(asyncio.run(main()))
"""


@pytest.fixture
def clock() -> Clock:
    return RunningClock()


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A working directory whose `bot` is a tiny one, found before ours."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").touch()
    (tmp_path / "bot" / "__main__.py").write_text(BOT)
    return tmp_path


async def test_a_process_connects_answers_and_stops(simulator: Simulator, alice: Person, directory: Path) -> None:
    bot = await simulator.start_bot("--flag", "discord", directory=directory, environment={"LOG_LEVEL": "INFO"})
    await simulator.until_connected()

    reply = await alice.slash("echo", words="hello")
    bot.terminate()
    code = await bot.ended()

    assert reply.text == "hello (en-US)"
    assert reply.answered_after is not None
    assert 0 < reply.answered_after < 3
    assert code == 0
    assert "stopped --flag discord" in bot.output
    assert "LOG_LEVEL" in bot.output


async def test_a_button_outlives_the_process_that_made_it(simulator: Simulator, alice: Person, directory: Path) -> None:
    first = await simulator.start_bot(directory=directory)
    await simulator.until_connected()
    asked = await alice.slash("echo", words="hello")
    await first.kill()

    await simulator.start_bot(directory=directory)
    await simulator.until_connected()
    await alice.click(asked.message, "Again")

    assert asked.text == "hello, hello"


async def test_a_process_that_ends_by_itself_is_a_finding(simulator: Simulator, directory: Path) -> None:
    simulator.world.token_is_revoked = True
    simulator.expect("error printed: ")
    simulator.expect("process ended: 2")

    bot = await simulator.start_bot(directory=directory)
    await bot.until_says("Improper token")
    await simulator.until(lambda: bot.died is not None)


async def test_a_process_whose_token_is_refused_ends(simulator: Simulator, directory: Path) -> None:
    simulator.world.token_is_revoked = True
    simulator.expect("error printed: ")

    bot = await simulator.start_bot(directory=directory)

    assert await bot.ended() == 2
