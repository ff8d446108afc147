"""`/quote` and “Check this quote”: whether somebody said these words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import Audience, judged_card
from bot.cards.judging import PLACE, quotation_of
from bot.cards.reading import words_of
from bot.commands import suggestions
from bot.interactions import OutdatedPressError
from retrieval import quotation_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.interactions import Handler, Press, Responder
    from retrieval import Library, Verdict


def quote_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    async def quotes(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.quotes, library, typed))

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    @app_commands.command(description="Check whether somebody said these words")
    @app_commands.describe(
        words="The quotation to check",
        speaker="Who is supposed to have said it",
        private="Show the verdict to you alone",
    )
    @app_commands.autocomplete(words=quotes, speaker=speakers)
    async def quote(
        interaction: discord.Interaction,
        words: app_commands.Range[str, 1, 2000],
        speaker: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        check = partial(library.check, words, speaker)
        audience = Audience(asker=interaction.user.id, private=private)
        show = partial(judged_card, audience=audience, speaker=speaker)
        await responder.respond(interaction, private=private, work=check, card=show)

    return quote


def check_menu(library: Library, responder: Responder) -> app_commands.ContextMenu:
    """Make the entry of a message's menu that checks what the message quotes."""

    async def check_quote(interaction: discord.Interaction, message: discord.Message) -> None:
        def check() -> Verdict:
            found = quotation_in(words_of(message))
            return library.check(found.words, claimed=found.speaker)

        await responder.show_privately(interaction, work=check, card=judged_card)

    return app_commands.ContextMenu(name="Check this quote", callback=check_quote)


def quote_buttons(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handler of the buttons that lead to the other places."""

    async def place(press: Press) -> None:
        quotation = quotation_of(press.message)
        start, speaker = _place(press)
        if quotation is None:
            raise OutdatedPressError
        check = partial(library.check, quotation, claimed=speaker)
        show = partial(judged_card, speaker=speaker, start=start)
        await responder.turn(press.interaction, asker=press.asker, work=check, card=show)

    return {PLACE: place}


def _place(press: Press) -> tuple[int, str | None]:
    """Read which place to show first, and who is supposed to have said the words.

    Raises:
        OutdatedPressError: The button was made by another version.
    """
    try:
        _, start, *speaker = press.state
        return int(start), ":".join(speaker) or None
    except ValueError as error:
        raise OutdatedPressError from error
