"""Transcript → passages: a turn is one passage; a long turn is cut on sentence ends; none crosses turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Passage, Span, Transcript, Turn
from retrieval.sentences import sentences
from retrieval.terms import UNSPACED_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 120
"""Words in a passage, about: the length at which answers were found best on interviews and meetings."""


def passages_of(transcript: Transcript) -> list[Passage]:
    """Return the passages of a transcript in order; together they hold every word of every turn."""
    return [
        Passage(transcript=transcript, turn=turn, span=span)
        for turn in transcript.turns
        for span in _cut(transcript, turn)
    ]


def _cut(transcript: Transcript, turn: Turn) -> Iterable[Span]:
    if _length(transcript, turn.span) <= LONGEST:
        return [turn.span]
    return _joined(transcript, sentences(transcript.text, turn.span, transcript.language))


def _joined(transcript: Transcript, pieces: Iterable[Span]) -> Iterator[Span]:
    """Yield neighbouring sentences together, up to the length of a passage."""
    start = end = None
    length = 0
    for piece in pieces:
        words = _length(transcript, piece)
        if start is not None and end is not None and length + words > LONGEST:
            yield Span(start=start, end=end)
            start, length = None, 0
        start, end, length = piece.start if start is None else start, piece.end, length + words
    if start is not None and end is not None:
        yield Span(start=start, end=end)


def _length(transcript: Transcript, span: Span) -> int:
    """Return the number of words, about; two characters make one where words are not spaced."""
    text = transcript.slice(span)
    return len(text.split()) + len(UNSPACED_CHARACTER.findall(text)) // 2
