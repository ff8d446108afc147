"""Where the words of a text stand, and between them labels, times, headings and whatever else is nobody's."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.formats.press.labels import NEIGHBOURS, find_labels
from retrieval.formats.press.markdown import find_unspoken
from retrieval.formats.press.opening import find_headings, find_notes
from retrieval.formats.press.shapes import bare, full_name, unmistakable
from retrieval.formats.press.stamps import find_stamps
from retrieval.formats.press.styles import find_styled
from retrieval.model import Span
from retrieval.persons import bearers
from retrieval.roles import is_nobody

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import timedelta

    from retrieval.formats.press.candidates import LabelLine
    from retrieval.formats.press.markdown import Unspoken


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Characters between words.

    Attributes:
        span: Where they stand.
        label: Who speaks from here on, as printed, or None.
        section: The words of a section's heading, or None.
        time: The time that stands there, or None.
    """

    span: Span
    label: str | None = None
    section: str | None = None
    time: timedelta | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A text, cut.

    Attributes:
        start: Where what the file says of itself outright ends.
        cuts: In order; they never overlap.
        front: The heading lines before the first words.
    """

    start: int
    cuts: Sequence[Cut]
    front: Sequence[Span]


def lay_out(text: str, start: int, header: Sequence[Span], people: Sequence[str], *, sole: str | None) -> Layout:
    """Return the layout of a text.

    Args:
        text: The whole file.
        start: Where its front matter ends, or 0.
        header: Plain lines that say what it is.
        people: Full names of those whom it names as taking part.
        sole: The only one of them who speaks, or None.
    """
    begin = header[-1].end if header else start
    unspoken = list(find_unspoken(text, begin))
    skipped = {one.span.start for one in unspoken if one.section is None}
    known = frozenset(bearers(people))
    labels = _labels(text, begin, known, skipped, lone=sole is not None)
    first = labels[0].start if labels else len(text)
    nobodys = {one.span.start for one in unspoken}
    if begin:
        opening = find_notes(text, begin, first, nobodys)
    else:
        opening = list(find_headings(text, begin, first, nobodys, labelled=bool(labels)))
    cuts = [*map(_front, [*header, *opening]), *(_label(text, line) for line in labels), *map(_unspoken, unspoken)]
    if start:
        cuts.append(_front(Span(start=text.index("---"), end=len(text[:start].rstrip()))))
    cuts += [Cut(span=Span(start=at, end=end), time=time) for at, end, time in find_stamps(text, begin)]
    ordered = _apart(cuts)
    return Layout(start=begin, cuts=ordered, front=[*header, *opening, *_sections(unspoken, first)])


def _labels(
    text: str, start: int, known: frozenset[str], skipped: Collection[int], *, lone: bool
) -> Sequence[LabelLine]:
    """Return the labels of a text; beside those set apart, a word before a colon counts only if it is one of them."""
    plain = find_labels(text, start, known=known, skipped=skipped, lone=lone)
    styled = find_styled(text, start, known, skipped, len(plain))
    taken, names = {line.start for line in styled}, {bare(line.label) for line in styled}
    if len(styled) > len(plain):
        often = Counter(line.label for line in plain)
        places = sorted(taken)
        belong = [_belongs(line.label, names, known, often) for line in plain]
        plain = [line for number, line in enumerate(plain) if belong[number] or _amid(number, plain, belong, places)]
    return sorted([*styled, *(line for line in plain if line.start not in taken)], key=lambda line: line.start)


def _belongs(printed: str, names: Collection[str], known: frozenset[str], often: Mapping[str, int]) -> bool:
    """Tell whether a plain label is one in a file that sets its labels apart: of one of them, or a name come back."""
    label = bare(printed)
    told = label in names or label.casefold() in known or unmistakable(label)
    return told or is_nobody(label) or (full_name(printed) and often[printed] > 1)


def _amid(number: int, plain: Sequence[LabelLine], belong: Sequence[bool], styled: Sequence[int]) -> bool:
    """Tell whether plain labels stand on both sides of one, as where a file changes its style half-way."""
    around = range(number - NEIGHBOURS, number + NEIGHBOURS + 1)
    if around[0] < 0 or around[-1] >= len(plain) or not all(belong[one] for one in around if one != number):
        return False
    return bisect(styled, plain[around[0]].start) == bisect(styled, plain[around[-1]].start)


def _sections(unspoken: Iterable[Unspoken], end: int) -> Iterable[Span]:
    """Return the section headings that stand before the first label."""
    return (one.span for one in unspoken if one.section is not None and one.span.end <= end)


def _front(span: Span) -> Cut:
    return Cut(span=span)


def _label(text: str, line: LabelLine) -> Cut:
    return Cut(span=_stripped(text, line.start, line.end), label=line.label, time=line.time)


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=start + len(text[start:end].rstrip()))


def _unspoken(one: Unspoken) -> Cut:
    return Cut(span=one.span, section=one.section, time=one.time)


def _apart(cuts: Iterable[Cut]) -> list[Cut]:
    """Return cuts in order, without those that begin in another; of two at one place a label goes first."""
    apart: list[Cut] = []
    end = 0
    for cut in sorted(cuts, key=lambda cut: (cut.span.start, cut.label is None, -cut.span.end)):
        if cut.span.start >= end:
            apart.append(cut)
            end = cut.span.end
    return apart
