"""The paragraphs of a text: how many there are, which line begins one, and which goes on with the line before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

BLANK = re.compile(r"\n[^\S\n]*\n\s*")
STOPS = ".,;:!?…()[]{}<>*_~\"“”‘’'«»-–—/\\"
"""What stands around words and is no part of them."""
LOOK_BACK = 100  # characters before a place that tell how the line before it ends
WRAPPED = re.compile(r"[^\s.!?…:;”\"»)][^\S\n]*\n[^\S\n]*\Z")
"""The end of a line that breaks off amid a sentence."""
MARKED = re.compile(r"\s*(?:#{1,6}\s*\S|[-*_]{3,}\s*$|<?https?://\S+$|[\[(]?[0-9:.,]{4,}[\])]?$)")
"""A line that is a paragraph of its own."""
PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n[^\S\n]*\Z")


@dataclass(frozen=True, kw_only=True)
class Paragraphs:
    """A text after what the file says of itself.

    Attributes:
        text: The whole file.
        start: Where what it says of itself ends.
    """

    text: str
    start: int = 0

    @cached_property
    def body(self) -> str:
        """The text after what the file says of itself."""
        return self.text[self.start :].strip()

    @cached_property
    def count(self) -> int:
        """How many paragraphs blank lines part."""
        return len(BLANK.findall(self.body)) + 1

    @cached_property
    def lines(self) -> int:
        """How many lines it has."""
        return self.body.count("\n") + 1

    @cached_property
    def turns(self) -> int:
        """How many parts of it may be turns: its paragraphs, or where it is one block its lines."""
        return self.count if self.count > 1 else self.lines

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        words = (word.strip(STOPS) for word in frozenset(self.body.split()))
        return frozenset(word for word in words if word[:1].islower())

    def above(self, place: int) -> str:
        """Return what stands before a place."""
        return self.text[self.start : place].strip()

    def between(self, start: int, end: int) -> int:
        """Return how many times blank lines part the text between two places."""
        return len(BLANK.findall(self.text, start, end))

    def goes_on(self, place: int) -> bool:
        """Tell whether a line that starts at some place goes on with the sentence of the line before."""
        return WRAPPED.search(self._before(place)) is not None

    def begins(self, place: int) -> bool:
        """Tell whether a paragraph begins at some place."""
        return PARAGRAPH_END.search(self._before(place)) is not None

    def _before(self, place: int) -> str:
        """Return the end of what stands before a place; what begins a text or follows a heading begins a paragraph."""
        before = self.text[max(place - LOOK_BACK, self.start) : place]
        above = before.rstrip(" \t").removesuffix("\n").rpartition("\n")
        starts = place - LOOK_BACK <= self.start and not before.strip()
        return "\n\n" if starts or MARKED.match(above[2]) else before
