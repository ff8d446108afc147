"""A user at a real client: types, clicks, chooses, and reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from tests.simulator.changes import PATIENCE
from tests.simulator.state.commands import CHAT_INPUT, MESSAGE_MENU
from tests.simulator.state.interaction import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT
from tests.simulator.state.messages import Message
from tests.simulator.state.places import GROUP_CHANNEL, MEMBER_PERMISSIONS, Place
from tests.simulator.users import forms, offers
from tests.simulator.users.errors import ImpossibleActionError
from tests.simulator.users.seen import SeenMessage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import StoredFile
    from tests.simulator.state.places import Account, Guild
    from tests.simulator.users.exchange import Exchange
    from tests.simulator.users.offers import Value
    from tests.simulator.users.reply import Reply
    from tests.simulator.users.seen import Choice, Form

Wait: TypeAlias = Literal["sent", "acknowledged", "answered"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Someone who uses the bot, in one place.

    Attributes:
        locale: The language of their client.
        permissions: What they may do in a server.
        patience: Real seconds to wait for an answer before failing the test.
        wait: How far an action waits: until sent, acknowledged or answered.
    """

    account: Account
    place: Place
    exchange: Exchange
    locale: str = "en-US"
    permissions: int = MEMBER_PERMISSIONS
    patience: float = PATIENCE
    wait: Wait = "answered"

    # Elsewhere, or otherwise: each returns the same person, changed.

    def in_guild(self, guild: Guild) -> Person:
        """Go to another server that the bot is in."""
        if guild.id not in self.exchange.world.guilds:
            raise ImpossibleActionError(f"the bot is not in {guild.name}")
        return replace(self, place=Place(guild=guild, channel=guild.channels[0]))

    def in_dm(self) -> Person:
        """Write to the bot itself."""
        return replace(self, place=Place(guild=None, channel=self.exchange.world.conversation(self.account)))

    def with_user_install(self, guild: Guild | None = None) -> Person:
        """Use the bot by one's own installation, where it is not: in a server, or else among friends."""
        if guild is not None:
            channel = guild.channels[0]
        else:
            channel = self.exchange.world.conversation(self.account, kind=GROUP_CHANNEL)
        return replace(self, place=Place(guild=guild, channel=channel, install="user", bot_is_member=False))

    def in_thread(self) -> Person:
        """Go to a thread of the channel one is in."""
        guild = self.place.guild
        if guild is None:
            raise ImpossibleActionError("there are threads in servers only")
        return replace(self, place=replace(self.place, channel=self.exchange.world.thread(guild)))

    def where_the_bot_may(self, permissions: int) -> Person:
        """Go to where the bot itself has these permissions only."""
        return replace(self, place=replace(self.place, bot_permissions=permissions))

    def speaking(self, locale: str) -> Person:
        return replace(self, locale=locale)

    def allowed(self, permissions: int) -> Person:
        return replace(self, permissions=permissions)

    def waiting(self, wait: Wait, *, patience: float | None = None) -> Person:
        return replace(self, wait=wait, patience=self.patience if patience is None else patience)

    # What they can do.

    async def slash(self, command: str, **options: Value) -> Reply:
        """Use a slash command; `command` may name a subcommand: "admin reload"."""
        return await self._command(COMMAND, command, options)

    async def autocomplete(self, command: str, option: str, typed: str, **options: Value) -> list[Choice]:
        """Type into an option and return what is suggested."""
        return (await self._command(AUTOCOMPLETE, command, options | {option: typed}, focused=option)).choices

    async def use_menu(self, name: str, message: SeenMessage) -> Reply:
        """Choose an entry of a message's context menu."""
        command = self._offered(MESSAGE_MENU, name)
        target = self._visible(message)
        data = _head(command) | {
            "target_id": target.id,
            "resolved": {"messages": {target.id: target.payload()}},
        }
        return await self.exchange.send(self, COMMAND, data)

    async def click(self, message: SeenMessage, button: str) -> Reply:
        """Press a button, named by label or custom_id."""
        found = message.button(button)
        data = {"component_type": found["type"], "custom_id": found["custom_id"], "id": found["id"]}
        return await self.exchange.send(self, COMPONENT, data, source=self._visible(message))

    async def select(self, message: SeenMessage, *values: str, menu: str | None = None) -> Reply:
        """Choose from a menu, by label or value; the menu is named by placeholder or custom_id."""
        found = message.select(menu)
        data = {
            "component_type": found["type"],
            "custom_id": found["custom_id"],
            "id": found["id"],
            "values": forms.chosen(found, values),
        }
        return await self.exchange.send(self, COMPONENT, data, source=self._visible(message))

    async def submit(self, form: Form, values: Mapping[str, str]) -> Reply:
        """Fill in a modal, by custom_id, and send it."""
        data = {"custom_id": form.payload["custom_id"], "components": forms.filled(form, values)}
        return await self.exchange.send(self, MODAL_SUBMIT, data, source=form.source)

    async def post(self, text: str) -> SeenMessage:
        """Write a message of one's own."""
        world = self.exchange.world
        message = Message(
            id=world.ids.next(),
            channel=self.place.channel,
            author=self.account,
            created=world.clock.now(),
        )
        world.post(message, {"content": text}, [])
        await self.exchange.deliver()
        return SeenMessage(message=message)

    def upload(self, name: str, data: bytes) -> StoredFile:
        """Return a file to give to an attachment option."""
        return self.exchange.world.add_file(name, data)

    def sees(self, message: SeenMessage) -> bool:
        """Whether it is before their eyes: here, not deleted, and not for somebody else alone."""
        inner = message.message
        here = inner.channel is self.place.channel and not inner.deleted
        return here and inner.audience in {None, self.account}

    async def _command(
        self, kind: int, command: str, values: Mapping[str, Value], *, focused: str | None = None
    ) -> Reply:
        name, *path = command.split(" ")
        offered = self._offered(CHAT_INPUT, name)
        options, wrap = offers.descend(offered, path)
        filled = offers.fill(options, values, focused=focused)
        data = _head(offered) | {"options": wrap(filled), "resolved": offers.resolved(values.values(), self.place)}
        return await self.exchange.send(self, kind, data)

    def _offered(self, kind: int, name: str) -> Json:
        return offers.command(self.exchange.world.commands, self.place, self.permissions, kind, name)

    def _visible(self, message: SeenMessage) -> Message:
        if not self.sees(message):
            raise ImpossibleActionError(f"{self.account.name} cannot see that message")
        return message.message


def _head(command: Json) -> Json:
    head = {"id": command["id"], "name": command["name"], "type": command["type"]}
    return head | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})
