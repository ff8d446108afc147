"""Threads for work that would hold up the event loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_THREADS = 4
_MOST_UNDER_WAY = 200


class BusyError(Exception):
    """More work is waiting than can be done in good time."""


class Worker:
    """A few threads, and a limit to what may wait for them."""

    def __init__(self, *, threads: int = _THREADS, most_under_way: int = _MOST_UNDER_WAY) -> None:
        """Start no thread yet."""
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="retrieval")
        self._most_under_way = most_under_way
        self._under_way = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Do work in a thread.

        Raises:
            BusyError: Too much is under way already.
        """
        if self._under_way >= self._most_under_way:
            raise BusyError
        self._under_way += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._under_way -= 1

    def close(self) -> None:
        """Take no more work, and drop what has not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)
