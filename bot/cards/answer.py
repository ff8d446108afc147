"""The card of an answer: the quotes that answer, or why nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.cards.card import Card, stacked, text
from bot.cards.escaping import escape, one_line
from bot.cards.passage import passage
from bot.wording import NEAREST_HEADING, confidence_words, counted, refusal
from retrieval import Found, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import ui

    from retrieval import Answer, Quote

# What is longer is left out: everybody can see it in the command that was used.
LONGEST_ECHO = 300


def answer_card(answer: Answer) -> Card:
    """Show the quotes that answer, or the reason why nothing does with the nearest passages."""
    match answer:
        case Found():
            return _found(answer)
        case NotFound():
            return _not_found(answer)
        case _:
            assert_never(answer)


def _found(answer: Found) -> Card:
    """Show the question, how sure we are, and the quotes."""
    sure = f"-# Verbatim is {confidence_words(answer.confidence)} that the answer is here."
    return stacked(head=[text(_question(answer.question), sure)], blocks=_passages(answer.quotes), more=_more)


def _not_found(answer: NotFound) -> Card:
    """Show the question, the refusal, and what comes nearest, marked as no answer."""
    heading = f"**{escape(NEAREST_HEADING)}**" if answer.nearest else None
    head = text(_question(answer.question), escape(refusal(answer)), heading)
    return stacked(head=[head], blocks=_passages(answer.nearest), more=_more)


def _question(question: str) -> str | None:
    """Repeat the question, so that others who read the answer know what was asked."""
    return f"**{escape(one_line(question))}**" if len(question) <= LONGEST_ECHO else None


def _passages(quotes: Sequence[Quote]) -> list[tuple[ui.Container[ui.LayoutView], ...]]:
    """Lay out each quote; a question that several answer is given once."""
    return [passage(quote, after=quotes[0] if place else None) for place, quote in enumerate(quotes)]


def _more(count: int) -> str:
    """Say how many quotes had no room, and how to see them."""
    return f"No room here for {counted(count, 'more quote')}: ask about one speaker or one transcript."
