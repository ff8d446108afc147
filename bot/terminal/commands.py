"""What can be asked for in a terminal: each command as a record of what it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

DEFAULT_LIMIT = 3
DEFAULT_QUOTES = 10


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
