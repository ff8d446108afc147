"""Text → sentences, by Wikimedia's segmenter: it knows abbreviations, initials, decimals and many languages."""

import re
from collections.abc import Iterator

import sentencex

from retrieval.model import Span

PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")


def sentences(text: str, span: Span, language: str) -> list[Span]:
    """Return the sentences within a span, in order and without white space around them; none crosses a blank line."""
    return [
        sentence
        for paragraph in PARAGRAPH.finditer(text, span.start, span.end)
        for sentence in _within(paragraph[0], paragraph.start(), language)
    ]


def _within(paragraph: str, offset: int, language: str) -> Iterator[Span]:
    for boundary in sentencex.get_sentence_boundaries(language, paragraph):
        piece = paragraph[boundary["start_index"] : boundary["end_index"]]
        left = len(piece) - len(piece.lstrip())
        start, end = (
            offset + boundary["start_index"] + left,
            offset + boundary["start_index"] + len(piece.rstrip()),
        )
        if start < end:
            yield Span(start=start, end=end)
