"""`/quote`: whether somebody said these words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import verdict_card
from bot.commands import suggestions

if TYPE_CHECKING:
    from bot.interactions import Responder
    from retrieval import Library


def quote_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    @app_commands.command(description="Check whether somebody said these words")
    @app_commands.describe(
        words="The quotation to check",
        speaker="Who is supposed to have said it",
        private="Show the verdict to you alone",
    )
    @app_commands.autocomplete(speaker=speakers)
    async def quote(
        interaction: discord.Interaction,
        words: app_commands.Range[str, 1, 2000],
        speaker: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        check = partial(library.check, words, speaker)
        show = partial(verdict_card, claimed_speaker=speaker)
        await responder.respond(interaction, private=private, work=check, card=show)

    return quote
