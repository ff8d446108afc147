"""A gap between words that agree → which word stands for which in it, and what each such change turns."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz.distance import Levenshtein

from retrieval.checking.negations import contrary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.checking.gaps import Gap
    from retrieval.checking.meaning import Meaning, Wording
    from retrieval.model import DifferenceKind

CONTRACTED = re.compile(
    r"\b(i|you|he|she|it|we|they|that|there|what|who|here|where|how)"
    r" (?:a(?=re|m)|i(?=s)|ha(?=s|ve|d)|wi(?=ll)|woul(?=d))"
    r"(re|m|s|ve|d|ll)\b"
)
"""What English runs together, in keys, which have no apostrophes."""
Change: TypeAlias = "tuple[int | None, int | None]"
"""A word of the quotation and the word that stands in its place in the transcript; None where there is none."""


def changes_in(claimed: Wording, said: Wording, gap: Gap) -> list[tuple[DifferenceKind, Change]]:
    """Return what a gap changes, word for word, in order, and what each change turns."""
    changed = _changed(claimed, said, gap)
    kinds = [(_kind(claimed, said, change, changed), change) for change in _paired(claimed, said, gap)]
    return _denied_verbs(claimed, said, kinds)


def spelled_apart(claimed: Wording, said: Wording, gap: Gap) -> bool:
    """Tell whether the words in a gap are the same but for where they are set apart: `gonna`, `gon na`, `e-mail`."""
    ours, theirs = (
        [wording.keys[place] for place in places] for wording, places in ((claimed, gap.claimed), (said, gap.said))
    )
    return _joined(ours) == _joined(theirs) and not _changed(claimed, said, gap) & {"negation"}


def _joined(words: Sequence[str]) -> str:
    """Return words without what sets them apart, but for what parts two numbers; `we are` like `we're`."""
    return re.sub(r"(?<!\d) | (?!\d)", "", CONTRACTED.sub(r"\1\2", " ".join(words)))


def _changed(claimed: Wording, said: Wording, gap: Gap) -> set[Meaning]:
    """Return what kinds of meaning a gap changes; words that deny are counted, others compared."""
    ours, theirs = (
        [(wording.meaning(place), wording.keys[place]) for place in places]
        for wording, places in ((claimed, gap.claimed), (said, gap.said))
    )
    kinds = {kind for kind, _ in (*ours, *theirs) if kind is not None}
    return {
        kind
        for kind in kinds
        if sorted(key if kind != "negation" else "" for one, key in ours if one == kind)
        != sorted(key if kind != "negation" else "" for one, key in theirs if one == kind)
    }


def _paired(claimed: Wording, said: Wording, gap: Gap) -> Iterator[Change]:
    """Yield which word stands for which in a gap: numbers for numbers, names for names, as far as that goes."""
    ours, theirs = (
        [wording.meaning(place) or "word" for place in places]
        for wording, places in ((claimed, gap.claimed), (said, gap.said))
    )
    for block in Levenshtein.opcodes(ours, theirs):
        own = gap.claimed[block.src_start : block.src_end]
        other = gap.said[block.dest_start : block.dest_end]
        yield from zip_longest(own, other)


def _kind(claimed: Wording, said: Wording, change: Change, changed: set[Meaning]) -> DifferenceKind:
    """Return what a change of a word turns, the gravest first."""
    own, other = change
    meanings = {wording.meaning(place) for wording, place in ((claimed, own), (said, other)) if place is not None}
    if own is not None and other is not None and contrary(claimed.keys[own], said.keys[other], said.language):
        return "negation"
    graves: tuple[Meaning, ...] = ("negation", "number", "name")
    if meanings == {"number", "name"} and _written_as_name(said, other):
        return "name"  # a Raspberry Pi Zero
    return next((kind for kind in graves if kind in meanings & changed), "word")


def _written_as_name(wording: Wording, place: int | None) -> bool:
    """Tell whether a word is written in letters, the first of them a capital."""
    return place is not None and wording.text[wording.tokens[place].start].isupper()


def _denied_verbs(
    claimed: Wording, said: Wording, changes: Sequence[tuple[DifferenceKind, Change]]
) -> list[tuple[DifferenceKind, Change]]:
    """Return changes of which a verb that is added or left out along with its `not` is one with it: `don't`."""
    joined = list(changes)
    for place, ((_, (own, other)), (kind, (next_own, next_other))) in enumerate(pairwise(changes)):
        added = _run_together(claimed, own, next_own) and other is next_other is None
        dropped = _run_together(said, other, next_other) and own is next_own is None
        if kind == "negation" and (added or dropped):
            joined[place] = kind, (own, other)
    return joined


def _run_together(wording: Wording, first: int | None, second: int | None) -> bool:
    """Tell whether two words are written as one."""
    if first is None or second is None:
        return False
    return wording.tokens[first].start == wording.tokens[second].start
