"""The server on 127.0.0.1: REST, the gateway and uploaded files on one port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from tests.simulator.faults import Faults
from tests.simulator.wire.gateway import Gateway
from tests.simulator.wire.request import PREFIX
from tests.simulator.wire.rest import Rest

if TYPE_CHECKING:
    from tests.simulator.state.world import World
    from tests.simulator.validate.spec import Specification

HOST = "127.0.0.1"


class Server:
    """Listens for clients."""

    def __init__(self, world: World, specification: Specification | None) -> None:
        self._world = world
        self._runner: web.AppRunner | None = None
        self._port = 0  # any free one
        self.gateway = Gateway(world)
        self.faults = Faults()
        self.rest = Rest(world, self.gateway, self.faults, specification)

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def api_url(self) -> str:
        return self.base_url + PREFIX

    @property
    def gateway_url(self) -> str:
        return f"ws://{HOST}:{self._port}/"

    async def start(self) -> None:
        """Listen on a free port; after a `stop`, on the same one again."""
        app = web.Application(client_max_size=128 * 1024 * 1024)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/attachments/{file_id}/{name}", self._attachment)
        app.router.add_route("*", PREFIX + "/{path:.*}", self.rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self._port).start()
        self._port = self._runner.addresses[0][1]
        self.gateway.url = self.rest.routes.gateway_url = self.gateway_url
        self._world.cdn_url = self.base_url

    async def stop(self) -> None:
        """Go down: connections are cut, and nobody listens."""
        for connection in list(self.gateway.connections):
            connection.drop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _attachment(self, wire: web.Request) -> web.Response:
        file = self._world.files.get(wire.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.data)
