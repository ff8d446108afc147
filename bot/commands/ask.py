"""`/ask`: a question, answered in the speakers' own words."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards import answer_card
from bot.cards.escaping import one_line
from bot.cards.reading import words_of
from bot.commands import suggestions
from bot.interactions import audience_of
from bot.languages import language_of
from bot.store import StoreError
from retrieval import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.interactions import Responder
    from bot.store import Store
    from retrieval import Answer, Library

LONGEST_QUESTION = 500
_ELLIPSIS = "…"

_log = logging.getLogger(__name__)


def ask_command(library: Library, responder: Responder, store: Store) -> app_commands.Command[Any, ..., None]:
    """Make the slash command."""

    async def speakers(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await responder.suggest(interaction, partial(suggestions.speakers, library, typed))

    async def transcripts(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language = language_of(interaction.locale.value)
        return await responder.suggest(interaction, partial(suggestions.transcripts, library, typed, language))

    @app_commands.command(description="Ask a question; the answer is what people said, word for word")
    @app_commands.describe(
        question="What you want to know",
        speaker="Only the words of this person",
        transcript="Only this transcript",
        private="Show the answer to you alone",
    )
    @app_commands.autocomplete(speaker=speakers, transcript=transcripts)
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        speaker: app_commands.Range[str, 1, 100] | None = None,
        transcript: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        audience = audience_of(interaction, private=private)
        find = partial(put, library, store, question, speaker, transcript)
        show = partial(answer_card, audience=audience, speaker=speaker, transcript=transcript)
        await responder.respond(interaction, private=private, work=find, card=show)

    return ask


def ask_menu(library: Library, responder: Responder, store: Store) -> app_commands.ContextMenu:
    """Make the entry of a message's menu that asks what the message asks."""

    async def ask_about(interaction: discord.Interaction, message: discord.Message) -> None:
        find = partial(put, library, store, _question(message), None, None)
        await responder.show_privately(interaction, work=find, card=answer_card)

    return app_commands.ContextMenu(name="Ask about this", callback=ask_about)


def put(library: Library, store: Store, question: str, speaker: str | None, transcript: str | None) -> Answer:
    """Ask, and count what the transcripts lack: words only, and never who asked."""
    answer = library.ask(question, speaker, transcript)
    if isinstance(answer, NotFound):
        _count_gaps(store, [unknown.word for unknown in answer.reason.unknown_words])
    return answer


def _count_gaps(store: Store, words: Sequence[str]) -> None:
    """Count missing words; an answer does not fail because a disk is full."""
    try:
        store.count_gaps(words)
    except StoreError as error:
        _log.warning("words that no transcript holds were not counted: %s", error)


def _question(message: discord.Message) -> str:
    """Take a message's words as a question, the first of them where there are too many for one."""
    words = one_line(words_of(message))
    if len(words) <= LONGEST_QUESTION:
        return words
    return words[: LONGEST_QUESTION - len(_ELLIPSIS)].rsplit(" ", 1)[0] + _ELLIPSIS
