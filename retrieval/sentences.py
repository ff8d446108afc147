"""Text → sentences, by Wikimedia's segmenter: it knows abbreviations, initials, decimals and many languages."""

import re
from collections.abc import Iterator
from itertools import accumulate

import sentencex

from retrieval.model import Span

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*(?:\n|\Z))[^\n]*)*")
LONGEST = 1000
"""Characters; what goes on for longer knows no full stop, as from speech recognition, and is cut between words."""

WINDOW = 20_000  # characters
SPACES = str.maketrans(
    dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
)
"""White space beyond ASCII, on which the segmenter panics: a capital letter, a no-break space, a full stop."""


def sentences(text: str, span: Span, language: str, near: Span | None = None) -> list[Span]:
    """Return the sentences within a span, in order and without white space around them; none crosses a blank line.

    Args:
        text: What they are sentences of.
        span: Where they are.
        language: ISO 639-1 code.
        near: A range that they should reach into, or None for all: what lies beyond it is hardly looked at.
    """
    wanted = near or span
    return [
        piece
        for paragraph in PARAGRAPH.finditer(text, span.start, span.end)
        if _reaches(*paragraph.span(), wanted)
        for sentence in _within(paragraph[0], paragraph.start(), language, wanted)
        for piece in _cut(text, sentence)
        if _reaches(piece.start, piece.end, wanted)
    ]


def _reaches(start: int, end: int, span: Span) -> bool:
    return start < span.end and end > span.start


def _within(paragraph: str, offset: int, language: str, wanted: Span) -> Iterator[Span]:
    start = 0
    for end in _ends(paragraph, language):
        within_word = paragraph[end - 1] == "." and paragraph[end : end + 1].isalnum()  # J.R.R.
        if not within_word:
            if _reaches(offset + start, offset + end, wanted):
                yield from _stripped(paragraph, start, end, offset)
            start = end


def _ends(paragraph: str, language: str) -> Iterator[int]:
    """Yield where sentences end, found window by window: the segmenter's cost grows with the square of Chinese text."""
    start, plain = 0, paragraph.translate(SPACES)
    while start < len(plain):
        window = plain[start : start + WINDOW]
        ends = [*accumulate(map(len, sentencex.segment(language, window)), initial=start)][1:]
        if start + WINDOW < len(plain):
            ends.pop()  # it may go on beyond the window
        yield from ends
        start = ends[-1] if ends else start + WINDOW


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Yield a span, or its halves while they are too long."""
    middle = (span.start + span.end) // 2
    cut = _gap(text, middle, span.end) if span.end - span.start > LONGEST else None
    if cut is None:
        yield span
        return
    for half in (*_stripped(text, span.start, cut, 0), *_stripped(text, cut, span.end, 0)):
        yield from _cut(text, half)


def _gap(text: str, start: int, end: int) -> int | None:
    """Return the first place between two words, or where words are not spaced between two characters."""
    space = re.compile(r"\s").search(text, start, end)
    if space is not None:
        return space.start()
    return next((place for place in range(start, end) if _caseless(text[place - 1]) and _caseless(text[place])), None)


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _stripped(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    """Yield the span of a piece without white space around it, where anything is left."""
    piece = text[start:end].lstrip()
    if piece:
        left = offset + end - len(piece)
        yield Span(start=left, end=left + len(piece.rstrip()))
