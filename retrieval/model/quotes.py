"""Parts of a transcript: passages, as they are ranked, and quotes, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta

    from retrieval.model.transcripts import Role, Span, Speaker, Transcript, Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """What is indexed and ranked: a turn, or a part of a long one."""

    transcript: Transcript
    turn: Turn
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage with its score; higher is better, and only the order means anything."""

    passage: Passage
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Words from a transcript: `text == transcript.slice(span)`, always.

    Attributes:
        id: Short and stable over restarts; carries a hash of the words.
        text: The words.
        speaker: The speaker of the turn that the span lies in, or None.
        role: Whether that speaker asks or answers there, or None.
        transcript: Where the words stand.
        span: Their place in the transcript's text; it never crosses turns.
        turn: The turn that the span lies in.
        time: From the start of the recording to the turn, or None.
        url: Where the moment can be heard or read, or None.
        asked: The question turn that these words answer, or None.
    """

    id: str
    text: str
    speaker: Speaker | None
    role: Role | None
    transcript: Transcript
    span: Span
    turn: Turn
    time: timedelta | None = None
    url: str | None = None
    asked: Turn | None = None
