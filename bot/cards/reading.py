r"""What stands in a message of ours → what its buttons need to know: nothing else is kept of it.

Discord hands the message over with each press; what has to be read again carries a number as its component's id.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeGuard

import discord
from discord import ui

from bot.cards.buttons import SHARE
from bot.cards.card import Card, gallery
from bot.languages import ENGLISH, Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.cards.card import Picture

# Where the texts with a number stand on a card, for servers that drop the ids of components or give their own.
_PLACES = {101: 0, 102: 1, 103: 0, 104: None}
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")


def marked(number: int, message: discord.Message) -> str | None:
    """Return the markup of the text with a number, or None when there is none."""
    parts = _view(message).children
    texts = [part for part in parts if isinstance(part, ui.TextDisplay)]
    numbered = {text.id: text.content for text in texts if text.id in _PLACES}
    place = _PLACES[number]
    if numbered or place is None:
        return numbered.get(number)
    # A card that holds such texts opens with two of them; one by one they would be any card's.
    return texts[place].content if len(texts) > 1 and parts[:2] == texts[:2] else None


def plain(markup: str) -> str:
    r"""Return the words that were escaped, and set in bold or as small print.

    >>> plain(r"**Who said \*this\*?**")
    'Who said *this*?'
    """
    return _ESCAPED.sub(r"\1", markup.removeprefix("-# ").removeprefix("**").removesuffix("**"))


def words_of(message: discord.Message) -> str:
    """Return what a message says, whoever wrote it: its text, or else what stands in its embeds or components."""
    if message.content:
        return message.content
    embedded = [text for embed in message.embeds for text in (embed.title, embed.description) if text]
    texts = [item.content for item in _view(message).walk_children() if isinstance(item, ui.TextDisplay)]
    return "\n".join([*embedded, *map(plain, texts)])


def shared(message: discord.Message, pictures: Sequence[Picture] = ()) -> Card:
    """Copy a private card for all to see.

    Args:
        message: Holds the card.
        pictures: Those that it shows, to be sent along; without them, the copy shows those of the private one.
    """
    fresh = iter(pictures)
    parts = (_refreshed(part, fresh) for part in _without_share(_view(message)))
    return Card(*parts, pictures=pictures)


def marked_as_shared(message: discord.Message, language: Language = ENGLISH) -> Card:
    """Copy a private card that all have been shown."""
    view = _view(message)
    for item in view.walk_children():
        if _is_share(item):
            item.label, item.disabled = language.say("button.shared"), True
    return Card(*view.children)


def _view(message: discord.Message) -> ui.LayoutView:
    return ui.LayoutView.from_message(message, timeout=None)


def _without_share(view: ui.LayoutView) -> Iterator[ui.Item[Any]]:
    """Yield the parts of a card; a row that held nothing but the button to share is left out."""
    for part in view.children:
        if isinstance(part, ui.ActionRow):
            for button in [inner for inner in part.children if _is_share(inner)]:
                part.remove_item(button)
            if not part.children:
                continue
        yield part


def _refreshed(part: ui.Item[Any], pictures: Iterator[Picture]) -> ui.Item[Any]:
    """Have a gallery show the next picture that is sent along; it keeps its words for those who cannot see it."""
    picture = next(pictures, None) if isinstance(part, ui.MediaGallery) else None
    if picture is None or not isinstance(part, ui.MediaGallery):
        return part
    return gallery(replace(picture, description=part.items[0].description or picture.description))


def _is_share(item: ui.Item[Any]) -> TypeGuard[ui.Button[Any]]:
    return isinstance(item, ui.Button) and item.custom_id == SHARE
