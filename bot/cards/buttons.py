"""Buttons whose whole meaning stands in their custom_id, so that any process answers them, today or next year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ButtonStyle, ui

from bot.cards.escaping import one_line
from bot.wording import shortened

if TYPE_CHECKING:
    from bot.cards.audience import Audience

LONGEST_CUSTOM_ID = 100
_LONGEST_LABEL = 80
_MOST_IN_A_ROW = 5

SHARE = "share"


def custom_id(action: str, *state: str | int) -> str:
    """Join an action's name and what it needs to know.

    >>> custom_id("page", "1z", 2)
    'page:1z:2'

    Raises:
        ValueError: Discord holds no more than a hundred characters.
    """
    joined = ":".join((action, *map(str, state)))
    if len(joined) > LONGEST_CUSTOM_ID:
        msg = f"a custom_id of {len(joined)} characters: {joined}"
        raise ValueError(msg)
    return joined


def button(action: str, *state: str | int, label: str, disabled: bool = False) -> ui.Button[Any]:
    """Make a button.

    Args:
        action: The name under which its handler is known.
        state: What the handler is given; unlike that of any other button of the card.
        label: What is read on it, as plain text.
        disabled: Whether it cannot be pressed here; it is shown all the same, so that the others keep their places.
    """
    shown = shortened(one_line(label), _LONGEST_LABEL)
    return ui.Button(label=shown, style=ButtonStyle.secondary, custom_id=custom_id(action, *state), disabled=disabled)


def rows(*buttons: ui.Button[Any] | None) -> list[ui.ActionRow[Any]]:
    """Lay out buttons from left to right, five in a row; those that are None are left out."""
    present = [one for one in buttons if one is not None]
    starts = range(0, len(present), _MOST_IN_A_ROW)
    return [ui.ActionRow(*present[start : start + _MOST_IN_A_ROW]) for start in starts]


def share(audience: Audience) -> ui.Button[Any] | None:
    """Let the one who sees a private card show it to all, as it is; None on a card that all see."""
    return button(SHARE, label=audience.language.say("button.share")) if audience.private else None
