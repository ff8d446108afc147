"""A line that was typed → the command that it means; written as on Discord or as in a shell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.terminal.commands import Ask
from bot.terminal.syntax import SYNTAXES, CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.terminal.commands import Command
    from bot.terminal.syntax import Syntax

_BY_NAME = {syntax.name: syntax for syntax in SYNTAXES}
_ON_DISCORD_ONLY = ("private",)  # pasted from Discord; a terminal is private anyway
_SHELL_WORD = re.compile(r'"[^"]*"|\S+')
_MARK = re.compile(
    r"""
      "[^"]*"                                    # nothing in quote marks is an option
    | (?<!\S) --(?P<long>[a-z]+) (?: = | (?=\s) | $ )
    | (?<!\S) (?P<short>[a-z]+) :
    """,
    re.VERBOSE,
)


def parse(line: str) -> Command | None:
    """Read a line; one without a slash is a question, and a blank one is nothing.

    Raises:
        CommandError: The line starts with a slash, but is no command or lacks what the command needs.
    """
    line = line.strip("\ufeff \t\r\n")
    if not line:
        return None
    if not line.startswith("/"):
        return Ask(question=line)
    name, _, rest = line[1:].replace("\t", " ").partition(" ")
    syntax = _BY_NAME.get(name.lower())
    if syntax is None:
        msg = f"There is no command /{name}; /help lists those there are."
        raise CommandError(msg)
    return syntax.make(_values(syntax, rest.strip()))


def _values(syntax: Syntax, rest: str) -> dict[str, str]:
    """Take apart what follows a command's name: its free text and its options, by name."""
    if syntax.text is None:
        if rest:
            msg = f"/{syntax.name} takes nothing after it."
            raise CommandError(msg)
        return {}
    values = {syntax.text: ""}
    for name, value in _parts(syntax.text, _marks(syntax, rest), rest):
        values[name] = f"{values[name]} {value}".strip() if name == syntax.text else value
    for name, value in values.items():
        if not value and not (syntax.may_be_bare and name == syntax.text):
            msg = f"/{syntax.name} needs something after “{name}:”; it is written {syntax.usage}"
            raise CommandError(msg)
    return {name: _unquoted(value) for name, value in values.items()}


def _marks(syntax: Syntax, rest: str) -> list[re.Match[str]]:
    """Find where options begin, outside of quote marks.

    Raises:
        CommandError: An option in shell style that the command does not have.
    """
    known = (syntax.text, *syntax.options, *_ON_DISCORD_ONLY)
    marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(rest):
        name = mark["long"] or mark["short"]
        if mark["long"] and name not in known:
            msg = f"/{syntax.name} has no option --{name}; it is written {syntax.usage}"
            raise CommandError(msg)
        amid_text = name == syntax.text and not marks and rest[: mark.start()].strip()
        if name in known and not amid_text:
            marks.append(mark)
    return marks


def _parts(text: str, marks: Sequence[re.Match[str]], rest: str) -> Iterator[tuple[str, str]]:
    """Pair each option with its value, and the name of the free text with every piece of it.

    A value goes on to the next option, as on Discord; but one in quote marks ends with them, and before
    the free text `--speaker` takes a single word, as in a shell.
    """
    ends = [*(mark.start() for mark in marks), len(rest)]
    free = rest[: ends[0]].strip()
    text_comes_later = not free and all((mark["long"] or mark["short"]) != text for mark in marks)
    yield text, free
    for mark, end in zip(marks, ends[1:], strict=True):
        name, value = mark["long"] or mark["short"], rest[mark.end() : end].strip()
        if name != text and (value.startswith('"') or (mark["long"] and text_comes_later)):
            word = _SHELL_WORD.match(value)
            value, free = (word.group(), value[word.end() :]) if word else (value, "")
            yield text, free.strip()
        yield name, value


def _unquoted(value: str) -> str:
    """Take off a pair of quote marks around the whole."""
    inner = value[1:-1]
    return inner if value == f'"{inner}"' and '"' not in inner else value
