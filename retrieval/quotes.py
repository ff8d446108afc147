"""A span of a transcript → a quote, with an id that finds it again and knows whether its words still stand.

k3f9q-1gx-4m-q9zdx   transcript, first character, length, hash of the words
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from retrieval.errors import UnknownQuoteError
from retrieval.exchanges import question_before
from retrieval.model import Quote, Span, Transcript, Turn
from retrieval.moments import moment

if TYPE_CHECKING:
    from retrieval.index import Index

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
HASHED = 5  # digits of base 36: one in sixty million words alike by chance
ID = re.compile(
    rf"(?P<transcript>[0-9a-z]{{{HASHED}}})-(?P<start>[0-9a-z]{{1,9}})-(?P<length>[0-9a-z]{{1,9}})-(?P<words>[0-9a-z]{{{HASHED}}})"
)


def quote_at(transcript: Transcript, turn: Turn, span: Span) -> Quote:
    """Return the quote of a span that lies within a turn."""
    text = transcript.slice(span)
    return Quote(
        id=f"{_hash(transcript.id)}-{_base36(span.start)}-{_base36(len(text))}-{_hash(text)}",
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


def find_quote(index: Index, quote_id: str) -> Quote:
    """Return the quote that an id stands for.

    Raises:
        UnknownQuoteError: No transcript has these words at that place, or it is no quote id.
    """
    key, start, length, words = _parts(quote_id)
    span = Span(start=start, end=start + length)
    for number, header in enumerate(index.headers):
        if _hash(header.id) == key and _hash(index.transcripts[number].slice(span)) == words:
            transcript = index.transcripts[number]
            turn = next((one for one in transcript.turns if one.span.start <= start and span.end <= one.span.end), None)
            if turn is not None:
                return quote_at(transcript, turn, span)
    raise UnknownQuoteError(
        f"no transcript here holds the quote “{quote_id}”; it may have been corrected or taken away"
    )


def _parts(quote_id: str) -> tuple[str, int, int, str]:
    parts = ID.fullmatch(quote_id.strip().casefold())
    if parts is None:
        raise UnknownQuoteError(f"“{quote_id}” is no quote id; ids look like k3f9q-1gx-4m-q9zdx")
    return parts["transcript"], int(parts["start"], 36), int(parts["length"], 36), parts["words"]


def _hash(text: str) -> str:
    digest = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return _base36(digest % 36**HASHED).rjust(HASHED, "0")


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"
