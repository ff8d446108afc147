"""Who and where: accounts, guilds, channels, and the places an interaction can come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Install: TypeAlias = Literal["guild", "user"]

GUILD_CONTEXT, BOT_DM_CONTEXT, PRIVATE_CHANNEL_CONTEXT = 0, 1, 2
TEXT_CHANNEL, DM_CHANNEL, GROUP_CHANNEL, THREAD = 0, 1, 3, 11
ALL_PERMISSIONS = (1 << 53) - 1
MEMBER_PERMISSIONS = 0x400 | 0x800 | 0x10000 | 0x8000_0000  # view, send, read history, use commands


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """A Discord account, a person's or the bot's."""

    id: str
    name: str
    bot: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamMember:
    """One of a team that owns the application.

    Attributes:
        joined: Whether they accepted the invitation.
        role: `admin`, `developer` or `read_only`.
    """

    account: Account
    joined: bool = True
    role: str = "developer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Channel:
    """A text channel of a guild, or a private conversation."""

    id: str
    name: str
    kind: int
    guild_id: str | None = None
    recipients: tuple[Account, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Guild:
    """A server."""

    id: str
    name: str
    owner: Account
    channels: tuple[Channel, ...]
    locale: str = "en-US"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a user acts, and by whose installation the bot is there.

    Attributes:
        guild: The server, or None in a private conversation.
        channel: The channel that messages appear in.
        install: Whether the server or the user installed the application.
        bot_is_member: Whether the bot itself is in that server or conversation.
        bot_permissions: What the bot may do in that channel.
    """

    guild: Guild | None
    channel: Channel
    install: Install = "guild"
    bot_is_member: bool = True
    bot_permissions: int = ALL_PERMISSIONS

    @property
    def context(self) -> int:
        if self.guild is not None:
            return GUILD_CONTEXT
        return BOT_DM_CONTEXT if self.bot_is_member else PRIVATE_CHANNEL_CONTEXT

    def owners(self, account: Account) -> dict[str, str]:
        """Return by whose installation a user has the bot here: 0 a server's (none in a DM), 1 their own."""
        if self.install == "user":
            return {"1": account.id}
        return {"0": "0" if self.guild is None else self.guild.id}
