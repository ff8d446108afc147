"""One sentence for one user: what went wrong, or what to do."""

from __future__ import annotations

from bot.cards.card import Card, text
from bot.cards.escaping import escape, one_line
from bot.wording import shortened

# A sentence may repeat what was typed; escaping at most doubles it, and a message holds 4,000.
_LONGEST = 1000


def notice_card(sentence: str) -> Card:
    """Show a sentence."""
    return Card(text(escape(shortened(one_line(sentence), _LONGEST))))
