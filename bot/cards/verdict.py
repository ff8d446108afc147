"""The card of a checked quotation: what we found, and the places where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.answer import LONGEST_ECHO
from bot.cards.card import Card, stacked, text
from bot.cards.escaping import escape, one_line
from bot.cards.limits import MOST_COMPONENTS
from bot.cards.passage import passage
from bot.marking import claimed, said
from bot.wording import NEAREST_TO_QUOTATION, counted, difference, searched, verdict_sentence

if TYPE_CHECKING:
    from discord import ui

    from retrieval import Match, Verdict


def verdict_card(verdict: Verdict, claimed_speaker: str | None = None) -> Card:
    """Show whether the words were said, and each place as far as there is room.

    Args:
        verdict: What checking found.
        claimed_speaker: The name that the quotation was put to us with, if any.
    """
    sentence = f"**{escape(one_line(verdict_sentence(verdict, claimed_speaker)))}**"
    nearest = [text(NEAREST_TO_QUOTATION)] if verdict.nearest else []
    places = [_place(verdict, match) for match in verdict.matches[:MOST_COMPONENTS]]
    never_shown = max(0, len(verdict.matches) - MOST_COMPONENTS)
    return stacked(
        head=[text(_claim(verdict.quotation), sentence), *nearest],
        blocks=[*places, *map(passage, verdict.nearest)],
        more=lambda count: f"No room here for {counted(count + never_shown, 'more place')}.",
        foot=[text(f"-# {escape(searched(verdict.searched))}")],
    )


def _claim(quotation: str) -> str | None:
    """Repeat the words that were checked."""
    return f"-# Checked: “{escape(one_line(quotation))}”" if len(quotation) <= LONGEST_ECHO else None


def _place(verdict: Verdict, match: Match) -> tuple[ui.Container[ui.LayoutView], ...]:
    """Lay out a place with what the quotation changes there, marked on both sides and in words."""
    notes = [difference(change) for change in match.differences]
    own, theirs = claimed(verdict, match), said(match)
    marked = any(run.marked for run in (*own, *theirs))
    return passage(match.quote, notes=notes, said=theirs, quoted=own if marked else ())
