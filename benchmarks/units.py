"""What peers search: the turns of a set's transcripts, long ones cut at a fixed number of words, labels left out.

This is how somebody would feed a transcript to a search library: paragraphs, by a regular expression. Verbatim cuts its
own passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.sets import Place
from retrieval import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.sets import EvaluationSet

TURN = re.compile(r"(?:^|\n\n)(?:[^:\n]{1,60}: )?(?P<words>.+)")
LONGEST = 120  # words


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A piece of a transcript that a peer indexes."""

    place: Place
    text: str


def units_of(evaluation: EvaluationSet) -> list[Unit]:
    """Return the units of all transcripts of a set, in order."""
    return [
        Unit(place=Place(transcript=name, span=span), text=text[span.start : span.end])
        for name in evaluation.transcripts
        for text in [(evaluation.folder / name).read_text(encoding="utf-8")]
        for span in _spans(text)
    ]


def _spans(text: str) -> Iterator[Span]:
    for turn in TURN.finditer(text):
        words = list(re.compile(r"\S+").finditer(text, *turn.span("words")))
        for first in range(0, len(words), LONGEST):
            part = words[first : first + LONGEST]
            yield Span(start=part[0].start(), end=part[-1].end())
