"""The gateway: hello, identify or resume, heartbeats, dispatches, and every way to lose them."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.simulator.state import payloads
from tests.simulator.state.places import MEMBER_PERMISSIONS
from tests.simulator.wire.compression import STREAMS
from tests.simulator.wire.sessions import SENDS_PER_MINUTE, Connection, Session

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.state.world import World

HEARTBEAT, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 1, 7, 9, 10, 11
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = 1 << 1 | 1 << 8 | MESSAGE_CONTENT
UNKNOWN_OPCODE, AUTHENTICATION_FAILED, RATE_LIMITED, DISALLOWED_INTENTS = 4001, 4004, 4008, 4014
CLIENT_GOODBYES = {1000, 1001}


class Gateway:
    """All sessions of the application.

    Attributes:
        violations: What clients sent that Discord forbids; each fails the test.
        heartbeat_interval: Seconds between heartbeats that clients are told to keep.
        acknowledges: Whether heartbeats are answered.
        refusals_left: How many connections are still turned away.
        allowed_privileged: Privileged intents that are switched on for the application.
        identifies: How many sessions were asked for; `resumes` and `heartbeats` likewise.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.violations: list[str] = []
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.heartbeat_interval = 41.25
        self.acknowledges = True
        self.refusals_left = 0
        self.allowed_privileged = 0
        self.identifies = 0
        self.resumes = 0
        self.heartbeats = 0
        self.url = ""

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until it closes."""
        if self.refusals_left > 0:
            self.refusals_left -= 1
            self._world.changes.tell()
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(autoping=True, timeout=1.0)
        await socket.prepare(request)
        stream = STREAMS.get(request.query.get("compress", ""))
        connection = Connection(socket=socket, transport=request.transport, encode=stream() if stream else None)
        self.connections.append(connection)
        try:
            await self._converse(connection)
        finally:
            self._leave(connection)
        return socket

    async def dispatch(self, event: str, data: Json) -> None:
        """Tell every session whose intents cover the event."""
        for session in list(self.sessions.values()):
            if _covers(session.intents, event, data):
                await session.dispatch(event, _redacted(session.intents, event, data))

    async def deliver(self) -> None:
        """Dispatch the events that have come up in the world."""
        while self._world.events:
            await self.dispatch(*self._world.events.pop(0))

    async def _converse(self, connection: Connection) -> None:
        await connection.send({"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat_interval * 1000)}})
        async for message in connection.socket:
            if connection.counts_too_many():
                await self._punish(connection, RATE_LIMITED, f"more than {SENDS_PER_MINUTE} sends in a minute")
            elif message.type is WSMsgType.TEXT:
                await self._receive(connection, json.loads(message.data))

    async def _receive(self, connection: Connection, payload: Json) -> None:
        match payload["op"]:
            case 1:
                await self._heartbeat(connection)
            case 2:
                await self._identify(connection, payload["d"])
            case 6:
                await self._resume(connection, payload["d"])
            case 3 | 4 | 8:
                pass  # presence, voice, members: allowed, and without effect here
            case _:
                await self._punish(connection, UNKNOWN_OPCODE, f"unknown opcode {payload['op']}")

    async def _punish(self, connection: Connection, code: int, violation: str) -> None:
        self.violations.append(violation)
        await connection.close(code)

    async def _heartbeat(self, connection: Connection) -> None:
        self.heartbeats += 1
        self._world.changes.tell()
        if self.acknowledges:
            await connection.send({"op": HEARTBEAT_ACK, "d": None})

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identifies += 1
        refusal = self._refusal(data)
        if refusal is not None:
            await connection.close(refusal)
            return
        session = Session(id=secrets.token_hex(16), intents=data["intents"], connection=connection)
        self.sessions[session.id] = session
        connection.session = session
        await self._introduce(session, data)
        self._world.changes.tell()

    def _refusal(self, data: Json) -> int | None:
        if not self._world.accepts(data["token"]):
            return AUTHENTICATION_FAILED
        if data["intents"] & PRIVILEGED & ~self.allowed_privileged:
            return DISALLOWED_INTENTS
        return None

    async def _introduce(self, session: Session, data: Json) -> None:
        guilds = list(self._world.guilds.values())
        ready = payloads.ready(session.id, self._world.bot, [guild.id for guild in guilds], self.url)
        await session.dispatch("READY", ready | ({"shard": data["shard"]} if "shard" in data else {}))
        for guild in guilds:
            if session.intents & GUILDS:
                payload = payloads.guild(guild, (self._world.bot, guild.owner), MEMBER_PERMISSIONS)
                await session.dispatch("GUILD_CREATE", payload)

    async def _resume(self, connection: Connection, data: Json) -> None:
        self.resumes += 1
        session = self.sessions.get(data["session_id"])
        if not self._world.accepts(data["token"]):
            await connection.close(AUTHENTICATION_FAILED)
        elif session is None or data["seq"] > len(session.history):
            await connection.send({"op": INVALID_SESSION, "d": False})
        else:
            connection.session = session
            await session.resume(connection, data["seq"])
            self._world.changes.tell()

    def _leave(self, connection: Connection) -> None:
        self.connections.remove(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            if connection.socket.close_code in CLIENT_GOODBYES and not connection.closed_here:
                self.sessions.pop(session.id, None)
        self._world.changes.tell()


def _covers(intents: int, event: str, data: Json) -> bool:
    if event.startswith("MESSAGE_"):
        return bool(intents & (GUILD_MESSAGES if "guild_id" in data else DIRECT_MESSAGES))
    if event.startswith("GUILD_"):
        return bool(intents & GUILDS)
    return True


def _redacted(intents: int, event: str, data: Json) -> Json:
    """Take the words out of server messages for clients without the message content intent."""
    if event not in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} or intents & MESSAGE_CONTENT or "guild_id" not in data:
        return data
    return data | {"content": "", "embeds": [], "attachments": [], "components": []}
