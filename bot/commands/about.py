"""`/about`: version, what is searched, and what is kept about users."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards.about import Holdings, about_card
from bot.languages import language_of
from bot.version import version
from retrieval import Searched

if TYPE_CHECKING:
    from bot.interactions import Responder
    from retrieval import Library


def about_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(description="See what is searched, and what Verbatim keeps about you")
    @app_commands.describe(private="Show this to you alone (unless you say no)")
    async def about(
        interaction: discord.Interaction,
        private: bool = True,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        language = language_of(interaction.locale.value)
        await responder.respond(
            interaction,
            private=private,
            work=partial(holdings_of, library),
            card=lambda held: about_card(version(), held, language),
        )

    return about


def holdings_of(library: Library) -> Holdings:
    """Sum a library up."""
    dates = [header.date for header in library.headers if header.date]
    searched = Searched(
        transcripts=len(library.headers),
        passages=library.passages,
        earliest=min(dates, default=None),
        latest=max(dates, default=None),
    )
    return Holdings(searched=searched, speakers=len(library.speakers), failures=len(library.failures))
