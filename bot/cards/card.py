"""What every card has in common: its parts, from top to bottom, as far as one message holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.cards.limits import fitting, size

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Card(ui.LayoutView):
    """A message of components."""

    def __init__(self, *parts: ui.Item[Any]) -> None:
        """Stack the parts from top to bottom."""
        super().__init__(timeout=None)
        for part in parts:
            self.add_item(part)
        self.stop()  # or discord.py keeps watch over each private card for a quarter of an hour


def text(*lines: str | None) -> ui.TextDisplay[Any]:
    """Make a text of escaped lines; those that are None are left out."""
    return ui.TextDisplay("\n".join(line for line in lines if line is not None))


def stacked(
    *,
    head: Sequence[ui.Item[Any]],
    blocks: Sequence[Sequence[ui.Item[Any]]],
    more: Callable[[int], str],
    foot: Sequence[ui.Item[Any]] = (),
) -> Card:
    """Build a card from what must be shown, and from blocks as far as they fit.

    Args:
        head: Always shown, on top.
        blocks: Each in one or several forms, the fullest first.
        more: Says how many blocks were left out.
        foot: Always shown, at the bottom.
    """
    shown = fitting(blocks, around=size([*head, *foot]), more=lambda count: text(f"-# {more(count)}"))
    return Card(*head, *shown, *foot)
