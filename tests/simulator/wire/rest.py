"""The REST pipeline: read, let a fault strike, authorise, validate, act, answer."""

from __future__ import annotations

import json
import time
from collections import deque
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from aiohttp import web

from tests.simulator.state.refusals import Reason, RefusalError
from tests.simulator.wire.request import Request, read
from tests.simulator.wire.routes import Routes, match

if TYPE_CHECKING:
    from tests.simulator.faults import Fault, Faults
    from tests.simulator.shapes import JsonValue
    from tests.simulator.state.world import World
    from tests.simulator.validate.spec import Specification
    from tests.simulator.wire.gateway import Gateway

Outcome: TypeAlias = "tuple[int, JsonValue]"  # status and JSON body
OPEN_PATHS = ("/interactions/", "/webhooks/")  # the token is in the path
UNKNOWN_ROUTE: Outcome = (404, {"message": "404: Not Found", "code": 0})
CUT: Outcome = (0, None)  # nobody is left to answer
TOO_MANY_REQUESTS = 429
REQUESTS_PER_SECOND = 50


class Rest:
    """Answers requests and remembers them.

    Attributes:
        routes: What the requests are answered by.
        requests: All requests, in order.
        violations: What a client did that Discord forbids; each fails the test.
    """

    def __init__(self, world: World, gateway: Gateway, faults: Faults, specification: Specification | None) -> None:
        self._world = world
        self._gateway = gateway
        self._faults = faults
        self._specification = specification
        self._recent: deque[float] = deque()
        self.routes = Routes(world)
        self.requests: list[Request] = []
        self.violations: list[str] = []

    async def serve(self, wire: web.Request) -> web.StreamResponse:
        request = await read(wire)
        request.route, request.parameters = match(request.method, request.path)
        self.requests.append(request)
        self._world.changes.tell()
        fault = None if request.route is None else self._faults.take(request.route)
        if fault is None:
            outcome = self._outcome(request)
        else:
            outcome = await self._struck(request, fault)
            if fault.abort and wire.transport is not None:
                wire.transport.abort()
        await self._gateway.deliver()
        request.status, request.answer = outcome
        self._world.changes.tell()
        return _response(request, from_edge=fault is not None and fault.from_edge)

    async def _struck(self, request: Request, fault: Fault) -> Outcome:
        """Let a fault have its way with a request."""
        if not fault.after_effect:
            await self._world.clock.sleep(fault.delay)
        outcome = self._outcome(request) if fault.lets_it_happen else CUT
        if fault.after_effect:
            await self._gateway.deliver()
            await self._world.clock.sleep(fault.delay)
        if fault.status == TOO_MANY_REQUESTS:
            return _rate_limited(fault.retry_after, is_global=fault.is_global)
        if fault.status is not None:
            return fault.status, {"message": f"{fault.status}: simulated", "code": 0}
        return CUT if fault.abort else outcome

    def _outcome(self, request: Request) -> Outcome:
        """Authorise, validate and do what is asked."""
        if request.route is None:
            self.violations.append(f"unknown route: {request.method} {request.path}")
            return UNKNOWN_ROUTE
        if not request.path.startswith(OPEN_PATHS):
            wait = self._seconds_to_wait()
            if wait > 0:
                return _rate_limited(wait, is_global=True)
        try:
            self._authorise(request)
            self._validate(request, request.route)
            body = self.routes.answer(request, request.route)
        except RefusalError as refusal:
            self._blame(request, refusal)
            return refusal.status, refusal.body()
        return (204, None) if body is None else (200, body)

    def _authorise(self, request: Request) -> None:
        if request.path.startswith(OPEN_PATHS):
            if request.authorization is not None:
                raise RefusalError(Reason.INVALID_FORM, {"Authorization": "The path holds a token already"})
        elif not self._world.accepts((request.authorization or "").removeprefix("Bot ")):
            raise RefusalError(Reason.UNAUTHORISED)

    def _validate(self, request: Request, route: str) -> None:
        if self._specification is None:
            return
        faults = self._specification.faults(route, request.parameters, request.query, request.body)
        if faults:
            raise RefusalError(Reason.INVALID_FORM, faults)

    def _blame(self, request: Request, refusal: RefusalError) -> None:
        for place, fault in refusal.faults.items():
            self.violations.append(f"{request}: {place}: {fault}")

    def _seconds_to_wait(self) -> float:
        """Count a request against the bot's 50 a second, by real time: how fast it is really sending."""
        now = time.monotonic()
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= REQUESTS_PER_SECOND:
            return self._recent[0] + 1 - now
        self._recent.append(now)
        return 0.0


def _rate_limited(retry_after: float, *, is_global: bool) -> Outcome:
    return TOO_MANY_REQUESTS, {
        "message": "You are being rate limited.",
        "retry_after": retry_after,
        "global": is_global,
    }


def _response(request: Request, *, from_edge: bool) -> web.Response:
    """Build the answer as discord.py needs it: with `Via`, and the content type without a charset."""
    if from_edge:  # how Cloudflare answers those it has banned
        return web.Response(status=request.status, text="error code: 1015")
    headers = {
        "Via": "1.1 simulator",
        "X-RateLimit-Bucket": f"{crc32(str(request).encode()):08x}",
        "X-RateLimit-Limit": "100",
        "X-RateLimit-Remaining": "99",
        "X-RateLimit-Reset-After": "1",
    }
    if request.answer is None:
        return web.Response(status=request.status or 204, headers=headers)
    headers["Content-Type"] = "application/json"
    return web.Response(status=request.status, body=json.dumps(request.answer).encode(), headers=headers)
