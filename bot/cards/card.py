"""What every card has in common: its parts, from top to bottom, as far as one message holds them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.cards.limits import fitting, size

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture that a card shows, sent along with it.

    Attributes:
        name: Of the file; components call it `attachment://name`.
        data: Its bytes.
        description: What can be seen on it, for who cannot see it.
    """

    name: str
    data: bytes
    description: str


class Card(ui.LayoutView):
    """A message of components, with the pictures that they show."""

    def __init__(self, *parts: ui.Item[Any], pictures: Sequence[Picture] = ()) -> None:
        """Stack the parts from top to bottom."""
        super().__init__(timeout=None)
        self.pictures = pictures
        for part in parts:
            self.add_item(part)
        self.stop()  # or discord.py keeps watch over each private card for a quarter of an hour

    def files(self) -> list[discord.File]:
        """Make the files to send along; each can be sent once, so another attempt needs new ones."""
        return [
            discord.File(BytesIO(picture.data), picture.name, description=picture.description)
            for picture in self.pictures
        ]


def gallery(picture: Picture) -> ui.MediaGallery[Any]:
    """Show a picture that is sent along."""
    item = discord.MediaGalleryItem(f"attachment://{picture.name}", description=picture.description)
    return ui.MediaGallery(item)


def text(*lines: str | None) -> ui.TextDisplay[Any]:
    """Make a text of escaped lines; those that are None are left out."""
    return ui.TextDisplay("\n".join(line for line in lines if line is not None))


def stacked(
    *,
    head: Sequence[ui.Item[Any]],
    blocks: Sequence[Sequence[ui.Item[Any]]],
    more: Callable[[int], str],
    foot: Sequence[ui.Item[Any]] = (),
    pictures: Sequence[Picture] = (),
) -> Card:
    """Build a card from what must be shown, and from blocks as far as they fit.

    Args:
        head: Always shown, on top.
        blocks: Each in one or several forms, the fullest first.
        more: Says how many blocks were left out.
        foot: Always shown, at the bottom.
        pictures: Those that the parts show.
    """
    shown = fitting(blocks, around=size([*head, *foot]), more=lambda count: text(f"-# {more(count)}"))
    return Card(*head, *shown, *foot, pictures=pictures)
