"""`/cite`: a quote by its id, and whether the transcript still says it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import citation_card
from bot.interactions import audience_of

if TYPE_CHECKING:
    from bot.interactions import Responder
    from retrieval import Library


def cite_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(description="Show a quote again by its id, and whether the transcript still says it")
    @app_commands.describe(quote_id="The id in small print below a quote", private="Show the quote to you alone")
    @app_commands.rename(quote_id="id")
    async def cite(
        interaction: discord.Interaction,
        quote_id: app_commands.Range[str, 1, 100],
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        find = partial(library.cite, quote_id)
        show = partial(citation_card, audience=audience_of(interaction, private=private))
        await responder.respond(interaction, private=private, work=find, card=show)

    return cite
