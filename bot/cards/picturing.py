"""The card of a quote as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import rows, share
from bot.cards.card import Card, gallery

if TYPE_CHECKING:
    from bot.cards.audience import Audience
    from bot.cards.card import Picture


def picture_card(picture: Picture, audience: Audience) -> Card:
    """Show a picture of a quote; one that only its asker sees can be posted for all."""
    return Card(gallery(picture), *rows(share(audience)), pictures=[picture])
