"""`/random`: a quote by chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards.chance import RANDOM, random_card
from bot.commands import suggestions
from bot.commands.chosen import name_by_key
from bot.interactions import OutdatedPressError, audience_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from bot.interactions import Handler, Press, Responder
    from retrieval import Library, Quote


@dataclass(frozen=True, kw_only=True, slots=True)
class _Picked:
    """A quote, and whose the next one shall be."""

    quote: Quote | None
    speaker: str | None


def random_command(library: Library, responder: Responder, chance: Random) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    @app_commands.command(description="Read something that somebody said, picked at random")
    @app_commands.describe(speaker="Only the words of this person", private="Show the quote to you alone")
    @app_commands.autocomplete(speaker=speakers)
    async def random(
        interaction: discord.Interaction,
        speaker: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        audience = audience_of(interaction, private=private)
        await responder.respond(
            interaction,
            private=private,
            work=partial(_picked, library, chance, speaker),
            card=lambda picked: random_card(picked.quote, picked.speaker, audience),
        )

    return random


def random_buttons(library: Library, responder: Responder, chance: Random) -> Mapping[str, Handler]:
    """Make the handler that shows another quote."""

    async def another(press: Press) -> None:
        match press.state:
            case (_, key):
                name = name_by_key(library, key)
            case _:
                raise OutdatedPressError
        await responder.turn(
            press.interaction,
            asker=press.asker,
            work=partial(library.pick, chance, name),
            card=lambda quote, audience: random_card(quote, name, audience),
        )

    return {RANDOM: another}


def _picked(library: Library, chance: Random, speaker: str | None) -> _Picked:
    name = library.person(speaker).name if speaker else None
    return _Picked(quote=library.pick(chance, name), speaker=name)
