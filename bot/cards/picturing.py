"""The card that holds nothing but a picture of a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import button, rows
from bot.cards.card import Card, gallery
from bot.cards.quoting import PICTURE

if TYPE_CHECKING:
    from bot.cards.audience import Audience
    from bot.cards.card import Picture
    from retrieval import Quote

TO_ALL = "all"


def picture_card(picture: Picture, quote: Quote, audience: Audience) -> Card:
    """Show a picture of a quote; one that only its asker sees can be posted for all."""
    post = button(PICTURE, quote.id, TO_ALL, label=audience.language.say("button.share")) if audience.private else None
    return Card(gallery(picture), *rows(post), pictures=[picture])
