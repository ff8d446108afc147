"""`/transcripts`: what there is to search, a page at a time, and a question about one of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import answer_card
from bot.cards.forms import question_form
from bot.cards.holdings import CHOOSE_TRANSCRIPT, TRANSCRIPTS, TRANSCRIPTS_A_PAGE, transcripts_card
from bot.cards.paging import page_of
from bot.commands.ask import put
from bot.commands.chosen import only, page_number, transcript_by_key
from bot.interactions import OutdatedPressError, Reply, audience_of
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards.paging import Page
    from bot.interactions import Handler, Press, Responder
    from bot.store import Store
    from retrieval import Library, Listed

_ASKED = "asked-transcript"


def transcripts_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(description="See which transcripts are searched")
    @app_commands.describe(
        word="Only those with this word in the title, among the speakers, or in what was said",
        private="Show the list to you alone",
    )
    async def transcripts(
        interaction: discord.Interaction,
        word: app_commands.Range[str, 1, 60] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        audience = audience_of(interaction, private=private)
        await responder.respond(
            interaction,
            private=private,
            work=partial(_listed, library, word or "", 0),
            card=lambda page: transcripts_card(page, word or "", audience),
        )

    return transcripts


def transcripts_buttons(library: Library, responder: Responder, store: Store) -> Mapping[str, Handler]:
    """Make the handlers that turn a page, and that take a question about a transcript of it."""

    async def turn(press: Press) -> None:
        _, number, word = _state(press)
        await responder.turn(
            press.interaction,
            asker=press.asker,
            work=partial(_listed, library, word, page_number(number)),
            card=lambda page, audience: transcripts_card(page, word, audience),
        )

    async def choose(press: Press) -> None:
        language, key = language_of(press.interaction.locale.value), only(press.values)
        title = language.say("form.about", title=transcript_by_key(library, key).title)
        form = question_form(_ASKED, key, title=title, label=language.say("form.question"))
        await Reply.to(press.interaction).ask(form)

    async def asked(press: Press) -> None:
        ident = transcript_by_key(library, only(press.state)).id
        ask, show = (
            partial(put, library, store, only(press.values), None, ident),
            partial(answer_card, transcript=ident),
        )
        await responder.show_privately(press.interaction, work=ask, card=show)

    return {TRANSCRIPTS: turn, CHOOSE_TRANSCRIPT: choose, _ASKED: asked}


def _listed(library: Library, word: str, number: int) -> Page[Listed]:
    return page_of(library.catalogue(word or None), number, TRANSCRIPTS_A_PAGE)


def _state(press: Press) -> tuple[str, str, str]:
    """Take a page's button apart: whose it is, where it leads, and the word, in which a colon may stand.

    Raises:
        OutdatedPressError: Another version made it.
    """
    match press.state:
        case (asker, number, *word):
            return asker, number, ":".join(word)
        case _:
            raise OutdatedPressError
