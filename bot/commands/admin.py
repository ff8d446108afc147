"""`/reload` and `/status`, for whoever runs the bot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards.admin import reload_card, status_card
from bot.commands.about import holdings_of
from bot.interactions import RefusalError
from bot.languages import language_of

if TYPE_CHECKING:
    from bot.commands.host import Host
    from bot.interactions import Responder
    from bot.languages import Language
    from retrieval import Library

_FOR_OWNER = {"for_owner": True}


def reload_command(library: Library, responder: Responder, host: Host) -> app_commands.Command[Any, ..., None]:
    """Make the command that reads the transcripts again."""

    @app_commands.command(
        name="reload", description="For whoever runs this bot: read changed transcripts now", extras=_FOR_OWNER
    )
    @app_commands.default_permissions(manage_guild=True)
    async def read_again(interaction: discord.Interaction) -> None:
        language = _required(interaction, host)
        await responder.respond(
            interaction, private=True, work=library.refresh, card=lambda changes: reload_card(changes, language)
        )

    return read_again


def status_command(library: Library, responder: Responder, host: Host) -> app_commands.Command[Any, ..., None]:
    """Make the command that tells how the bot is doing."""

    @app_commands.command(description="For whoever runs this bot: see how it is doing", extras=_FOR_OWNER)
    @app_commands.default_permissions(manage_guild=True)
    async def status(interaction: discord.Interaction) -> None:
        language = _required(interaction, host)
        await responder.respond(
            interaction,
            private=True,
            work=partial(holdings_of, library),
            card=lambda held: status_card(host.health(), held, library.failures, language),
        )

    return status


def _required(interaction: discord.Interaction, host: Host) -> Language:
    """Return the language of a user who runs this bot.

    Raises:
        RefusalError: They do not.
    """
    language = language_of(interaction.locale.value)
    if not host.is_run_by(interaction.user.id):
        raise RefusalError(language.say("admin.owner_only", help=language.say_or("commands.help.name", "help")))
    return language
