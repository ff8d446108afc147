"""Gateway sessions: numbered events that are kept, and replayed to whoever resumes."""

from __future__ import annotations

import json
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    from aiohttp import web

    from tests.simulator.shapes import Json
    from tests.simulator.wire.compression import Encode

DISPATCH = 0
SENDS_PER_MINUTE = 120


@dataclass(kw_only=True, slots=True, eq=False)
class Connection:
    """One websocket, and how its messages are encoded; None is plain text."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    encode: Encode | None
    closed_here: bool = False
    received: deque[float] = field(default_factory=deque)
    silent: bool = False
    session: Session | None = None

    async def send(self, payload: Json) -> None:
        """Send, unless a test made this connection fall silent or it is gone."""
        if self.silent or self.socket.closed:
            return
        text = json.dumps(payload)
        try:
            if self.encode is None:
                await self.socket.send_str(text)
            else:
                await self.socket.send_bytes(self.encode(text.encode()))
        except ConnectionError:
            self.silent = True  # the client went away just now; it will resume and be told again

    def counts_too_many(self) -> bool:
        """Count what the client sends, by real time, against the 120 a minute that it may."""
        now = time.monotonic()
        self.received.append(now)
        while self.received[0] <= now - 60:
            self.received.popleft()
        return len(self.received) > SENDS_PER_MINUTE

    async def close(self, code: int) -> None:
        self.closed_here = True
        await self.socket.close(code=code)

    def drop(self) -> None:
        """Cut the TCP connection without a word."""
        self.silent = True
        if self.transport is not None:
            self.transport.abort()


@dataclass(kw_only=True, slots=True, eq=False)
class Session:
    """What one client has been told since it identified; it outlives its connections."""

    id: str
    intents: int
    connection: Connection | None
    history: list[Json] = field(default_factory=list)

    async def dispatch(self, event: str, data: Json) -> None:
        """Number an event, keep it, and send it if somebody is connected."""
        payload = {"op": DISPATCH, "s": len(self.history) + 1, "t": event, "d": data}
        self.history.append(payload)
        if self.connection is not None:
            await self.connection.send(payload)

    async def resume(self, connection: Connection, seen: int) -> None:
        """Send again what came after the event numbered `seen`."""
        while seen < len(self.history):  # it may grow meanwhile
            await connection.send(self.history[seen])
            seen += 1
        self.connection = connection
        await self.dispatch("RESUMED", {"_trace": []})
