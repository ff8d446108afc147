"""A span of a transcript → a quote, with an id that finds it again and knows whether its words still stand.

k3f9q-1gx-4m-q9zdx   transcript, first character, length, hash of the words
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.errors import UnknownQuoteError
from retrieval.exchanges import question_before
from retrieval.model import Quote, Span, Transcript, Turn
from retrieval.moments import moment

if TYPE_CHECKING:
    from retrieval.index import Index

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
HASHED = 5  # digits of base 36: one in sixty million words alike by chance
NAMED = 2**16  # transcripts whose hashes are kept in memory
ID = re.compile(
    rf"(?P<transcript>[0-9a-z]{{{HASHED}}})-(?P<start>[0-9a-z]{{1,9}})-(?P<length>[0-9a-z]{{1,9}})-(?P<words>[0-9a-z]{{{HASHED}}})"
)


def quote_at(transcript: Transcript, turn: Turn, span: Span) -> Quote:
    """Return the quote of a span that lies within a turn."""
    text = transcript.slice(span)
    return Quote(
        id=f"{_name(transcript.id)}-{_base36(span.start)}-{_base36(len(text))}-{_hash(text)}",
        text=text,
        speaker=turn.speaker,
        role=turn.role,
        transcript=transcript,
        span=span,
        turn=turn,
        time=turn.time,
        url=moment(transcript.url, turn.time, transcript.moments),
        asked=question_before(transcript.turns, turn),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What an id tells of a quote: its transcript and its words by their hashes, and where these stood."""

    id: str
    transcript: str
    start: int
    length: int
    words: str

    @property
    def end(self) -> int:
        """Where the words ended."""
        return self.start + self.length

    def is_in(self, transcript_id: str) -> bool:
        """Tell whether the quote is of a transcript."""
        return _name(transcript_id) == self.transcript

    def has(self, words: str) -> bool:
        """Tell whether these are the words."""
        return _hash(words) == self.words

    def stands_in(self, text: str) -> bool:
        """Tell whether a transcript's text has the words where they stood."""
        return self.has(text[self.start : self.end])


def place_of(quote_id: str) -> Place:
    """Return what an id tells.

    Raises:
        UnknownQuoteError: It is no quote id.
    """
    plain = quote_id.strip().casefold()
    parts = ID.fullmatch(plain)
    if parts is None:
        raise UnknownQuoteError(f"“{quote_id}” is no quote id; ids look like k3f9q-1gx-4m-q9zdx")
    return Place(
        id=plain,
        transcript=parts["transcript"],
        start=int(parts["start"], 36),
        length=int(parts["length"], 36),
        words=parts["words"],
    )


def turn_around(transcript: Transcript, span: Span) -> Turn | None:
    """Return the turn that a span lies in, or None where it lies in none or crosses two."""
    begun = bisect_right(transcript.turns, span.start, key=_start)
    turn = transcript.turns[begun - 1] if begun else None
    return turn if turn and span.end <= turn.span.end else None


def find_quote(index: Index, quote_id: str) -> Quote:
    """Return the quote that an id stands for.

    Raises:
        UnknownQuoteError: No transcript has these words at that place, or it is no quote id.
    """
    place = place_of(quote_id)
    span = Span(start=place.start, end=place.end)
    for number, header in enumerate(index.headers):
        if place.is_in(header.id) and place.stands_in(index.transcripts[number].text):
            transcript = index.transcripts[number]
            turn = turn_around(transcript, span)
            if turn is not None:
                return quote_at(transcript, turn, span)
    raise UnknownQuoteError(
        f"no transcript here holds the quote “{quote_id}”; it may have been corrected or taken away"
    )


def _start(turn: Turn) -> int:
    return turn.span.start


@lru_cache(maxsize=NAMED)
def _name(transcript_id: str) -> str:
    """Return the part of an id that tells the transcript; all of a library are compared to find one quote."""
    return _hash(transcript_id)


def _hash(text: str) -> str:
    digest = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return _base36(digest % 36**HASHED).rjust(HASHED, "0")


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"
