"""What one message of components may hold, and what of a card fits into it.

Discord's own limits: https://docs.discord.com/developers/components/reference
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_COMPONENTS = 40
MOST_TEXT = 4000
_NESTING = (discord.ui.Container, discord.ui.Section, discord.ui.ActionRow)


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much of a message something takes."""

    components: int
    text: int

    def __add__(self, other: Size) -> Size:
        """Put two things into one message."""
        return Size(components=self.components + other.components, text=self.text + other.text)

    @property
    def fits(self) -> bool:
        """Whether one message holds it."""
        return self.components <= MOST_COMPONENTS and self.text <= MOST_TEXT


def text_length(text: str) -> int:
    """Measure text as the strictest reader of the limit may: in UTF-16 units, so an emoji counts twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def size(items: Iterable[discord.ui.Item[Any]]) -> Size:
    """Measure components with everything inside them."""
    every = [part for item in items for part in _with_children(item)]
    texts = (text_length(part.content) for part in every if isinstance(part, discord.ui.TextDisplay))
    return Size(components=len(every), text=sum(texts))


def fitting(
    blocks: Sequence[Sequence[discord.ui.Item[Any]]],
    *,
    around: Size,
    more: Callable[[int], discord.ui.Item[Any]],
) -> list[discord.ui.Item[Any]]:
    """Choose what one message holds of the blocks, in their order, and say how many it does not.

    Args:
        blocks: Each in one or several forms, the fullest first; it is shown in one of them or not at all.
        around: What else the message holds.
        more: Makes the component that says how many blocks were left out.
    """
    fullest = [forms[0] for forms in blocks]
    if (around + size(fullest)).fits:
        return fullest
    if len(blocks) > 1:
        around += size([more(len(blocks))])
    taken, shown = around, []
    for forms in blocks:
        form = next((form for form in forms if (around + size([form])).fits), forms[-1])
        if (taken + size([form])).fits:
            taken += size([form])
            shown.append(form)
    left_out = len(blocks) - len(shown)
    return [*shown, more(left_out)] if left_out else shown


def _with_children(item: discord.ui.Item[Any]) -> list[discord.ui.Item[Any]]:
    """List a component and everything inside it."""
    inside = item.walk_children() if isinstance(item, _NESTING) else ()
    return [item, *inside]
