"""What can befall the gateway's clients, all that are connected at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.simulator.wire.gateway import HEARTBEAT, INVALID_SESSION, RECONNECT

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.wire.gateway import Gateway


class Outages:
    """The gateway's faults, as tests call for them."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def reconnect(self) -> None:
        """Ask clients to reconnect and resume (op 7)."""
        await self._tell({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Declare sessions invalid (op 9); those that cannot be resumed are forgotten."""
        if not resumable:
            self._gateway.sessions.clear()
        await self._tell({"op": INVALID_SESSION, "d": resumable})

    async def ask_heartbeat(self) -> None:
        """Ask clients for a heartbeat at once (op 1)."""
        await self._tell({"op": HEARTBEAT, "d": None})

    async def close(self, code: int, *, forget: bool = False) -> None:
        """Close connections with a code; `forget` also loses the sessions, as 4007 and 4009 mean."""
        if forget:
            self._gateway.sessions.clear()
        await asyncio.gather(*(connection.close(code) for connection in list(self._gateway.connections)))

    def drop(self) -> None:
        """Cut the TCP connections without a word."""
        for connection in list(self._gateway.connections):
            connection.drop()

    def fall_silent(self) -> None:
        """Send nothing more over these connections, not even acknowledgements."""
        for connection in self._gateway.connections:
            connection.silent = True

    def mute_acknowledgements(self) -> None:
        """Answer no heartbeat from now on."""
        self._gateway.acknowledges = False

    def refuse_connections(self, times: int) -> None:
        """Turn the next connections away before the websocket opens."""
        self._gateway.refusals_left = times

    async def _tell(self, payload: Json) -> None:
        for connection in list(self._gateway.connections):
            await connection.send(payload)
