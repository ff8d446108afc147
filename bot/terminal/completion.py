"""What can follow what was typed so far: commands, options, speakers and transcripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.completion import Completer, Completion

from bot import wording
from bot.terminal.harmless import one_line
from bot.terminal.syntax import SYNTAXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from retrieval import Library

_OPTIONS = {syntax.name: syntax.options for syntax in SYNTAXES}
_LETTERS_BEFORE_AN_OFFER = 2  # a question is full of words that begin as an option does

_COMMAND = re.compile(r"/(?P<typed>\S*)")
_OPTION = re.compile(r"/(?P<command>\S+)\s(?:.*\s)?(?P<typed>-{0,2}[a-z]*)")
_VALUE = re.compile(
    r"""/(?P<command>\S+)\s (?:.*\s)? (?P<dashes>--)? (?P<option>speaker|transcript) (?(dashes) [=\s] | : ) \s*
        (?P<typed> "?[^"]* )""",
    re.VERBOSE,
)


class CommandCompleter(Completer):
    """Completes a line with a slash; a question is left to whoever types it."""

    def __init__(self, library: Library) -> None:
        """Take the names from a library, which does not change while a session lasts."""
        self._names = {
            "speaker": [(speaker.name, speaker.title or "") for speaker in library.speakers],
            "transcript": [(header.id, wording.whence(header)) for header in library.headers],
        }

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Offer what fits before the cursor; options only once they are begun or asked for with Tab."""
        text = document.text_before_cursor
        if command := _COMMAND.fullmatch(text):
            yield from _commands(command["typed"])
        if (value := _VALUE.fullmatch(text)) and value["option"] in _OPTIONS.get(value["command"], ()):
            yield from self._values(value)
        if option := _OPTION.fullmatch(text):
            least = 0 if complete_event.completion_requested else _LETTERS_BEFORE_AN_OFFER
            if len(option["typed"]) >= least:
                yield from _options(option["command"], option["typed"])

    def _values(self, mark: re.Match[str]) -> Iterator[Completion]:
        """Offer names that hold a word which begins as what was typed."""
        typed = mark["typed"].lstrip('"').casefold()
        for name, about in self._names[mark["option"]]:
            if f" {typed}" in f" {name.casefold()} {about.casefold()}":
                shown = one_line(name)
                quoted = f'"{shown}"' if mark["dashes"] and " " in shown else shown
                yield Completion(quoted, -len(mark["typed"]), display=shown, display_meta=one_line(about))


def _commands(typed: str) -> Iterator[Completion]:
    """Offer the commands that begin as what was typed."""
    for syntax in SYNTAXES:
        if syntax.name.startswith(typed.lower()):
            text = f"{syntax.name} " if syntax.text and not syntax.may_be_bare else syntax.name
            yield Completion(text, -len(typed), display=f"/{syntax.name}", display_meta=syntax.summary)


def _options(command: str, typed: str) -> Iterator[Completion]:
    """Offer the options of a command that begin as what was typed, in the style that was begun."""
    for option in _OPTIONS.get(command, ()):
        text = f"--{option} " if typed.startswith("-") else f"{option}: "
        if text.startswith(typed):
            yield Completion(text, -len(typed), display=text.strip())
