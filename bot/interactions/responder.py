"""From typed input to an answer, and the one place where faults of interactions end."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import aiohttp
import discord
from discord import app_commands

from bot.cards import notice_card
from bot.cards.hints import hint_to_look
from bot.interactions.audience import audience_of
from bot.interactions.permission import hint, may_not_write
from bot.interactions.presses import GoneChoiceError, OutdatedPressError, pressed_id
from bot.interactions.refusal import RefusalError
from bot.interactions.reply import GoneError, Reply
from bot.interactions.worker import BusyError, Worker, threads_for
from bot.languages import language_of
from bot.wording import complaint
from retrieval import UnknownSpeakerError, UnknownTranscriptError, VerbatimError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.cards import Card
    from bot.cards.audience import Audience
    from bot.languages import Language

T = TypeVar("T")

# What users are told, by the names of messages.
_RESTARTING, _UNEXPECTED = "fault.restarting", "fault.unexpected"
_EXPECTED: tuple[tuple[type[Exception], str], ...] = (
    (BusyError, "fault.busy"),
    (OutdatedPressError, "fault.old_button"),
    (GoneChoiceError, "fault.gone_choice"),
    (app_commands.CommandNotFound, "fault.outdated"),
    (app_commands.CommandSignatureMismatch, "fault.outdated"),
)

# An answer that is ready so soon is sent at once; whoever waits longer sees that one is on its way.
_GRACE = 0.1
# Discord takes suggestions for three seconds; by then the user has typed on.
_LONGEST_HINT = 2.0

_log = logging.getLogger(__name__)


class Responder:
    """Answers interactions with the work of others.

    Attributes:
        late: How many answers found nobody waiting for them any more.
    """

    def __init__(self, *, grace: float = _GRACE, processes: int = 0) -> None:
        """Wait for the first interaction.

        Args:
            grace: Seconds before a user is shown that an answer is on its way.
            processes: How many processes do what is asked in threads here.
        """
        self._worker = Worker(threads=threads_for(processes))
        # Somebody who types waits for no answer that somebody else has asked for, and not for long.
        self._hinting = Worker(threads=1, longest_wait=_LONGEST_HINT)
        self._grace = grace
        self.late = 0

    async def respond(
        self,
        interaction: discord.Interaction[Any],
        *,
        private: bool,
        work: Callable[[], T],
        card: Callable[[T], Card],
    ) -> None:
        """Answer a command with a card of what the work finds.

        Args:
            interaction: Whom to answer.
            private: Whether only the one who asked sees the answer; a fault is always private, and so is what the
                bot may not write for all to see.
            work: Called in a thread.
            card: Lays out what the work returns.
        """
        reply, hidden = Reply.to(interaction), not private and may_not_write(interaction)
        private = private or hidden
        defer, send = partial(reply.defer, private=private), partial(reply.send, private=private)
        await self._deliver(work, card, defer=defer, send=send)
        if hidden:
            await reply.hint(notice_card(hint(interaction)))

    async def turn(
        self,
        interaction: discord.Interaction[Any],
        *,
        asker: int,
        work: Callable[[], T],
        card: Callable[[T, Audience], Card],
    ) -> None:
        """Answer a press with another page: in place for whose card it is, as a private copy for anybody else.

        Args:
            interaction: The press.
            asker: Whose card it is.
            work: Called in a thread.
            card: Lays out what the work returns, for those who will see it.
        """
        message = interaction.message
        private = message is not None and message.flags.ephemeral
        if private or interaction.user.id == asker:
            audience, reply = audience_of(interaction, private=private), Reply.to(interaction)
            await self._deliver(work, lambda found: card(found, audience), defer=reply.defer_turn, send=reply.turn)
        else:
            await self.show_privately(interaction, work=work, card=card)

    async def show_privately(
        self, interaction: discord.Interaction[Any], *, work: Callable[[], T], card: Callable[[T, Audience], Card]
    ) -> None:
        """Answer with a card for the user alone, who may then show it to all."""
        audience = audience_of(interaction, private=True)
        await self.respond(interaction, private=True, work=work, card=lambda found: card(found, audience))

    async def _deliver(
        self,
        work: Callable[[], T],
        card: Callable[[T], Card],
        *,
        defer: Callable[[], Awaitable[None]],
        send: Callable[[Card], Awaitable[None]],
    ) -> None:
        """Send a card of what the work finds, after a sign of life when that takes long."""
        finding = asyncio.ensure_future(self._worker.run(work))
        try:
            done, _ = await asyncio.wait({finding}, timeout=self._grace)
            if not done:
                await defer()
            await send(card(await finding))
        finally:
            if not finding.cancel():
                finding.exception()  # asyncio logs an error that nobody has looked at

    async def suggest(
        self, interaction: discord.Interaction[Any], work: Callable[[], Sequence[app_commands.Choice[str]]]
    ) -> list[app_commands.Choice[str]]:
        """Answer what is being typed; the list returned is empty, because the choices were sent."""
        try:
            await Reply.to(interaction).suggest(await self._hinting.run(work))
        except Exception as error:  # noqa: BLE001 - discord.py would log it, and leave the user without an answer
            await self.report(interaction, error)
        if not interaction.response.is_done():
            # discord.py would send the choices once more, and log that failure as an error.
            raise asyncio.CancelledError
        return []

    async def report(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Log a fault whole that nobody expects, and tell the user in one sentence what to do."""
        fault = _cause(error)
        if isinstance(fault, GoneError):
            self._count(fault)
            return
        language = language_of(interaction.locale.value)
        sentence = hint(interaction) if isinstance(fault, discord.Forbidden) else _sentence(fault, language)
        if sentence is None:
            name = interaction.command.name if interaction.command else _pressed(interaction)
            _log.error("%s failed", name, exc_info=fault)
        await self._refuse(interaction, sentence or language.say(_UNEXPECTED))

    async def turn_away(self, interaction: discord.Interaction[Any]) -> None:
        """Tell a user to come back when we have restarted."""
        await self._refuse(interaction, language_of(interaction.locale.value).say(_RESTARTING))

    def close(self) -> None:
        """Take no more work."""
        self._worker.close()
        self._hinting.close()

    async def _refuse(self, interaction: discord.Interaction[Any], sentence: str) -> None:
        """Answer with one private sentence, or with no choices where some were to be suggested."""
        reply = Reply.to(interaction)
        try:
            if interaction.type is discord.InteractionType.autocomplete:
                await reply.suggest([])
            else:
                await reply.refuse(notice_card(sentence))
        except GoneError as gone:
            self._count(gone)
        except (discord.DiscordException, aiohttp.ClientError):
            _log.exception("a user could not be told: %s", sentence)

    def _count(self, gone: GoneError) -> None:
        """Count an answer that nobody waits for; it is no fault of ours, and often of nobody."""
        self.late += 1
        _log.warning("an answer came too late or could not be sent (%s); %d so far", gone, self.late)


def _cause(error: Exception) -> Exception:
    """Take off what discord.py wraps around a fault."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    return error


def _pressed(interaction: discord.Interaction[Any]) -> str:
    """Name the action of a button, a menu or a form, without what else its custom_id holds."""
    pressed = pressed_id(interaction)
    return f"the button “{pressed.partition(':')[0]}”" if pressed else "what a user did"


def _sentence(fault: Exception, language: Language) -> str | None:
    """Say in one sentence what to do about a fault, or return None when nobody expects it."""
    match fault:
        case UnknownSpeakerError(closest=()) | UnknownTranscriptError(closest=()):
            return language.joined(complaint(fault, language), hint_to_look(language))
        case VerbatimError() | RefusalError():
            return complaint(fault, language)
        case _:
            return next((language.say(key) for kind, key in _EXPECTED if isinstance(fault, kind)), None)
