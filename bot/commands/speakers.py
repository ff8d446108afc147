"""`/speakers`: who speaks and how much, a page at a time, and what can be done with one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import answer_card
from bot.cards.chance import random_card
from bot.cards.forms import question_form
from bot.cards.holdings import (
    ASK_SPEAKER,
    CHOOSE_SPEAKER,
    READ_SPEAKER,
    SPEAKERS,
    SPEAKERS_A_PAGE,
    speaker_card,
    speakers_card,
)
from bot.cards.paging import page_of
from bot.commands.ask import put
from bot.commands.chosen import name_by_key, only, page_number, share_by_key
from bot.interactions import OutdatedPressError, Reply, audience_of
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from bot.cards.paging import Page
    from bot.interactions import Handler, Press, Responder
    from bot.store import Store
    from retrieval import Library, Share

_ASKED = "asked-speaker"


def speakers_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(description="See who speaks in the transcripts, and how much")
    @app_commands.describe(private="Show the list to you alone")
    async def speakers(
        interaction: discord.Interaction,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        audience = audience_of(interaction, private=private)
        await responder.respond(
            interaction,
            private=private,
            work=partial(_listed, library, 0),
            card=lambda page: speakers_card(page, audience),
        )

    return speakers


def speakers_buttons(library: Library, responder: Responder, store: Store, chance: Random) -> Mapping[str, Handler]:
    """Make the handlers that turn a page, and that ask or quote a speaker of it."""

    async def turn(press: Press) -> None:
        if len(press.state) != 2:  # noqa: PLR2004 - the asker and the page
            raise OutdatedPressError
        await responder.turn(
            press.interaction,
            asker=press.asker,
            work=partial(_listed, library, page_number(press.state[1])),
            card=speakers_card,
        )

    async def choose(press: Press) -> None:
        find = partial(share_by_key, library, only(press.values))
        await responder.show_privately(press.interaction, work=find, card=speaker_card)

    async def ask(press: Press) -> None:
        language, key = language_of(press.interaction.locale.value), only(press.state)
        title = language.say("speakers.ask", name=name_by_key(library, key))
        form = question_form(_ASKED, key, title=title, label=language.say("form.question"))
        await Reply.to(press.interaction).ask(form)

    async def asked(press: Press) -> None:
        name = name_by_key(library, only(press.state))
        ask, show = partial(put, library, store, only(press.values), name, None), partial(answer_card, speaker=name)
        await responder.show_privately(press.interaction, work=ask, card=show)

    async def read(press: Press) -> None:
        name = name_by_key(library, only(press.state))
        await responder.show_privately(
            press.interaction,
            work=partial(library.pick, chance, name),
            card=lambda quote, audience: random_card(quote, name, audience),
        )

    return {SPEAKERS: turn, CHOOSE_SPEAKER: choose, ASK_SPEAKER: ask, READ_SPEAKER: read, _ASKED: asked}


def _listed(library: Library, number: int) -> Page[Share]:
    return page_of(library.shares(), number, SPEAKERS_A_PAGE)
