"""Reading a card as a user does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

if TYPE_CHECKING:
    from bot.cards import Card


def lines(card: Card) -> list[str]:
    """Return every line of text, from top to bottom."""
    texts = (item.content for item in card.walk_children() if isinstance(item, ui.TextDisplay))
    return [line for text in texts for line in text.split("\n")]


def containers(card: Card) -> list[ui.Container[Any]]:
    return [item for item in card.children if isinstance(item, ui.Container)]
