"""Buttons, menus and forms: each names the action that answers it, so nothing has to be kept from when it was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import discord
from discord import ui

from bot.cards.audience import asker_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
    from typing import Self


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """A button that was pressed, a menu in which something was chosen, or a form that was sent.

    Attributes:
        interaction: To be answered.
        state: What the custom_id holds after the action's name.
        values: What was chosen, or written into each field of a form, from top to bottom.
    """

    interaction: discord.Interaction[Any]
    state: tuple[str, ...]
    values: tuple[str, ...] = ()

    @property
    def message(self) -> discord.Message:
        """The message that the button or menu belongs to.

        Raises:
            OutdatedPressError: Discord sent none along.
        """
        if self.interaction.message is None:
            raise OutdatedPressError
        return self.interaction.message

    @property
    def asker(self) -> int:
        """Whose card it is, where the state begins with an audience's key.

        Raises:
            OutdatedPressError: It does not.
        """
        try:
            return asker_of(self.state[0])
        except (IndexError, ValueError) as error:
            raise OutdatedPressError from error


Handler: TypeAlias = "Callable[[Press], Awaitable[None]]"


class OutdatedPressError(Exception):
    """A button, menu or form that this version of the program does not know."""


class GoneChoiceError(Exception):
    """What a button or menu means is in no transcript any more."""


class Presses:
    """The handlers of all actions, by name."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        """Know some actions."""
        self._handlers = handlers

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Have an action's handler answer.

        Raises:
            OutdatedPressError: No action of that name is known, or its state is not as it makes it now.
        """
        action, *state = pressed_id(interaction).split(":")
        handler = self._handlers.get(action)
        if handler is None:
            raise OutdatedPressError
        await handler(Press(interaction=interaction, state=tuple(state), values=tuple(_values(_data(interaction)))))


class Pressed(ui.DynamicItem[ui.Item[Any]], template=re.compile(r".+", re.DOTALL)):
    """Any button or menu of any message of ours, whichever process sent it: discord.py brings them all here."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - the client is asked in the callback
        item: ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003 - the handlers read the custom_id
        /,
    ) -> Self:
        """Wrap a component of the message."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand a press to the client, which knows the handlers."""
        await interaction.client.press(interaction)


def pressed_id(interaction: discord.Interaction[Any]) -> str:
    """Return the custom_id of what was pressed or sent; empty for a command."""
    return str(_data(interaction).get("custom_id", ""))


def _data(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", interaction.data or {})


def _values(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was chosen in a menu, or else what stands in a form's fields."""
    yield from data.get("values") or ()
    yield from _fields(data.get("components") or ())


def _fields(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what was written into the text fields of a form, and chosen in its menus."""
    for component in components:
        if "value" in component:
            yield str(component["value"])
        yield from component.get("values") or ()
        yield from _fields(component.get("components") or ())
        yield from _fields([component["component"]] if "component" in component else ())
