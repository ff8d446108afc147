"""The one answer that an interaction gets, whatever Discord or the network does on the way.

Discord's error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from discord import app_commands, ui

    from bot.cards import Card

_State: TypeAlias = Literal["open", "deferred", "deferred_privately", "turning", "answered"]

_ALREADY_ACKNOWLEDGED = 40060
# Unknown message, unknown webhook, unknown interaction, invalid webhook token: too late, or removed.
_GONE = frozenset({10008, 10015, 10062, 50027})


class GoneError(Exception):
    """An interaction that can no longer be answered."""


class Reply:
    """Answers one interaction, privately or for all, and never twice."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        """Begin with nothing sent."""
        self._interaction = interaction
        self._state: _State = "open"

    @classmethod
    def to(cls, interaction: discord.Interaction[Any]) -> Reply:
        """Return the reply to an interaction, always the same one: an error handler knows what was sent."""
        return cast("Reply", interaction.extras.setdefault("reply", cls(interaction)))

    async def defer(self, *, private: bool) -> None:
        """Show that an answer is on its way; whether it is private is fixed from here on.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        response = self._interaction.response
        state: _State = "deferred_privately" if private else "deferred"
        await self._deliver(lambda: response.defer(ephemeral=private, thinking=True), then=state)

    async def send(self, card: Card, *, private: bool) -> None:
        """Answer.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        match self._state:
            case "open":
                response = self._interaction.response
                await self._deliver(
                    lambda: response.send_message(view=card, ephemeral=private, **_files(card)), then="answered"
                )
            case "deferred" | "deferred_privately" | "turning":
                await self._deliver(
                    lambda: self._interaction.edit_original_response(view=card, **_attachments(card)), then="answered"
                )
            case "answered":
                pass

    async def defer_turn(self) -> None:
        """Acknowledge a press; the card stays as it is until it is turned.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        await self._deliver(self._interaction.response.defer, then="turning")

    async def turn(self, card: Card) -> None:
        """Put another card in place of the one whose button was pressed.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        if self._state != "open":
            await self.send(card, private=False)
            return
        response = self._interaction.response
        await self._deliver(lambda: response.edit_message(view=card, **_attachments(card)), then="answered")

    async def add(self, card: Card) -> None:
        """Write another message, which all see.

        Raises:
            GoneError: The interaction is over, or the connection broke: all may have seen it then.
        """
        followup = self._interaction.followup
        await self._deliver(lambda: followup.send(view=card, **_files(card)), attempts=1)

    async def ask(self, form: ui.Modal) -> None:
        """Show a form, which is answered as an interaction of its own.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        if self._state == "open":
            await self._deliver(lambda: self._interaction.response.send_modal(form), then="answered")

    async def refuse(self, card: Card) -> None:
        """Answer privately, also where a public answer was on its way.

        Raises:
            GoneError: Nobody waits for an answer any more.
        """
        if self._state not in {"deferred", "turning"}:
            await self.send(card, private=True)
            return
        if self._state == "deferred":
            await self._deliver(self._interaction.delete_original_response)
        followup = self._interaction.followup
        # Tried once only: when the connection breaks, the user may have seen it.
        await self._deliver(lambda: followup.send(view=card, ephemeral=True), then="answered", attempts=1)

    async def hint(self, card: Card) -> None:
        """Tell the user something besides the answer, in private.

        Raises:
            GoneError: The interaction is over, or the connection broke: the user may have seen it then.
        """
        followup = self._interaction.followup
        await self._deliver(lambda: followup.send(view=card, ephemeral=True), attempts=1)

    async def suggest(self, choices: Sequence[app_commands.Choice[str]]) -> None:
        """Answer what is being typed with choices.

        Raises:
            GoneError: The user has typed on.
        """
        if self._state == "open":
            await self._deliver(lambda: self._interaction.response.autocomplete(choices), then="answered")

    async def _deliver(
        self, send: Callable[[], Awaitable[object]], *, then: _State | None = None, attempts: int = 2
    ) -> None:
        """Send, and be in another state from then on.

        Whoever is broken off meanwhile waits until it is known whether what was begun has been sent: else the user
        would be told twice.

        Raises:
            GoneError: Discord no longer knows the interaction, or cannot be reached.
            discord.HTTPException: Discord refuses what was sent.
        """
        sending = asyncio.ensure_future(_delivered(send, attempts))
        try:
            await asyncio.shield(sending)
        finally:
            await asyncio.wait({sending})
            if then is not None and sending.exception() is None:
                self._state = then


def _files(card: Card) -> dict[str, Any]:
    """Send a card's pictures along, if it has any."""
    return {"files": card.files()} if card.pictures else {}


def _attachments(card: Card) -> dict[str, Any]:
    """Send a card's pictures along, if it has any, in place of those that the message has."""
    return {"attachments": card.files()} if card.pictures else {}


async def _delivered(send: Callable[[], Awaitable[object]], attempts: int) -> None:
    """Send, once more when the connection breaks: a first answer that did arrive makes the second a 40060.

    Raises:
        GoneError: Discord no longer knows the interaction, or cannot be reached.
        discord.HTTPException: Discord refuses what was sent.
    """
    for left in reversed(range(attempts)):
        try:
            await send()
        except discord.HTTPException as error:
            if error.code in _GONE:
                raise GoneError(error.code) from error
            if error.code != _ALREADY_ACKNOWLEDGED:
                raise
        except (aiohttp.ClientError, OSError) as error:
            if left:
                continue
            raise GoneError(type(error).__name__) from error
        return
