"""Everything that simulated Discord knows: accounts, guilds, commands, messages, interactions."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from tests.simulator.changes import Changes
from tests.simulator.state.clock import Snowflakes
from tests.simulator.state.commands import Commands
from tests.simulator.state.interactions import Interactions
from tests.simulator.state.messages import LOADING, Message, StoredFile
from tests.simulator.state.places import DM_CHANNEL, TEXT_CHANNEL, THREAD, Account, Channel, Guild, TeamMember
from tests.simulator.state.refusals import Reason, RefusalError
from tests.simulator.validate.limits import file_faults, message_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.simulator.shapes import Json
    from tests.simulator.state.clock import Clock


class World:
    """One application, the guilds it is in, and all that happens there."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.ids = Snowflakes(clock)
        self.owner = Account(id=self.ids.next(), name="owner")
        self.team: tuple[TeamMember, ...] = ()
        self.bot = Account(id=self.ids.next(), name="bot", bot=True)
        self.token = _token(self.bot.id)
        self.token_is_revoked = False
        self.commands = Commands(self.bot.id, self.ids)
        self.interactions = Interactions(self)
        self.guilds: dict[str, Guild] = {}
        self.accounts: dict[str, Account] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, Message] = {}
        self.files: dict[str, StoredFile] = {}
        self.events: list[tuple[str, Json]] = []
        self.cdn_url = ""
        self.changes = Changes()

    def accepts(self, token: str) -> bool:
        return token == self.token and not self.token_is_revoked

    def add_account(self, name: str) -> Account:
        account = Account(id=self.ids.next(), name=name)
        self.accounts[account.id] = account
        return account

    def add_guild(self, name: str, *, locale: str = "en-US", joined: bool = True) -> Guild:
        """Return a new server; unless `joined`, the bot is not in it."""
        guild_id = self.ids.next()
        general = Channel(id=self.ids.next(), name="general", kind=TEXT_CHANNEL, guild_id=guild_id)
        guild = Guild(id=guild_id, name=name, owner=self.owner, channels=(general,), locale=locale)
        if joined:
            self.guilds[guild_id] = guild
            self.channels[general.id] = general
        return guild

    def conversation(self, *members: Account, kind: int = DM_CHANNEL) -> Channel:
        """Return the private channel of these accounts, opened if need be."""
        for channel in self.channels.values():
            if channel.kind == kind and channel.recipients == members:
                return channel
        channel = Channel(id=self.ids.next(), name=members[0].name, kind=kind, recipients=members)
        self.channels[channel.id] = channel
        return channel

    def thread(self, guild: Guild) -> Channel:
        """Return a new thread of a server."""
        channel = Channel(id=self.ids.next(), name="thread", kind=THREAD, guild_id=guild.id)
        self.channels[channel.id] = channel
        return channel

    def add_file(self, name: str, data: bytes) -> StoredFile:
        file_id = self.ids.next()
        file = StoredFile(id=file_id, name=name, data=data, url=f"{self.cdn_url}/attachments/{file_id}/{name}")
        self.files[file_id] = file
        return file

    def post(self, message: Message, body: Json, uploads: Sequence[StoredFile]) -> None:
        """Write a new message, unless it breaks a limit or is empty."""
        _check(message, body, uploads)
        message.write(body, uploads)
        self.keep(message)

    def keep(self, message: Message) -> None:
        self.messages[message.id] = message
        self._tell("MESSAGE_CREATE", message)

    def edit(self, message: Message, body: Json, uploads: Sequence[StoredFile]) -> None:
        """Change a message, unless that breaks a limit; an edit ends "thinking…"."""
        _check(message, body, uploads)
        message.write(body, uploads)
        if not message.loading:
            message.edited = self.clock.now()
        message.flags &= ~LOADING
        self._tell("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        message.deleted = True
        self._tell("MESSAGE_DELETE", message)

    def message(self, channel_id: str, message_id: str) -> Message:
        message = self.messages.get(message_id)
        if message is None or message.deleted or message.channel.id != channel_id:
            raise RefusalError(Reason.UNKNOWN_MESSAGE)
        return message

    def _tell(self, event: str, message: Message) -> None:
        if message.audience is None:  # nobody hears of ephemeral messages through the gateway
            self.events.append((event, _event_payload(event, message)))
        self.changes.tell()


def _event_payload(event: str, message: Message) -> Json:
    place: Json = {} if message.channel.guild_id is None else {"guild_id": message.channel.guild_id}
    if event == "MESSAGE_DELETE":
        return {"id": message.id, "channel_id": message.channel.id, **place}
    return message.payload() | place


def _check(message: Message, body: Json, uploads: Sequence[StoredFile]) -> None:
    faults = message_faults(body, flags=message.flags, content=message.content)
    faults |= file_faults({file.name: len(file.data) for file in uploads})
    if faults:
        raise RefusalError(Reason.INVALID_FORM, faults)
    if not uploads and message.is_empty_after(body):
        raise RefusalError(Reason.EMPTY_MESSAGE, {"content": "The message would be empty"})


def _token(application_id: str) -> str:
    """Return a token of Discord's form: the application's id, then two random parts."""
    head = urlsafe_b64encode(application_id.encode()).decode().rstrip("=")
    return f"{head}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"
