"""Discord, simulated: the rooms put together, and what a test asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulator.changes import PATIENCE
from tests.simulator.clients import Clients
from tests.simulator.process import BotProcess
from tests.simulator.state.clock import ManualClock
from tests.simulator.state.places import ALL_PERMISSIONS, Place
from tests.simulator.state.world import World
from tests.simulator.teardown import Expectations, LogWatch, complaints, findings
from tests.simulator.users.exchange import Exchange
from tests.simulator.users.person import Person
from tests.simulator.wire.outages import Outages
from tests.simulator.wire.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import discord

    from tests.simulator.shapes import Json
    from tests.simulator.state.clock import Clock
    from tests.simulator.state.places import Account, Guild
    from tests.simulator.validate.spec import Specification
    from tests.simulator.wire.gateway import Gateway
    from tests.simulator.wire.request import Request


class Simulator:
    """One simulated Discord with one application.

    Attributes:
        world: Its state.
        server: Its REST and gateway.
        faults: What goes wrong with REST requests; arm them here.
        outages: What befalls the gateway; call for them here.
        home: The server that people are in unless they go elsewhere.
    """

    def __init__(self, *, clock: Clock | None = None, specification: Specification | None = None) -> None:
        self.clock = clock or ManualClock()
        self.world = World(self.clock)
        self.server = Server(self.world, specification)
        self.faults = self.server.faults
        self.outages = Outages(self.server.gateway)
        self.home = self.world.add_guild("Home")
        self.log = LogWatch()
        self._clients = Clients()
        self._processes: list[BotProcess] = []
        self._expected = Expectations()
        self._deaths: list[str] = []
        self._exchange = Exchange(self.world, self.server.gateway)

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def gateway(self) -> Gateway:
        return self.server.gateway

    @property
    def requests(self) -> list[Request]:
        return self.server.rest.requests

    @property
    def routes(self) -> list[str]:
        """The routes requested, in order."""
        return [str(request) for request in self.requests]

    def person(self, name: str) -> Person:
        """Return a new user, in the home server."""
        return self._at_home(self.world.add_account(name))

    @property
    def owner(self) -> Person:
        """Whoever the application belongs to, in the home server, where they may do everything."""
        return self._at_home(self.world.owner).allowed(ALL_PERMISSIONS)

    def _at_home(self, account: Account) -> Person:
        place = Place(guild=self.home, channel=self.home.channels[0])
        return Person(account=account, place=place, exchange=self._exchange)

    def commands(self, guild: Guild | None = None) -> list[Json]:
        """Return the commands registered everywhere, or in a server."""
        return self.world.commands.of(None if guild is None else guild.id)

    async def start(self) -> None:
        await self.server.start()

    async def stop(self) -> None:
        """End every client, then go down for good."""
        self._deaths = list(self._clients.deaths())
        self._deaths += [f"process ended: {bot.died}" for bot in self._processes if bot.died is not None]
        await self._clients.close()
        for bot in self._processes:
            await bot.kill()
        await self.server.stop()

    async def go_down(self) -> None:
        """Cut every connection and listen no more."""
        await self.server.stop()

    async def come_back(self) -> None:
        """Listen again, at the same address."""
        await self.server.start()

    async def connect(self, client: discord.Client, *, token: str | None = None) -> None:
        """Start a client in this process and return when it is ready; it is closed when the test ends.

        Raises:
            Exception: What ended the client before it was ready.
        """
        await self._clients.start(client, token or self.token)

    async def until_ended(self, client: discord.Client) -> None:
        """Wait until a client that was connected has come to its end, whatever that is."""
        await self._clients.until_ended(client)

    async def start_bot(
        self, *arguments: str, directory: Path, environment: Mapping[str, str] | None = None
    ) -> BotProcess:
        """Start `python -m bot` with these arguments; it is ended, at the latest, when the test is.

        Args:
            directory: Where it runs.
            environment: All that its environment holds, besides the token.
        """
        bot = await BotProcess.start(
            [self.server.api_url, self.server.gateway_url],
            arguments,
            {"DISCORD_TOKEN": self.token, **(environment or {})},
            directory=directory,
            changes=self.world.changes,
        )
        self._processes.append(bot)
        return bot

    async def until(self, met: Callable[[], bool], *, within: float = PATIENCE) -> None:
        """Wait, in real seconds, until something is so that a client's doing can bring about.

        Raises:
            TimeoutError: It never is.
        """
        await self.world.changes.until(met, within=within)

    async def until_connected(self, *, within: float = PATIENCE) -> None:
        """Wait until a client has a session and is connected.

        Raises:
            TimeoutError: None came.
        """
        sessions = self.server.gateway.sessions
        await self.until(lambda: any(one.connection is not None for one in sessions.values()), within=within)

    def expect(self, finding: str) -> None:
        """Say that the test means something to go wrong: a pattern that `findings` has to match."""
        self._expected.add(finding)

    def findings(self) -> list[str]:
        """Return what went wrong and was not expected, and what was expected and did not."""
        outputs = [bot.output for bot in self._processes]
        log = "\n".join([self.log.text(), *outputs])
        found = [*findings(self.world, self.server, log), *self._deaths, *self.log.errors()]
        found += [complaint for output in outputs for complaint in complaints(output)]
        return self._expected.unmet(found)
