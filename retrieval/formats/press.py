"""Press-office text → Transcript: a heading, then paragraphs that open with a speaker's label or go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError
from retrieval.exchanges import evident_roles
from retrieval.formats.heading import read_heading
from retrieval.formats.labels import LabelLine, find_labels
from retrieval.languages import language_of
from retrieval.model import Mark, Span, Transcript, Turn
from retrieval.speakers import identify, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_TITLE = 300  # characters; a longer first paragraph is somebody's words
WORDS = re.compile(r"\w")


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
    """Yield the heading lines: before the first label, a title, then lines too short to be speech."""
    for count, match in enumerate(re.finditer(r"\S.*", text[:end])):
        line = match[0].rstrip()
        alone = not text[match.end() :].strip() or text[match.end() : match.end() + 2].strip() == ""
        title = count == 0 and len(line) <= LONGEST_TITLE and alone
        if not title and (count == 0 or not _dateline(line)):
            return
        if not labelled and (line.endswith((".", "!", "?")) or not text[match.end() :].strip()):
            return
        yield Span(start=match.start(), end=match.start() + len(line))


def _dateline(line: str) -> bool:
    """Tell whether a line only says where and when."""
    heading = read_heading(line, "")
    return heading.date is not None and len(line.split()) <= 12  # noqa: PLR2004 - place, date, hour and zone


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
