"""What the simulator's own tests share: the tiny bot, and requests made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import aiohttp
import pytest

from tests.simulator.parrot import Parrot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.simulator.shapes import JsonValue
    from tests.simulator.simulator import Simulator


class Call(Protocol):
    """Makes a request as the bot would and returns the status and the JSON body."""

    async def __call__(
        self, method: str, path: str, body: JsonValue = None, *, authorization: str | None = None
    ) -> tuple[int, Any]: ...


@pytest.fixture
async def parrot(simulator: Simulator) -> Parrot:
    """A tiny bot that is connected."""
    parrot = Parrot()
    await simulator.connect(parrot)
    return parrot


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A bare HTTP session."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(simulator: Simulator, http: aiohttp.ClientSession) -> Call:
    """Requests by hand; those whose path holds a token carry no other."""

    async def call(
        method: str, path: str, body: JsonValue = None, *, authorization: str | None = None
    ) -> tuple[int, Any]:
        in_path = path.startswith(("/interactions/", "/webhooks/"))
        shown = authorization or (None if in_path else f"Bot {simulator.token}")
        headers = {} if shown is None else {"Authorization": shown}
        url = simulator.server.api_url + path
        async with http.request(method, url, json=body, headers=headers) as response:
            return response.status, await response.json() if response.status != 204 else None

    return call
