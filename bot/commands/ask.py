"""`/ask`: a question, answered in the speakers' own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import answer_card
from bot.commands import suggestions

if TYPE_CHECKING:
    from bot.interactions import Responder
    from retrieval import Library


def ask_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    async def transcripts(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.transcripts, library, typed))

    @app_commands.command(description="Ask a question; the answer is what people said, word for word")
    @app_commands.describe(
        question="What you want to know",
        speaker="Only the words of this person",
        transcript="Only this transcript",
        private="Show the answer to you alone",
    )
    @app_commands.autocomplete(speaker=speakers, transcript=transcripts)
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 500],
        speaker: app_commands.Range[str, 1, 100] | None = None,
        transcript: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        find = partial(library.ask, question, speaker, transcript)
        await responder.respond(interaction, private=private, work=find, card=answer_card)

    return ask
