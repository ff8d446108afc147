"""What was said: a transcript, its turns and the people who speak in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date, timedelta

Role: TypeAlias = Literal["asker", "answerer"]
MarkKind: TypeAlias = Literal["label", "heading"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Half-open range of characters in a transcript's text."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """One who speaks in a transcript.

    Attributes:
        name: As full as the transcript allows: `Sergey Lavrov`.
        label: As printed before the words: `S.Lavrov`.
        title: The office, or None: `Foreign Minister`.
    """

    name: str
    label: str
    title: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What one speaker says until somebody else speaks.

    Attributes:
        index: Place in the transcript's turns, counted from zero.
        speaker: Who speaks, or None where the transcript does not say.
        role: Whether the speaker asks or answers here, or None where that is not clear.
        span: The words, without the label.
        time: From the start of the recording, or None where there is no clock.
    """

    index: int
    speaker: Speaker | None
    role: Role | None
    span: Span
    time: timedelta | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Characters that nobody spoke: a speaker's label or a heading."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What a transcript is, without its words; see `Transcript`.

    Attributes:
        speakers: Everybody who speaks in it, each once, in the order in which they first speak.
        turn_count: How many turns it has.
        word_count: How many words are spoken in it; where a script does not space them, how many pairs of characters.
    """

    id: str
    title: str
    date: date | None
    place: str | None
    source: str
    url: str | None
    language: str
    speakers: tuple[Speaker, ...] = ()
    turn_count: int = 0
    word_count: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    """A transcript as it was read.

    Attributes:
        id: Stable slug, unique in a library.
        title: What it is called.
        date: When it was said, or None.
        place: Where it was said, or None.
        source: The file, relative to its folder.
        url: Where it was published, or None.
        language: ISO 639-1 code.
        text: The canonical text; every span of this transcript points into it.
        turns: In the order spoken; they never overlap.
        marks: Labels and headings, in order; what neither a turn nor a mark covers is white space.
        moments: Template of the address of a moment, see `moments.moment`; None for what the site usually has.
    """

    id: str
    title: str
    date: date | None
    place: str | None
    source: str
    url: str | None
    language: str
    text: str
    turns: tuple[Turn, ...]
    marks: tuple[Mark, ...] = ()
    moments: str | None = None

    def slice(self, span: Span) -> str:
        """Return the characters of a span, as they stand."""
        return self.text[span.start : span.end]
