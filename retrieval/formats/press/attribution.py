"""Who says the words between the cuts of a text: whoever the last label names, or the only one who speaks at all."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from retrieval.formats.press.facts import people
from retrieval.formats.turns import Piece
from retrieval.model import Span, Speaker
from retrieval.persons import bearers, introduced_in, legend, person_meant
from retrieval.roles import answers, roles
from retrieval.speakers import identify

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from retrieval.formats.press.facts import Facts
    from retrieval.formats.press.layout import Layout

OFTEN = 2
SECTIONS = 3
LONGEST_OPENING = 5000  # characters in which names are looked for
PARAGRAPH_END = re.compile(r"\s*\n[^\S\n]*\n\s*")
RULE = re.compile(r"(?:[-*_~][^\S\n]*){3,}")
EMPHASISED = re.compile(r"(?P<mark>\*{1,3}|_{1,2})(?=[^\s*_])[^*_\n]{1,600}(?P=mark)")
OPENING = 0.15
"""Share of a text before its first label from which it is a talk, and what follows are questions."""
HANDS_OVER = re.compile(
    r"(?:intro(?:duction)?s?|welcome|opening(?: remarks)?|closing(?: remarks)?|talk|presentation|remarks|keynote|host"
    r"|speech|statement)\b\W*(?:by |with )?[(–—-]\W*(?P<name>[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3})\)?",
    re.IGNORECASE,
)
"""A section that says whose it is: `Introduction (Ann Lee)`."""


def attributed(text: str, layout: Layout, sole: str | None) -> list[Piece]:
    """Return the words of a text in order, with whom they belong to.

    Args:
        text: The whole file.
        layout: Its cuts.
        sole: The only one who speaks, as the file says, or None.
    """
    talker = sole if sole and _is_talk(text, layout, sole) else None
    pieces = list(_pieces(text, layout, talker, sole))
    if talker:
        pieces = list(_questioned(text, pieces, talker))
        asking = {piece.label for piece in pieces if piece.label and roles([piece.label])[piece.label] == "asker"}
        return list(_single(text, pieces, asking, talker))
    return list(_single(text, pieces, {piece.label for piece in pieces}, None)) if _aside(pieces) else pieces


def _questioned(text: str, pieces: Sequence[Piece], talker: str) -> Iterator[Piece]:
    """Yield pieces without the questions that a magazine sets in bold print or italics between its guest's words."""
    own = [[*_paragraphs(text, piece)] if piece.label == talker else [piece] for piece in pieces]
    set_apart = [one for parts in own for one in parts if one.label == talker and _emphasised(text, one)]
    asks = [one for one in set_apart if text[one.span.start : one.span.end].rstrip("*_").endswith(("?", "？"))]
    if len(asks) < OFTEN or 2 * len(asks) < len(set_apart):
        yield from pieces
        return
    starts = {one.span.start for one in set_apart}
    for parts in own:
        yield from _joined([replace(one, label=None) if one.span.start in starts else one for one in parts])


def _paragraphs(text: str, piece: Piece) -> Iterator[Piece]:
    """Yield the paragraphs of a piece; its time is the first one's."""
    start = piece.span.start
    for gap in PARAGRAPH_END.finditer(text, piece.span.start, piece.span.end):
        yield replace(
            piece, span=Span(start=start, end=gap.start()), time=piece.time if start == piece.span.start else None
        )
        start = gap.end()
    yield replace(
        piece, span=Span(start=start, end=piece.span.end), time=piece.time if start == piece.span.start else None
    )


def _emphasised(text: str, piece: Piece) -> bool:
    return EMPHASISED.fullmatch(text, piece.span.start, piece.span.end) is not None


