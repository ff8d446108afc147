"""The lines that open a text and are nobody's: its title, where and when, who gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.formats.dates import find_dates
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

LONGEST_TITLE = 300  # characters; a longer first paragraph is somebody's words
LONGEST_DATELINE = 12  # words: place, date, hour and zone
LONGEST_NOTE = 20  # words of a line that repeats the title or names the speaker below front matter
BLOCK = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
LINE = re.compile(r"\S.*")
SECTION = re.compile(r"#{1,6}")
ITEM = re.compile(r"[-*+]\s|[0-9]+[.)]\s|>")
SENTENCE_END = re.compile(r"[.!?…。！？:：;—-][”\"’')\]*_]*$")
LINK = re.compile(r"\]\([^)\n]*\)|<?https?://\S+")


def find_headings(text: str, start: int, end: int, skipped: Collection[int], *, labelled: bool) -> Iterator[Span]:
    """Yield the heading lines of the blocks that open a text, as long as blocks are nothing else.

    Args:
        text: The whole file.
        start: Where to begin.
        end: Where the first label stands, or the end.
        skipped: Where lines start that are nobody's anyway.
        labelled: Whether there is any label.
    """
    last = len(text.rstrip())
    for number, block in enumerate(BLOCK.finditer(text, start, end)):
        if not labelled and block.end() >= last:  # the only words there are
            return
        lines = [line for line in _lines(text, block.start(), block.end()) if line.start not in skipped]
        written = [text[line.start : line.end] for line in lines]
        heads = _heads(written, title=number == 0, labelled=labelled) if lines else 0
        yield from lines[:heads]
        if heads < len(lines):
            return


def find_notes(text: str, start: int, end: int, skipped: Collection[int]) -> list[Span]:
    """Return the brief lines below front matter that open a text: its title again, the speaker's name, the occasion.

    Where nothing else is in the text, these are the words themselves.
    """
    notes: list[Span] = []
    for line in _lines(text, start, end):
        words = text[line.start : line.end]
        if line.start in skipped:
            if SECTION.match(words) and notes:
                return notes
            continue
        if not _note(words):
            return notes
        notes.append(line)
    return notes if text[end:].strip() else []


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for line in LINE.finditer(text, start, end):
        yield Span(start=line.start(), end=line.start() + len(line[0].rstrip()))


def _note(words: str) -> bool:
    """Tell whether a line is no sentence and no item of a list."""
    bare = LINK.sub("", words).strip(" <>")
    return len(bare.split()) <= LONGEST_NOTE and not ITEM.match(words) and not SENTENCE_END.search(bare)


def _heads(lines: Sequence[str], *, title: bool, labelled: bool) -> int:
    """Return how many lines of a block are heading: a title where it may stand, then lines that say where and when."""
    dated = next((number for number in range(title, len(lines)) if not _dateline(lines[number])), len(lines))
    if title and labelled and _is_title(" ".join(lines)):
        return len(lines)
    if title and not (_is_title(lines[0]) and (dated > 1 or len(lines) == 1)):
        return 0
    place_below = dated > title and all(map(_brief, lines[dated:]))
    return len(lines) if place_below else dated


def _is_title(words: str) -> bool:
    """Tell whether words at the top are no speech: short, and no sentence unless they say when."""
    return len(words) <= LONGEST_TITLE and (not words.endswith(".") or bool(find_dates(words)))


def _dateline(line: str) -> bool:
    """Tell whether a line only says where and when."""
    return _brief(line) and bool(find_dates(line))


def _brief(line: str) -> bool:
    return len(line.split()) <= LONGEST_DATELINE and not line.endswith((".", "!", "?"))
