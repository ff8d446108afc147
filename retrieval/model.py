"""The records that flow through the house: frozen, and without work to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

Role: TypeAlias = Literal["asker", "answerer"]
MarkKind: TypeAlias = Literal["label", "heading"]
VerdictKind: TypeAlias = Literal["exact", "differs", "stitched", "other_speaker", "not_found"]
CitedKind: TypeAlias = Literal["unchanged", "corrected", "gone"]
DifferenceKind: TypeAlias = Literal["number", "negation", "name", "word", "omission"]


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
        word_count: How many words are spoken in it, as white space parts them.
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
    turns: Sequence[Turn]
    marks: Sequence[Mark] = ()
    moments: str | None = None

    def slice(self, span: Span) -> str:
        """Return the characters of a span, as they stand."""
        return self.text[span.start : span.end]


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
    """

    question: str
    quotes: tuple[Quote, ...]
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class NotFound:
    """The transcripts do not answer.

    Attributes:
        question: As it was asked.
        reason: Words that never occur, and what was searched.
        nearest: Quotes that may be related; they are no answer.
        confidence: 0 to 1, how likely it is that the nearest answer after all.
    """

    question: str
    reason: Reason
    nearest: tuple[Quote, ...]
    confidence: float


Answer: TypeAlias = Found | NotFound


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """What a message quotes.

    Attributes:
        words: The words that are quoted.
        speaker: To whom they are ascribed, as written there, or None.
    """

    words: str
    speaker: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What a quotation changes.

    Attributes:
        kind: What sort of word; `omission` where the quotation leaves out words that are neither number, negation
            nor name.
        claimed: The words of the quotation; empty where it leaves words out.
        said: The words of the transcript; empty where the quotation adds words.
        claimed_span: Their place in the quotation, or None.
        said_span: Their place in the transcript's text, or None.
    """

    kind: DifferenceKind
    claimed: str
    said: str
    claimed_span: Span | None = None
    said_span: Span | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A place where a quotation, or a piece of one, was found.

    Attributes:
        quote: The words there.
        differences: What the quotation changes there; of a piece also what was left out since the piece before.
        part: The characters of the quotation that were found there, or None for all of it.
    """

    quote: Quote
    differences: tuple[Difference, ...] = ()
    part: Span | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Whether a quotation was said.

    Attributes:
        quotation: As it was put to us.
        kind: `exact`, `differs`, `stitched`, `other_speaker` or `not_found`.
        matches: The places found, the earliest first, or the pieces in the order of the quotation; empty when nothing
            was found.
        searched: What was searched.
        nearest: When nothing was found, quotes that may be related; they are not it.
        claimed: The one to whom the quotation itself ascribes its words, as written there, or None.
        crosses: Whether the words go on from the end of one turn to the start of the next.
    """

    quotation: str
    kind: VerdictKind
    matches: tuple[Match, ...]
    searched: Searched
    nearest: tuple[Quote, ...] = ()
    claimed: str | None = None
    crosses: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """What became of a quote since it was cited.

    Attributes:
        id: As it was cited.
        kind: `unchanged`, `corrected` when its words are others now, or `gone` when its transcript is.
        quote: The words as they stand now, with the id that they have now; None when nothing stands for them any more.
        words: The words as they were cited, or None when they are not remembered.
        differences: What was corrected: `claimed` was cited, `said` stands there now; empty when only punctuation
            or case was, or when the words are not remembered.
    """

    id: str
    kind: CitedKind
    quote: Quote | None = None
    words: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What a refresh found, by source: files that came, changed or went, and those that cannot be read."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A file that could not be read, and why.

    Attributes:
        source: The file, relative to its folder.
        line: The line at fault, counted from one, or None.
        reason: What is wrong and what was expected.
    """

    source: str
    line: int | None
    reason: str
