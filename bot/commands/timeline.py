"""`/timeline`: what was said on something, by date, with a chart of how often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards.timeline import QUOTES_A_PAGE, TIMELINE, timeline_card
from bot.charts import bars_of, png
from bot.commands import suggestions
from bot.commands.chosen import name_by_key, page_number
from bot.interactions import OutdatedPressError, audience_of, may_attach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards import Audience, Card
    from bot.interactions import Handler, Press, Responder
    from retrieval import Library, Timeline


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """A page of a timeline with its chart, where one can be drawn and sent."""

    timeline: Timeline
    speaker: str | None
    chart: bytes | None

    def card(self, audience: Audience) -> Card:
        return timeline_card(self.timeline, self.speaker, audience, drawn_chart=self.chart)


def timeline_command(library: Library, responder: Responder) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    @app_commands.command(description="See what was said on something over time, the oldest first")
    @app_commands.describe(
        words="What was spoken of; every word has to be there",
        speaker="Only the words of this person",
        private="Show the timeline to you alone",
    )
    @app_commands.autocomplete(speaker=speakers)
    async def timeline(
        interaction: discord.Interaction,
        words: app_commands.Range[str, 1, 50],
        speaker: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        audience = audience_of(interaction, private=private)
        await responder.respond(
            interaction,
            private=private,
            work=partial(_asked, library, words, speaker, drawing=may_attach(interaction)),
            card=lambda found: found.card(audience),
        )

    return timeline


def timeline_buttons(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handler that turns a page."""

    async def turn(press: Press) -> None:
        drawing = may_attach(press.interaction)
        match press.state:
            case (_, number, key, *words):
                page, name = page_number(number), name_by_key(library, key)
            case _:
                raise OutdatedPressError
        await responder.turn(
            press.interaction,
            asker=press.asker,
            work=partial(_found, library, ":".join(words), name, page, drawing=drawing),
            card=_Found.card,
        )

    return {TIMELINE: turn}


def _asked(library: Library, words: str, speaker: str | None, *, drawing: bool) -> _Found:
    """Find the first page, for a speaker as typed."""
    name = library.person(speaker).name if speaker else None
    return _found(library, words, name, 0, drawing=drawing)


def _found(library: Library, words: str, name: str | None, page: int, *, drawing: bool) -> _Found:
    """Find a page, and draw its chart where that may be sent."""
    timeline = library.timeline(words, name, page * QUOTES_A_PAGE, QUOTES_A_PAGE)
    bars = bars_of(timeline.counts) if drawing and timeline.total else None
    return _Found(timeline=timeline, speaker=name, chart=png(bars) if bars else None)
