"""The card of a checked quotation: what we found, and the places where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import ui

from bot.cards.card import Card, stacked, text
from bot.cards.escaping import escape, one_line
from bot.cards.hints import hint_to_ask
from bot.cards.passage import passage
from bot.languages import ENGLISH, Language
from bot.marking import claimed, said
from bot.wording import difference, searched, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from retrieval import Match, Verdict

# The number under which a press finds the quotation in the message.
QUOTATION = 103
_VERDICT = 104
# What is longer is not repeated: everybody can see it in the command that was used.
LONGEST_ECHO = 600
PLACES = 3  # on one card


def verdict_card(
    verdict: Verdict,
    claimed_speaker: str | None = None,
    *,
    start: int = 0,
    foot: Sequence[ui.Item[Any]] = (),
    language: Language = ENGLISH,
) -> Card:
    """Show whether the words were said, and some of the places as far as there is room.

    Args:
        verdict: What checking found.
        claimed_speaker: The name that the quotation was put to us with, if any.
        start: The place to show first, counted from zero.
        foot: What stands below everything else.
        language: Of all that is no quote.
    """
    sentence = f"**{escape(one_line(verdict_sentence(verdict, claimed_speaker, language)))}**"
    nearest = [text(language.say("verdict.nearest"))] if verdict.nearest else []
    places = [_place(verdict, match, language) for match in verdict.matches[start : start + PLACES]]
    return stacked(
        head=[*_claim(verdict.quotation), ui.TextDisplay(sentence, id=_VERDICT), *nearest],
        blocks=[*places, *(passage(quote, language=language) for quote in verdict.nearest)],
        more=lambda count: language.say("verdict.more", places=language.say("verdict.more_places", count=count)),
        foot=[text(f"-# {escape(searched(verdict.searched, language))}", *_next(verdict, language)), *foot],
    )


def _next(verdict: Verdict, language: Language) -> list[str]:
    """Say how to go on where there is nothing to look at."""
    return [] if verdict.matches or verdict.nearest else [f"-# {escape(hint_to_ask(language))}"]


def is_repeated(quotation: str) -> bool:
    """Tell whether a card repeats a quotation."""
    return len(one_line(quotation)) <= LONGEST_ECHO


def _claim(quotation: str) -> list[ui.TextDisplay[Any]]:
    """Repeat the words that were checked, to be found again by a press."""
    words = f"-# “{escape(one_line(quotation))}”"
    return [ui.TextDisplay(words, id=QUOTATION)] if is_repeated(quotation) else []


def _place(verdict: Verdict, match: Match, language: Language) -> tuple[ui.Container[ui.LayoutView], ...]:
    """Lay out a place with what the quotation changes there, marked on both sides and in words."""
    notes = [difference(change, language) for change in match.differences]
    own, theirs = claimed(verdict, match), said(match)
    marked = any(run.marked for run in (*own, *theirs))
    return passage(match.quote, notes=notes, said=theirs, quoted=own if marked else (), language=language)
