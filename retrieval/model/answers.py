"""What comes of a question: quotes that answer it, or why nothing does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from retrieval.model.quotes import Quote


@dataclass(frozen=True, kw_only=True, slots=True)
class Searched:
    """What an answer or a refusal rests on.

    Attributes:
        transcripts: How many were searched.
        passages: How many passages they hold.
        earliest: Date of the oldest dated one, or None.
        latest: Date of the newest dated one, or None.
    """

    transcripts: int
    passages: int
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UnknownWord:
    """A word of the question that occurs nowhere in what was searched.

    Attributes:
        word: As it was typed.
        closest: Words that do occur and resemble it, best first.
    """

    word: str
    closest: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a question was refused."""

    unknown_words: tuple[UnknownWord, ...]
    searched: Searched


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The transcripts answer.

    Attributes:
        question: As it was asked.
        quotes: The words that answer, best first; at least one.
        confidence: 0 to 1, how likely it is that they answer.
        silent: Whom the question wants to hear, as it names them, where nobody of that name speaks in what was
            searched: the quotes are other people's words.
    """

    question: str
    quotes: tuple[Quote, ...]
    confidence: float
    silent: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NotFound:
    """The transcripts do not answer.

    Attributes:
        question: As it was asked.
        reason: Words that never occur, and what was searched.
        nearest: Quotes that may be related; they are no answer.
        confidence: 0 to 1, how likely it is that the nearest answer after all.
        silent: Whom the question wants to hear, where nobody of that name speaks in what was searched.
    """

    question: str
    reason: Reason
    nearest: tuple[Quote, ...]
    confidence: float
    silent: str | None = None


Answer: TypeAlias = Found | NotFound
