"""Threads for work that would hold up the event loop."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# Python's threads take turns: more of them than two make the event loop wait, and answer no faster. Those that wait for
# another process do not count; one more finds what is quickly found here.
THREADS = 2
_MOST_UNDER_WAY = 200
_LONGEST_WAIT = 8.0


class BusyError(Exception):
    """More work is waiting than can be done in good time."""


class Worker:
    """A few threads, and a limit to what may wait for them."""

    def __init__(
        self, *, threads: int = THREADS, most_under_way: int = _MOST_UNDER_WAY, longest_wait: float = _LONGEST_WAIT
    ) -> None:
        """Start no thread yet.

        Args:
            threads: How many work at once.
            most_under_way: How much may be begun or wait; more is refused at once.
            longest_wait: Seconds after which work that has not begun is refused too.
        """
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="retrieval")
        self._most_under_way = most_under_way
        self._longest_wait = longest_wait
        self._under_way = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Do work in a thread.

        Raises:
            BusyError: Too much is under way already, or was for too long.
        """
        if self._under_way >= self._most_under_way:
            raise BusyError
        self._under_way += 1
        latest = time.monotonic() + self._longest_wait
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: _unless_late(work, latest))
        finally:
            self._under_way -= 1

    def close(self) -> None:
        """Take no more work, and drop what has not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def threads_for(processes: int) -> int:
    """Return how many threads are of use where so many processes do the work, or where none does."""
    return processes + 1 if processes else THREADS


def _unless_late(work: Callable[[], T], latest: float) -> T:
    """Do work, unless its time to begin has passed.

    Raises:
        BusyError: It has.
    """
    if time.monotonic() > latest:
        raise BusyError
    return work()
