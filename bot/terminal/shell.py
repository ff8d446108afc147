"""One command from the shell: its output, and the exit code that a script can go by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bot import export
from bot.terminal import answers, chronicles, listings
from bot.terminal.commands import Ask, Check, Cite, Follow, ListSpeakers, ListTranscripts, Show
from retrieval import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.terminal.blocks import Block
    from bot.terminal.commands import Once
    from bot.terminal.page import Page
    from retrieval import Library

ANSWERED: Final = 0
REFUSED: Final = 1


def run(command: Once, library: Library, page: Page, *, as_json: bool) -> int:  # noqa: PLR0911 - one for each
    """Do what a command asks, for people or as JSON, and return the exit code.

    Raises:
        QueryError: The request cannot be answered as it was put.
    """
    match command:
        case Ask(question=question, speaker=speaker, transcript=transcript, limit=limit):
            answer = library.ask(question, speaker=speaker, transcript=transcript, limit=limit)
            _show(page, export.answer(answer) if as_json else answers.answer(answer))
            return ANSWERED if isinstance(answer, Found) else REFUSED
        case Check(words=words, speaker=speaker):
            verdict = library.check(words, speaker=speaker)
            _show(page, export.verdict(verdict) if as_json else answers.verdict(verdict, speaker))
            return REFUSED if verdict.kind == "not_found" else ANSWERED
        case Cite(quote_id=quote_id):
            cited = library.cite(quote_id)
            _show(page, export.cited(cited) if as_json else answers.cited(cited))
            return ANSWERED if cited.kind == "unchanged" else REFUSED
        case Show(transcript=name):
            read = library.transcript(name)
            _show(page, export.turns(read) if as_json else listings.transcript(read))
            return ANSWERED
        case Follow(words=words, speaker=speaker, limit=limit):
            timeline = library.timeline(words, speaker, limit=limit)
            _show(page, export.timeline(timeline) if as_json else chronicles.timeline(timeline, speaker))
            return ANSWERED if timeline.total else REFUSED
        case ListSpeakers():
            shares = library.shares()
            _show(page, export.shares(shares) if as_json else listings.speakers(shares))
            return ANSWERED
        case ListTranscripts(word=word):
            most = listings.MOST_LISTED if page.stream.isatty() else None
            _show(page, export.transcripts(library, word) if as_json else listings.transcripts(library, word, most))
            return ANSWERED


def _show(page: Page, output: export.Json | Iterable[Block]) -> None:
    """Write JSON as it is, and blocks as the page sets them."""
    if isinstance(output, dict):
        page.stream.write(json.dumps(output, ensure_ascii=False, indent=2) + "\n")
    else:
        page.write(*output)
