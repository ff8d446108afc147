"""Press-office text → Transcript: a heading, then paragraphs that open with a speaker's label or go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError
from retrieval.exchanges import evident_roles
from retrieval.formats.dates import find_dates
from retrieval.formats.heading import read_heading
from retrieval.formats.labels import LabelLine, find_labels
from retrieval.languages import language_of
from retrieval.model import Mark, Span, Transcript, Turn
from retrieval.speakers import identify, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_TITLE = 300  # characters; a longer first paragraph is somebody's words
LONGEST_DATELINE = 12  # words: place, date, hour and zone
BLOCK = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
WORDS = re.compile(r"[^\W_]")


def read_press(text: str, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a labelled text holds; words before any label are nobody's.

    Raises:
        EmptyTranscriptError: There is no word in it.
    """
    labels = find_labels(text)
    headings = list(_headings(text, labels[0].start if labels else len(text), labelled=bool(labels)))
    spoken = list(_spoken(text, labels, headings[-1].end if headings else 0))
    if not any(WORDS.search(text, span.start, span.end) for _, span in spoken):
        raise EmptyTranscriptError(source, "the file holds no spoken words; expected paragraphs such as “S.Lavrov: …”")
    front = "\n".join(text[span.start : span.end] for span in headings)
    heading = read_heading(front, source)
    return Transcript(
        id=transcript_id,
        title=heading.title,
        date=heading.date,
        place=heading.place,
        source=source,
        url=None,
        language=language_of(text),
        text=text,
        turns=_turns(text, spoken, front),
        marks=_marks(text, headings, labels),
    )


def _turns(text: str, spoken: Sequence[tuple[str | None, Span]], front: str) -> tuple[Turn, ...]:
    labelled = [(label, text[span.start : span.end]) for label, span in spoken if label is not None]
    printed = {label for label, _ in labelled}
    speakers, parts = identify(printed, front), roles(printed)
    if not any(parts.values()):
        parts = evident_roles(labelled)
    return tuple(
        Turn(index=index, speaker=speakers[label] if label else None, role=parts[label] if label else None, span=span)
        for index, (label, span) in enumerate(spoken)
    )


def _marks(text: str, headings: Sequence[Span], labels: Sequence[LabelLine]) -> tuple[Mark, ...]:
    printed = (Mark(kind="label", span=_stripped(text, line.start, line.end)) for line in labels)
    return (*(Mark(kind="heading", span=span) for span in headings), *printed)


def _headings(text: str, end: int, *, labelled: bool) -> Iterator[Span]:
    """Yield the heading lines of the blocks that open a text, as long as blocks are nothing else."""
    last = len(text.rstrip())
    for number, block in enumerate(BLOCK.finditer(text, 0, end)):
        if not labelled and block.end() >= last:  # the only words there are
            return
        lines = list(re.finditer(r"\S.*", block[0]))
        heads = _heads([line[0].rstrip() for line in lines], title=number == 0, labelled=labelled)
        for line in lines[:heads]:
            yield _stripped(text, block.start() + line.start(), block.start() + line.end())
        if heads < len(lines):
            return


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


def _spoken(text: str, labels: list[LabelLine], start: int) -> Iterator[tuple[str | None, Span]]:
    """Yield each run of words with the label before it, None for words before the first label."""
    ends = [line.start for line in labels[1:]] + [len(text)]
    runs: list[tuple[str | None, int, int]] = [(None, start, labels[0].start if labels else len(text))]
    runs += [(line.label, line.end, end) for line, end in zip(labels, ends, strict=bool(labels))]
    for label, first, last in runs:
        span = _stripped(text, first, last)
        if span.end > span.start:
            yield label, span


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a span without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start=start + left, end=max(start + len(piece.rstrip()), start + left))
