"""A quotation against what was said → what differs, word by word, and which changes turn the meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from retrieval.checking.alignment import align
from retrieval.checking.changes import changes_in, spelled_apart
from retrieval.checking.gaps import Gap, ending_together, gaps_between
from retrieval.checking.meaning import SENTENCE_END, Wording
from retrieval.model import Difference, Span
from retrieval.terms import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.checking.alignment import Pairs
    from retrieval.model import Match

NOT = re.compile(r"n['’]?t\b|\bnot\b")
ALIKE = 0.65
"""Similarity from which a word may be a slip of another: two letters of five."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """A part of a quotation held against a part of a transcript.

    Attributes:
        first: The first word there that answers to a word of the quotation.
        last: One past the last.
        differences: What differs between these words and the quotation's.
    """

    first: int
    last: int
    differences: tuple[Difference, ...]


def verbatim(claimed: Wording, said: Wording, offset: int) -> Iterator[Comparison]:
    """Yield the places where all words of a quotation stand; a denial that is cut off a sentence is a difference.

    Args:
        claimed: The quotation.
        said: A part of a transcript.
        offset: Where that part starts in the transcript.
    """
    keys, length = claimed.keys, len(claimed.keys)
    for start in range(len(said.keys) - length + 1):
        if said.keys[start] == keys[0] and said.keys[start : start + length] == keys:
            pairs = [(word, start + word) for word in range(length)]
            yield _compared(claimed, said, offset, pairs, range(length))


def compare(claimed: Wording, part: range, said: Wording, around: range, offset: int) -> Comparison | None:
    """Hold a part of a quotation against a part of a transcript; None where they share no word.

    Args:
        claimed: The quotation.
        part: The words of it that are compared.
        said: A part of a transcript.
        around: The words of it among which they are looked for.
        offset: Where that part of the transcript starts.
    """
    found = align(claimed.keys[part.start : part.stop], said.keys[around.start : around.stop])
    pairs = ending_together(claimed, said, [(word + part.start, place + around.start) for word, place in found], part)
    return _compared(claimed, said, offset, pairs, part) if pairs else None


def slight(difference: Difference) -> bool:
    """Tell whether a change is one that people make to what was said: a slip, another number or name, a denial dropped.

    Where it is not, the words may come from somewhere else altogether.
    """
    claimed, said = difference.claimed.casefold(), difference.said.casefold()
    alike = bool(claimed and said) and OSA.normalized_similarity(claimed, said) >= ALIKE
    one_side = not (claimed and said)
    match difference.kind:
        case "number":
            return True
        case "negation":
            return one_side or alike or NOT.search(f"{claimed} {said}") is not None
        case "name":
            return one_side or alike or (difference.claimed[0].isupper() and difference.said[0].isupper())
        case _:
            return alike


def left_out(before: Match, behind: Match) -> Difference | None:
    """Return what was said between two pieces of a quotation in one turn; None where they do not stand so.

    A denial there turns the meaning where no sentence ends between the two.
    """
    first, second = before.quote, behind.quote
    between = Span(start=first.span.end, end=second.span.start)
    text = first.transcript.slice(between)
    apart = (first.transcript.id, first.turn.index) != (second.transcript.id, second.turn.index)
    if apart or before.part == behind.part or not spelled(text):
        return None
    said = Wording(text, first.transcript.language, lambda _: False)
    denies = any(said.meaning(place) == "negation" for place in range(len(said.tokens)))
    whole = said.slice(0, len(said.tokens))
    return Difference(
        kind="negation" if denies and not SENTENCE_END.search(text) else "omission",
        claimed="",
        said=text[whole.start : whole.end],
        said_span=Span(start=between.start + whole.start, end=between.start + whole.end),
    )


def _compared(claimed: Wording, said: Wording, offset: int, pairs: Pairs, part: range) -> Comparison:
    """Return what differs around and between the words that agree."""
    first, *others = gaps_between(pairs, part, said)
    gaps = [_widened(claimed, said, first), *others]
    taken = [*(place for gap in gaps for place in gap.said), *(place for _, place in pairs)]
    return Comparison(
        first=min(taken),
        last=max(taken) + 1,
        differences=tuple(
            one
            for gap in gaps
            if not spelled_apart(claimed, said, gap)
            for one in _differences(claimed, said, gap, offset)
        ),
    )


def _widened(claimed: Wording, said: Wording, gap: Gap) -> Gap:
    """Return a gap with the word before it, where the quotation begins with both run together: `it's`, `it is`."""
    wider = replace(gap, said=range(gap.said.start - 1, gap.said.stop))
    return wider if gap.said.start and len(gap.claimed) and spelled_apart(claimed, said, wider) else gap


def _differences(claimed: Wording, said: Wording, gap: Gap, offset: int) -> Iterator[Difference]:
    """Yield the differences of a gap, neighbouring words of one kind together."""
    ours, theirs = gap.claimed.start, gap.said.start
    for kind, group in groupby(changes_in(claimed, said, gap), key=lambda change: change[0]):
        some = [change for _, change in group]
        own = [place for place, _ in some if place is not None]
        other = [place for _, place in some if place is not None]
        put = claimed.slice(own[0], own[-1] + 1) if own else _verb(claimed, ours, said, other)
        told = said.slice(other[0], other[-1] + 1) if other else _verb(said, theirs, claimed, own)
        ours, theirs = own[-1] + 1 if own else ours, other[-1] + 1 if other else theirs
        yield Difference(
            kind="omission" if kind == "word" and not own else kind,
            claimed=claimed.text[put.start : put.end],
            said=said.text[told.start : told.end],
            claimed_span=put,
            said_span=Span(start=told.start + offset, end=told.end + offset),
        )


def _verb(wording: Wording, place: int, against: Wording, words: Sequence[int]) -> Span:
    """Return where words are missing; against a `not` that is run together with a verb, that verb."""
    run_together = words[0] and against.tokens[words[0]].start == against.tokens[words[0] - 1].start
    return wording.slice(place - 1 if run_together and place else place, place)
