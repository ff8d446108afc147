"""The bot as a process, and users who come at random."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import psutil

from benchmarks.errors import BenchmarkError
from benchmarks.load.crowd import Crowd
from benchmarks.load.figures import Run, Usage, waits_of
from tests.simulator.simulator import Simulator
from tests.simulator.state.clock import RunningClock
from tests.simulator.state.interaction import FIRST_ANSWER_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from benchmarks.load.making import Made
    from tests.simulator.process import BotProcess

# No transcripts are looked for meanwhile, and nobody is told to wait.
_UNHINDERED = {"REFRESH_SECONDS": "0", "REQUESTS_PER_MINUTE": "0"}
# Reading and indexing a large library for the first time takes minutes.
_START_SECONDS = 1800.0
_SETTLE_SECONDS = 15.0
_WARMING_UP = 100


class Stage:
    """A bot that is connected, and what to do with it."""

    def __init__(self, simulator: Simulator, bot: BotProcess, made: Made) -> None:
        """Watch a bot."""
        self._simulator = simulator
        self._bot = bot
        self._process = psutil.Process(bot.pid)
        self._crowd = Crowd(simulator, made)

    async def warm_up(self) -> None:
        """Let the bot load what it loads when it is first used."""
        for _ in range(_WARMING_UP):
            await self._crowd.act()
            await self._settled()

    async def run(self, rate: float, seconds: float) -> Run:
        """Have users come at a rate for a while, and wait until all of them are answered or have given up."""
        before = len(list(self._simulator.world.interactions))
        began, before_it = time.perf_counter(), self._spent()
        memory: list[int] = []
        watching = asyncio.create_task(_watch(self._process, memory))
        lag = await self._send(rate, seconds)
        took = time.perf_counter() - began
        spent = ((after - then) / took for then, after in zip(before_it, self._spent(), strict=True))
        own, replicas, simulator, all_ = spent
        usage = Usage(
            own_cores=own,
            replica_cores=replicas,
            simulator_cores=simulator,
            other_cores=max(0.0, all_ - own - replicas - simulator),
            lag=lag,
            memory=memory,
        )
        await self._settled()
        watching.cancel()
        interactions = list(self._simulator.world.interactions)[before:]
        return Run(rate=rate, seconds=seconds, waits=waits_of(interactions), usage=usage)

    def violations(self) -> Sequence[str]:
        """Return what the bot did that Discord forbids."""
        return [*self._simulator.server.rest.violations, *self._simulator.gateway.violations]

    async def _send(self, rate: float, seconds: float) -> float:
        """Send interactions, with random pauses as of independent users; return the greatest delay."""
        chance = random.Random(rate)  # noqa: S311 - to be the same every time is the point
        began, due, lag = time.perf_counter(), 0.0, 0.0
        while (due := due + chance.expovariate(rate)) < seconds:
            await asyncio.sleep(began + due - time.perf_counter())
            lag = max(lag, time.perf_counter() - began - due)
            await self._crowd.act()
            if self._bot.died is not None:
                raise BenchmarkError(f"the bot ended with {self._bot.died}: {_last_line(self._bot.output)}")
        return lag

    def _spent(self) -> tuple[float, float, float, float]:
        """Return the processor time that the bot, its replicas, the simulator and the whole machine have used."""
        replicas = sum(_seconds(one) for one in self._process.children())
        all_ = psutil.cpu_times()
        busy = sum(all_) - all_.idle - getattr(all_, "iowait", 0.0)
        return _seconds(self._process), replicas, time.process_time(), busy

    async def _settled(self) -> None:
        """Wait until nothing is left to come, or nobody waits for it any more."""
        with suppress(TimeoutError):
            await self._simulator.until(self._nothing_waits, within=_SETTLE_SECONDS)

    def _nothing_waits(self) -> bool:
        long_ago = self._simulator.clock.now() - FIRST_ANSWER_SECONDS
        return all(
            one.answered is not None or (one.acknowledged is None and one.created < long_ago)
            for one in self._simulator.world.interactions
        )


@asynccontextmanager
async def stage(made: Made, data_dir: Path) -> AsyncIterator[Stage]:
    """Start the bot on a library and lend it, connected; it is stopped at the end.

    Raises:
        BenchmarkError: The bot does not start.
    """
    simulator = Simulator(clock=RunningClock())
    await simulator.start()
    try:
        settings = {"TRANSCRIPTS": str(made.folder), "DATA_DIR": str(data_dir)} | _UNHINDERED
        bot = await simulator.start_bot("discord", directory=made.folder, environment=settings)
        await simulator.until(lambda: _is_ready(simulator) or bot.died is not None, within=_START_SECONDS)
        if bot.died is not None:
            raise BenchmarkError(f"the bot did not start: {_last_line(bot.output)}")
        yield Stage(simulator, bot, made)
        bot.terminate()
        await bot.ended()
    finally:
        await simulator.stop()


def _is_ready(simulator: Simulator) -> bool:
    return any(session.connection is not None for session in simulator.gateway.sessions.values())


def _seconds(process: psutil.Process) -> float:
    """Return the processor time that a process has used."""
    times = process.cpu_times()
    return float(times.user + times.system)


async def _watch(process: psutil.Process, memory: list[int]) -> None:
    """Note once a second what a process and its replicas hold; pages that they share count once where that is told."""
    while True:
        facts = [one.memory_full_info() for one in (process, *process.children())]
        memory.append(sum(getattr(one, "pss", one.rss) for one in facts))
        await asyncio.sleep(1)


def _last_line(output: str) -> str:
    return (output.splitlines() or ["it said nothing"])[-1]
