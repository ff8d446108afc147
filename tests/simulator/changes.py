"""Waiting until something is so, without polling."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0
"""Real seconds to wait for what comes at once, unless the machine is busy; what never comes fails its test then."""


class Changes:
    """Wakes those who wait, whenever anything has changed."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def tell(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, met: Callable[[], bool], *, within: float) -> None:
        """Return once it is met.

        Args:
            met: What is waited for; asked anew after every change.
            within: Real seconds.

        Raises:
            TimeoutError: It is not met in time.
        """
        async with asyncio.timeout(within):
            while not met():
                await self._next.wait()
