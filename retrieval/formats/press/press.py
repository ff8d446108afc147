"""Text and Markdown → Transcript: what the file says of itself, then turns that open with a label or go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError
from retrieval.formats.heading import Heading, read_heading
from retrieval.formats.press.attribution import attributed, opening_of, who_is_who
from retrieval.formats.press.facts import joined, people, sole_speaker
from retrieval.formats.press.frontmatter import read_front_matter
from retrieval.formats.press.headerlines import read_header_lines
from retrieval.formats.press.layout import lay_out
from retrieval.formats.turns import turns_of
from retrieval.languages import language_of
from retrieval.model import Mark, Transcript

if TYPE_CHECKING:
    from retrieval.formats.press.facts import Facts

BEGINNING = 6000  # characters in which people are introduced
WORDS = re.compile(r"[^\W_]")


def read_press(text: str, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a labelled text holds; words before any label are nobody's.

    Raises:
        EmptyTranscriptError: There is no word in it.
    """
    fronted, start = read_front_matter(text)
    header, lines = read_header_lines(text, start)
    facts = joined(fronted, header)
    layout = lay_out(text, start, lines, people(facts), sole=sole_speaker(facts))
    pieces = attributed(text, layout, sole_speaker(facts))
    if not any(WORDS.search(text, piece.span.start, piece.span.end) for piece in pieces):
        raise EmptyTranscriptError(source, "the file holds no spoken words; expected paragraphs such as “S.Lavrov: …”")
    front = "\n".join(text[span.start : span.end] for span in layout.front)
    heading = _heading(facts, front, source)
    above = f"{facts.title}\n{front}" if facts.title else front
    speakers = who_is_who(pieces, above, opening_of(text, layout), text[start : start + BEGINNING], facts)
    return Transcript(
        id=transcript_id,
        title=heading.title,
        date=heading.date,
        place=heading.place,
        source=source,
        url=facts.url,
        language=language_of(text[start:]),
        text=text,
        turns=turns_of(text, pieces, speakers),
        marks=tuple(Mark(kind="label" if cut.label else "heading", span=cut.span) for cut in layout.cuts),
    )


def _heading(facts: Facts, front: str, source: str) -> Heading:
    """Return what a transcript is called, where and when it was: as the file says outright, else as its top reads."""
    read = read_heading(f"{facts.title}\n{front}" if facts.title else front, source)
    return Heading(title=facts.title or read.title, place=facts.place or read.place, date=facts.date or read.date)
