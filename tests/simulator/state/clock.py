"""What time it is for the simulated Discord: real, or moved by hand."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from typing import Protocol

DISCORD_EPOCH_MS = 1_420_070_400_000


class Clock(Protocol):
    """The only source of time in the state room."""

    def now(self) -> float:
        """Return seconds since 1970."""

    async def sleep(self, seconds: float) -> None:
        """Return once that much of this clock's time has passed."""


class RunningClock:
    """Real time, for tests that start the bot as a process."""

    def now(self) -> float:
        return time.time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class ManualClock:
    """Stands still at the moment it was made; `advance` moves it and wakes whoever sleeps by it."""

    def __init__(self) -> None:
        self._now = time.time()  # a real date: discord.py compares snowflakes with its own clock
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += seconds
        while self._sleepers and self._sleepers[0][0] <= self._now:
            *_, waker = heapq.heappop(self._sleepers)
            if not waker.done():
                waker.set_result(None)

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            return
        waker = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, next(self._order), waker))
        await waker


class Snowflakes:
    """Discord's ids: the moment in milliseconds, then a counter; unique and rising."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counter = itertools.count(1)

    def next(self) -> str:
        moment = int(self._clock.now() * 1000) - DISCORD_EPOCH_MS
        return str((moment << 22) + next(self._counter))
