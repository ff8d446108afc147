"""The bot's own word on how it is, over HTTP, for containers and orchestrators."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from bot.health import PATH, Condition

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.client.app import Verbatim
    from retrieval import Library

EVERYWHERE = "0.0.0.0"  # noqa: S104 - orchestrators ask from outside, and what is told is no secret


def condition(client: Verbatim | None, library: Library) -> Condition:
    """Look how a client is; None stands for one that is still to be made."""
    return Condition(
        gateway_ready=client is not None and client.is_connected(),
        transcripts=len(library.transcripts),
        heartbeat_age=None if client is None else _heartbeat_age(client),
        late=0 if client is None else client.responder.late,
    )


@asynccontextmanager
async def monitored(port: int | None, look: Callable[[], Condition]) -> AsyncIterator[None]:
    """Answer on a port for a while; without one, do nothing.

    Raises:
        OSError: The port cannot be used.
    """
    if port is None:
        yield
        return

    async def answer(_: web.Request) -> web.Response:
        now = look()
        return web.Response(status=now.http_status, text=now.to_json(), content_type="application/json")

    app = web.Application()
    app.router.add_get(PATH, answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, EVERYWHERE, port).start()
        yield
    finally:
        await runner.cleanup()


def _heartbeat_age(client: Verbatim) -> float | None:
    """Return the seconds since Discord acknowledged a heartbeat, or greeted us."""
    keep_alive = client.ws._keep_alive if client.ws else None  # noqa: SLF001 - discord.py tells of it nowhere else
    return None if keep_alive is None else time.perf_counter() - keep_alive._last_ack  # noqa: SLF001 - likewise
