"""Lines, one after the other, each with its reply: what a session and a pipe have in common."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING, assert_never

from bot import wording
from bot.terminal import answers, chronicles, listings
from bot.terminal.blocks import BLANK, Paragraph
from bot.terminal.commands import (
    About,
    Ask,
    Check,
    Cite,
    Follow,
    Help,
    ListSpeakers,
    ListTranscripts,
    PickQuote,
    Quit,
    Show,
)
from bot.terminal.parsing import parse
from bot.terminal.syntax import CommandError
from retrieval import VerbatimError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.terminal.blocks import Block
    from bot.terminal.commands import Command
    from bot.terminal.page import Page
    from retrieval import Library

_CHANCE = SystemRandom()


def converse(lines: Iterable[str], library: Library, page: Page) -> None:
    """Reply to every line until there are no more, or one of them says to leave; an error ends nothing."""
    for line in lines:
        try:
            command = parse(line)
            if isinstance(command, Quit):
                return
            if command is not None:
                page.write(*reply(command, library), BLANK)
        except CommandError as error:
            page.write(Paragraph(text=str(error), style="fault"), BLANK)
        except VerbatimError as error:
            page.write(Paragraph(text=wording.complaint(error), style="fault"), BLANK)


def reply(command: Command, library: Library) -> Iterator[Block]:  # noqa: C901, PLR0911 - one for each command
    """Do what a command asks.

    Raises:
        QueryError: The request cannot be answered as it was put.
    """
    match command:
        case Ask(question=question, speaker=speaker, transcript=transcript, limit=limit):
            result = library.ask(question, speaker=speaker, transcript=transcript, limit=limit)
            return answers.answer(result)
        case Check(words=words, speaker=speaker):
            return answers.verdict(library.check(words, speaker=speaker), speaker)
        case Cite(quote_id=quote_id):
            return answers.cited(library.cite(quote_id))
        case Show(transcript=name):
            return listings.transcript(library.transcript(name))
        case ListTranscripts(word=word):
            return listings.transcripts(library, word, listings.MOST_LISTED)
        case ListSpeakers():
            return listings.speakers(library.shares())
        case Follow(words=words, speaker=speaker, limit=limit):
            return chronicles.timeline(library.timeline(words, speaker, limit=limit), speaker)
        case PickQuote(speaker=speaker):
            return answers.picked(library.pick(_CHANCE, speaker))
        case About():
            return listings.about(library)
        case Help():
            return listings.commands()
        case Quit():
            return iter(())
        case _:
            assert_never(command)
