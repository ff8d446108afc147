"""What comes of a quotation: where its words were said, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from retrieval.model.answers import Searched
    from retrieval.model.quotes import Quote
    from retrieval.model.transcripts import Span

VerdictKind: TypeAlias = Literal["exact", "differs", "stitched", "other_speaker", "not_found"]
CitedKind: TypeAlias = Literal["unchanged", "corrected", "gone"]
DifferenceKind: TypeAlias = Literal["number", "negation", "name", "word", "omission"]


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
