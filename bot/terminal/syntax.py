"""How each command is written, and what it becomes: the one table that help, completion and the reader share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.terminal.commands import (
    DEFAULT_LIMIT,
    DEFAULT_QUOTES,
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.terminal.commands import Command

_LIMIT = re.compile(r"[1-9][0-9]{0,2}")


class CommandError(Exception):
    """A line that is no command; its text is one sentence that a user may read."""


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
