"""The card of a quote by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import button, rows, share
from bot.cards.card import Card, text
from bot.cards.limits import MOST_TEXT
from bot.cards.menus import key_of
from bot.cards.passage import excerpt
from bot.cards.quoting import quote_buttons, wrong_button

if TYPE_CHECKING:
    from bot.cards.audience import Audience
    from retrieval import Quote

RANDOM = "random"


def random_card(quote: Quote | None, speaker: str | None, audience: Audience) -> Card:
    """Show a quote and a button for another one.

    Args:
        quote: The quote, or None where nothing is said at all.
        speaker: Whose words the next one is chosen from as well, or None for everybody's.
        audience: Who sees it.
    """
    language = audience.language
    if quote is None:
        return Card(text(language.say("random.nothing")))
    another = button(RANDOM, audience.key, key_of(speaker) if speaker else "", label=language.say("random.another"))
    return Card(
        excerpt(quote, room=MOST_TEXT, language=language).container,
        *rows(another, *quote_buttons(quote, audience)),
        *rows(wrong_button(quote, audience), share(audience)),
    )
