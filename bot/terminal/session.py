"""A session on a terminal: history, completion, suggestions and a line that says where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.terminal import listings
from bot.terminal.blocks import BLANK, Paragraph
from bot.terminal.completion import CommandCompleter
from bot.terminal.conversation import converse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.terminal.page import Page
    from retrieval import Library

_PROMPT = "› "
_HISTORY = "history"
_ONLY_THE_OWNER = 0o600


def run(library: Library, data_dir: Path, page: Page) -> None:
    """Answer what is typed until Ctrl-D or `/quit`."""
    page.write(*listings.greeting(library))
    prompt: PromptSession[str] = PromptSession(
        _PROMPT,
        history=_history(data_dir, page),
        completer=CommandCompleter(library),
        complete_while_typing=True,
        auto_suggest=AutoSuggestFromHistory(),
        bottom_toolbar=f" {listings.holdings(library)} · /help · Ctrl-D leaves",
    )
    converse(_lines(prompt, page), library, page)


def _lines(prompt: PromptSession[str], page: Page) -> Iterator[str]:
    """Yield what is typed, with space after it; Ctrl-C begins a line anew, Ctrl-D ends the session."""
    while True:
        try:
            line = prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        page.write(BLANK)
        yield line


def _history(data_dir: Path, page: Page) -> History:
    """Keep what was typed between sessions, readable by its owner only; or for this one when it can't be."""
    path = data_dir / _HISTORY
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=_ONLY_THE_OWNER)
        with path.open("ab"):
            return FileHistory(path)
    except OSError as error:
        reason = f"What you type is not kept for the next time: {error.strerror}: {path}"
        page.write(Paragraph(text=reason, style="fault"))
        return InMemoryHistory()
