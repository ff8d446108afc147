"""Between users and the gateway: an action becomes an interaction that the application is told of."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tests.simulator.state.interaction import Interaction
from tests.simulator.users.envelope import envelope
from tests.simulator.users.reply import Reply

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import Message
    from tests.simulator.state.world import World
    from tests.simulator.users.person import Person
    from tests.simulator.wire.gateway import Gateway


class Exchange:
    """Sends what users do."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self.world = world
        self._gateway = gateway

    async def send(self, person: Person, kind: int, data: Json, *, source: Message | None = None) -> Reply:
        """Dispatch an interaction and wait for as much of an answer as the person wants."""
        interaction = Interaction(
            id=self.world.ids.next(),
            token=secrets.token_urlsafe(48),
            kind=kind,
            account=person.account,
            place=person.place,
            created=self.world.clock.now(),
            data=data,
            source=source,
        )
        self.world.interactions.add(interaction)
        payload = envelope(interaction, self.world.bot.id, locale=person.locale, permissions=person.permissions)
        await self._gateway.dispatch("INTERACTION_CREATE", payload)
        reply = Reply(interaction=interaction, world=self.world, patience=person.patience)
        match person.wait:
            case "sent":
                return reply
            case "acknowledged":
                return await reply.until_acknowledged()
            case "answered":
                return await reply.until_answered()

    async def deliver(self) -> None:
        """Tell the application of messages that were just written."""
        await self._gateway.deliver()
