"""A line that was typed → the command that it means; written as on Discord or as in a shell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DEFAULT_LIMIT = 3
DEFAULT_QUOTES = 10


class CommandError(Exception):
    """A line that is no command; its text is one sentence that a user may read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """Answer a question."""

    question: str
    speaker: str | None = None
    transcript: str | None = None
    limit: int = DEFAULT_LIMIT


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """Say whether words were said."""

    words: str
    speaker: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cite:
    """Show a quote again, and say whether it still stands."""

    quote_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Show:
    """Show a transcript as it was read."""

    transcript: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ListTranscripts:
    """List what there is to search; with a word, what it names."""

    word: str | None = None


@dataclass(frozen=True, slots=True)
class ListSpeakers:
    """List who speaks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Follow:
    """Follow something through time: when it was spoken of, and what was said."""

    words: str
    speaker: str | None = None
    limit: int = DEFAULT_QUOTES


@dataclass(frozen=True, kw_only=True, slots=True)
class PickQuote:
    """Show a quote by chance."""

    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Say what is searched, and by which version."""


@dataclass(frozen=True, slots=True)
class Help:
    """List the commands."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave."""


Command: TypeAlias = (
    Ask | Check | Cite | Show | ListTranscripts | ListSpeakers | Follow | PickQuote | About | Help | Quit
)
Once: TypeAlias = Ask | Check | Cite | Show | ListTranscripts | ListSpeakers | Follow
"""What can be asked for from the shell."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Syntax:
    """How a command is written.

    Attributes:
        name: What follows the slash.
        summary: What it does, in a few words.
        text: What its free text is called on Discord, or None for a command that takes none.
        options: What else it takes, each with a value.
        make: Builds the command from its options' values.
        may_be_bare: Whether it can do without its free text.
    """

    name: str
    summary: str
    make: Callable[[dict[str, str]], Command]
    text: str | None = None
    options: tuple[str, ...] = ()
    may_be_bare: bool = False

    @property
    def usage(self) -> str:
        """Show the command as it is typed."""
        return " ".join([self.form, *(f"[{option}: …]" for option in self.options)])

    @property
    def form(self) -> str:
        """Show the command without its options."""
        free = f"[{self.text.upper()}]" if self.text and self.may_be_bare else (self.text or "").upper()
        return f"/{self.name} {free}".strip()


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


def _ask(values: dict[str, str]) -> Ask:
    """Build a question from its options."""
    return Ask(
        question=values["question"],
        speaker=values.get("speaker"),
        transcript=values.get("transcript"),
        limit=_limit(values, DEFAULT_LIMIT),
    )


def _check(values: dict[str, str]) -> Check:
    """Build the check of a quotation from its options."""
    return Check(words=values["words"], speaker=values.get("speaker"))


def _follow(values: dict[str, str]) -> Follow:
    """Build what to follow from its options."""
    limit = _limit(values, DEFAULT_QUOTES)
    return Follow(words=values["words"], speaker=values.get("speaker"), limit=limit)


def _limit(values: dict[str, str], otherwise: int) -> int:
    """Take how many quotes are wanted.

    Raises:
        CommandError: It is no number of them.
    """
    limit = values.get("limit", str(otherwise))
    if not _LIMIT.fullmatch(limit):
        msg = f"The limit is a whole number from 1 to 999, not “{limit}”."
        raise CommandError(msg)
    return int(limit)


_ON_DISCORD_ONLY = ("private",)  # pasted from Discord; a terminal is private anyway

_LIMIT = re.compile(r"[1-9][0-9]{0,2}")
_SHELL_WORD = re.compile(r'"[^"]*"|\S+')
_MARK = re.compile(
    r"""
      "[^"]*"                                    # nothing in quote marks is an option
    | (?<!\S) --(?P<long>[a-z]+) (?: = | (?=\s) | $ )
    | (?<!\S) (?P<short>[a-z]+) :
    """,
    re.VERBOSE,
)

SYNTAXES = (
    Syntax(
        name="ask",
        summary="answer in the speakers' own words",
        text="question",
        options=("speaker", "transcript", "limit"),
        make=_ask,
    ),
    Syntax(
        name="quote",
        summary="check whether words were said",
        text="words",
        options=("speaker",),
        make=_check,
    ),
    Syntax(
        name="cite",
        summary="show a quote again by its id",
        text="id",
        make=lambda values: Cite(quote_id=values["id"]),
    ),
    Syntax(
        name="show",
        summary="show a transcript as it was read",
        text="transcript",
        make=lambda values: Show(transcript=values["transcript"]),
    ),
    Syntax(
        name="transcripts",
        summary="list what is searched, or what a word names",
        text="word",
        make=lambda values: ListTranscripts(word=values["word"] or None),
        may_be_bare=True,
    ),
    Syntax(name="speakers", summary="list who speaks, and how much", make=lambda _: ListSpeakers()),
    Syntax(
        name="timeline",
        summary="what was said on something, by date",
        text="words",
        options=("speaker", "limit"),
        make=_follow,
    ),
    Syntax(
        name="random",
        summary="a quote by chance",
        text="speaker",
        may_be_bare=True,
        make=lambda values: PickQuote(speaker=values["speaker"] or None),
    ),
    Syntax(name="about", summary="what is searched", make=lambda _: About()),
    Syntax(name="help", summary="list these commands", make=lambda _: Help()),
    Syntax(name="quit", summary="leave", make=lambda _: Quit()),
)
_BY_NAME = {syntax.name: syntax for syntax in SYNTAXES}
