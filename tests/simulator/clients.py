"""discord.py clients that run in the test's own event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.simulator.changes import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

GUILD_PATIENCE = 0.02


class Clients:
    """Starts clients and knows which of them live."""

    def __init__(self) -> None:
        self._running: dict[discord.Client, asyncio.Task[None]] = {}

    async def start(self, client: discord.Client, token: str) -> None:
        """Return when the client is ready.

        Raises:
            Exception: What ended the client before it was.
        """
        # a client waits two seconds for guilds to trickle in; here they come at once
        client._connection.guild_ready_timeout = GUILD_PATIENCE  # noqa: SLF001 - it has no public name
        await client.__aenter__()  # without it, nothing can wait for readiness before login
        running = asyncio.create_task(client.start(token))
        ready = asyncio.create_task(client.wait_until_ready())
        done, _ = await asyncio.wait({running, ready}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if ready in done and running not in done:
            self._running[client] = running
            return
        ready.cancel()
        await client.close()
        await running
        raise TimeoutError(f"the client was not ready within {PATIENCE} s")

    async def until_ended(self, client: discord.Client) -> None:
        async with asyncio.timeout(PATIENCE):
            await asyncio.wait({self._running[client]})

    def deaths(self) -> Iterator[str]:
        """Yield why clients have ended that nobody closed."""
        for running in self._running.values():
            if running.done() and not running.cancelled() and running.exception() is not None:
                yield f"client ended: {running.exception()!r}"

    async def close(self) -> None:
        """Close every client and wait for its end."""
        for client, running in self._running.items():
            await client.close()
            await asyncio.wait({running})
