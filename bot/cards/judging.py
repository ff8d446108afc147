"""The card of a checked quotation with its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cards.buttons import button, rows, share
from bot.cards.quoting import CONTEXT, wrong_button
from bot.cards.reading import marked, plain
from bot.cards.verdict import PLACES, QUOTATION, is_repeated, verdict_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord
    from discord import ui

    from bot.cards.audience import Audience
    from bot.cards.card import Card
    from retrieval import Quote, Verdict

PLACE = "place"
# What a button holds of a name besides all else; nobody's is longer.
_LONGEST_SPEAKER = 70


def judged_card(verdict: Verdict, audience: Audience, *, speaker: str | None = None, start: int = 0) -> Card:
    """Show whether words were said, with ways to what was said around them and to the other places.

    Args:
        verdict: What checking found.
        audience: For whom.
        speaker: Who is supposed to have said them, if anybody.
        start: The place to show first, counted from zero.
    """
    speaker = speaker or verdict.claimed
    start = start if 0 <= start < len(verdict.matches) else 0  # there may be fewer places than there were
    shown = [match.quote for match in verdict.matches[start : start + PLACES]] or list(verdict.nearest)
    first = next(iter(shown), None)
    buttons = (
        *_places(verdict, audience, speaker, start),
        *_contexts(shown, start, audience),
        wrong_button(first),
        share(audience),
    )
    return verdict_card(verdict, speaker, start=start, foot=rows(*buttons))


def quotation_of(message: discord.Message) -> str | None:
    """Read again which words were checked, or return None when the message does not repeat them."""
    quotation = marked(QUOTATION, message)
    return plain(quotation)[1:-1] if quotation else None


def _contexts(quotes: Sequence[Quote], start: int, audience: Audience) -> list[ui.Button[Any]]:
    """Lead to what was said around each place; a place that is found twice has one button."""
    places = {quote.id: number for number, quote in enumerate(quotes, start=start + 1)}
    labels = {ident: "Context" if len(places) == 1 else f"Context {number}" for ident, number in places.items()}
    return [button(CONTEXT, audience.key, ident, "", label=label) for ident, label in labels.items()]


def _places(verdict: Verdict, audience: Audience, speaker: str | None, start: int) -> list[ui.Button[Any]]:
    """Lead to the places before and after those that are shown, where the message lets them be found again."""
    if len(verdict.matches) <= PLACES or len(speaker or "") > _LONGEST_SPEAKER or not is_repeated(verdict.quotation):
        return []
    return [
        button(
            PLACE,
            audience.key,
            begin,
            speaker or "",
            label=label,
            disabled=not 0 <= begin < len(verdict.matches),
        )
        for begin, label in ((start - PLACES, "Places before"), (start + PLACES, "Places after"))
    ]
