"""Menus to choose one of several things from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.cards.buttons import custom_id
from bot.cards.escaping import one_line
from bot.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_OPTIONS = 25
_LONGEST = 100
_LONGEST_PLACEHOLDER = 150


def key_of(name: str) -> str:
    """Stand for a name of any length; the same in every process.

    >>> key_of("Sergey Lavrov")
    '46d7b1062c72'
    """
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def menu(
    action: str, *state: str, placeholder: str, options: Sequence[tuple[str, str, str]]
) -> list[ui.ActionRow[Any]]:
    """Make a menu in a row of its own; none without options.

    Args:
        action: The name of the handler, which is given the value of what was chosen.
        state: What else the handler is given.
        placeholder: What is read before anything is chosen.
        options: Label, description and value of each; what is too long is shortened, what is left over left out.
    """
    usable = {value: (_line(label), _line(about) or None) for label, about, value in options if _line(label)}
    if not usable:
        return []
    choices = [
        discord.SelectOption(label=label, description=about, value=value)
        for value, (label, about) in list(usable.items())[:_MOST_OPTIONS]
    ]
    shown = shortened(one_line(placeholder), _LONGEST_PLACEHOLDER)
    return [ui.ActionRow(ui.Select(custom_id=custom_id(action, *state), placeholder=shown, options=choices))]


def _line(text: str) -> str:
    return shortened(one_line(text), _LONGEST)
