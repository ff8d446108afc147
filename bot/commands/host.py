"""What commands need to know of the client that runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import app_commands

    from bot.cards.admin import Health


class Host(Protocol):
    """The client, as far as commands look at it."""

    @property
    def commands(self) -> app_commands.CommandTree[Any]:
        """Every command."""

    def command_ids(self, guild_id: int | None) -> Mapping[str, int]:
        """Return the ids that Discord gave the commands of a server, or those of everywhere, by name."""

    def is_run_by(self, user_id: int) -> bool:
        """Tell whether a user runs this bot: its owner, or a member of the team that owns it."""

    def health(self) -> Health:
        """Return how the bot is doing."""