def _joined(parts: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the parts of a piece, neighbours of one label as one."""
    for _, group in groupby(parts, key=attrgetter("label")):
        run = list(group)
        yield replace(run[0], span=Span(start=run[0].span.start, end=run[-1].span.end))


def _aside(pieces: Sequence[Piece]) -> bool:
    """Tell whether a text names only one of those who speak, time and again, among the words of others."""
    labels = [piece.label for piece in pieces]
    return len(labels) > OFTEN and labels[0] is None and len({*labels}) == OFTEN


def _single(text: str, pieces: Iterable[Piece], labels: Collection[str | None], then: str | None) -> Iterator[Piece]:
    """Yield pieces of which some labels hold for their own paragraph only, before somebody else goes on."""
    for piece in pieces:
        words = text[piece.span.start : piece.span.end]
        end = PARAGRAPH_END.search(words) if piece.label in labels else None
        if end is None:
            yield piece
        else:
            start = piece.span.start
            yield replace(piece, span=Span(start=start, end=start + end.start()))
            yield Piece(label=then, span=Span(start=start + end.end(), end=piece.span.end), time=None)


def _pieces(text: str, layout: Layout, talker: str | None, sole: str | None) -> Iterator[Piece]:
    label, time, end = talker, None, layout.start
    closing = _closing(text, layout)
    unnamed = sole is None and _begins_unnamed(text, layout)
    for cut in layout.cuts:
        span = _stripped(text, end, cut.span.start)
        if span.end > span.start:
            yield Piece(label=label, span=span, time=time)
            time = None
        end = max(end, cut.span.end)
        time = cut.time if cut.time is not None else time
        if cut.label:
            label = cut.label
        elif cut.span.start >= closing:
            label = talker
        elif cut.section is not None:
            label = _handed_over(cut.section) or talker or (None if unnamed else label)
    span = _stripped(text, end, len(text))
    if span.end > span.start:
        yield Piece(label=label, span=span, time=time)


def _begins_unnamed(text: str, layout: Layout) -> bool:
    """Tell whether somebody who is not named opens a text and its sections alike, and others are named."""
    opens: list[bool] = []
    for cut, after in zip((None, *layout.cuts), (*layout.cuts, None), strict=True):
        if cut is None or cut.section is not None:
            start, end = cut.span.end if cut else layout.start, after.span.start if after else len(text)
            opens.append(bool(text[start:end].strip()) if after is None or after.label or after.section else True)
    return len(opens) > SECTIONS and opens[0] and sum(opens) > len(opens) * 0.5


def _closing(text: str, layout: Layout) -> int:
    """Return where a rule parts the labelled words of a text from a note that closes it, or the end."""
    last = max((cut.span.start for cut in layout.cuts if cut.label), default=len(text))
    rules = (cut.span for cut in layout.cuts if cut.span.start > last)
    return next((span.start for span in rules if RULE.fullmatch(text, span.start, span.end)), len(text))


def _handed_over(section: str) -> str | None:
    """Return whom a section's heading gives the floor, or None."""
    handed = HANDS_OVER.fullmatch(section)
    return handed["name"] if handed else None


def _is_talk(text: str, layout: Layout, sole: str) -> bool:
    """Tell whether words before the first label are the only speaker's: there is none, or they make a talk.

    Where the labels name that speaker, what stands before may be the host's, unless it is long.
    """
    first = next((cut.span.start for cut in layout.cuts if cut.label), None)
    if first is None:
        return True
    labels = {cut.label for cut in layout.cuts if cut.label}
    named = any(speaker and speaker.name == sole for speaker in identify(labels, "", [sole]).values())
    share = OPENING if named else 0
    return _length(text, layout, first) > share * (len(text) - layout.start)


def _length(text: str, layout: Layout, end: int) -> int:
    """Return how many characters are words up to some place."""
    begin, length = layout.start, 0
    for cut in layout.cuts:
        if cut.span.start >= end:
            break
        length += len(text[begin : cut.span.start].strip())
        begin = max(begin, cut.span.end)
    return length + len(text[begin:end].strip())


def who_is_who(
    pieces: Iterable[Piece], front: str, opening: str, speech: str, facts: Facts
) -> Mapping[str, Speaker | None]:
    """Return the speaker behind each label.

    Args:
        pieces: All words.
        front: The heading lines.
        opening: All that stands before the first label; it may give initials their names.
        speech: The first words, in which people introduce each other.
        facts: What the file says of itself; where it names one speaker, that one gives the answers labelled `A`.
    """
    labels = dict.fromkeys(piece.label for piece in pieces if piece.label)
    told = [*people(facts), *legend(opening)]
    spoken = bearers(introduced_in(speech))
    parts = bearers(told)
    also = (person_meant(label, spoken) for label in labels if label.casefold() not in parts)
    speakers = dict(identify(labels, front, [*told, *(name for name in also if name)]))
    if len(facts.speakers) == 1:
        for label, speaker in speakers.items():
            if speaker and answers(label, labels):
                speakers[label] = replace(speaker, name=facts.speakers[0])
    return speakers


def opening_of(text: str, layout: Layout) -> str:
    """Return what stands before the first label, after front matter."""
    first = next((cut.span.start for cut in layout.cuts if cut.label), 0)
    return text[layout.start : min(first, layout.start + LONGEST_OPENING)]


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a span without white space at its ends."""
    piece = text[start:end] if end > start else ""
    left = len(piece) - len(piece.lstrip())
    return Span(start=start + left, end=max(start + len(piece.rstrip()), start + left))
