"""Two runs of words → which word of the one is which word of the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Pairs: TypeAlias = "list[tuple[int, int]]"
"""Places of equal words in the one and in the other, both ascending."""
BRIDGED, TOGETHER = 3, 2
"""Words left out, for each word, that words at an end can stand away from the rest, and besides if they are several."""
REACH = 3  # words, for each that is left over at an end, among which it is looked for again
ANCHORS = 8  # runs, the longest, around which all others are gathered to see where they lie closest


def align(claimed: Sequence[Hashable], said: Sequence[Hashable]) -> Pairs:
    """Return the words that two runs share in order, as many as possible and close together.

    >>> align("the very big dog".split(), "the cat and the big dog ran".split())
    [(0, 3), (2, 4), (3, 5)]
    """
    pairs = _without_strays(_longest(claimed, said))
    if not pairs:
        return pairs
    (first, there), (last, yonder) = pairs[0], pairs[-1]
    # A word far away may have stood in the way of one that is near.
    start = max(there - REACH * first, 0)
    head = [(one, other + start) for one, other in _longest(claimed[:first], said[start:there])]
    rest = claimed[last + 1 :]
    tail = [
        (one + last + 1, other + yonder + 1) for one, other in _longest(rest, said[yonder + 1 :][: REACH * len(rest)])
    ]
    return _without_strays([*head, *pairs, *tail])


def _longest(claimed: Sequence[Hashable], said: Sequence[Hashable]) -> Pairs:
    """Return a longest common subsequence, of those found from either end the one whose words lie closest together."""
    pairs = _common(claimed, said)
    anchors = sorted(runs(pairs), key=len, reverse=True)[:ANCHORS]
    if len(anchors) <= 1:
        return pairs
    last, end = len(claimed) - 1, len(said) - 1
    other = [(last - one, end - place) for one, place in reversed(_common(claimed[::-1], said[::-1]))]
    return min((other, *(_gathered(pairs, anchor, claimed, said) for anchor in anchors)), key=_spread)


def _common(claimed: Sequence[Hashable], said: Sequence[Hashable]) -> Pairs:
    """Return a longest common subsequence."""
    return [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(claimed, said).as_matching_blocks()
        for step in range(block.size)
    ]


def runs(pairs: Pairs) -> list[Pairs]:
    """Return pairs in groups in which both sides go on word by word."""
    groups: list[Pairs] = []
    for pair in pairs:
        if groups and groups[-1][-1] == (pair[0] - 1, pair[1] - 1):
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


def _spread(pairs: Pairs) -> int:
    """Return how many words on either side lie between those that agree."""
    return sum(new - old + after - before - 2 for (before, old), (after, new) in pairwise(pairs))


def _gathered(pairs: Pairs, anchor: Pairs, claimed: Sequence[Hashable], said: Sequence[Hashable]) -> Pairs:
    """Return pairs with every word moved, on both sides, to where the same word stands nearest to some of them."""
    first, last = pairs.index(anchor[0]), pairs.index(anchor[-1])
    gathered = list(pairs)
    for number in range(first - 1, -1, -1):
        (one, other), (after, new) = gathered[number : number + 2]
        gathered[number] = _last(claimed[one], claimed, range(one, after)), _last(claimed[one], said, range(other, new))
    for number in range(last + 1, len(pairs)):
        (before, old), (one, other) = gathered[number - 1 : number + 1]
        gathered[number] = (
            _first(claimed[one], claimed, range(before + 1, one + 1)),
            _first(claimed[one], said, range(old + 1, other + 1)),
        )
    return gathered


def _first(word: Hashable, words: Sequence[Hashable], places: range) -> int:
    return next(place for place in places if words[place] == word)


def _last(word: Hashable, words: Sequence[Hashable], places: range) -> int:
    return _first(word, words, places[::-1])


def _without_strays(pairs: Pairs) -> Pairs:
    """Return pairs without words at either end that stand far from the rest."""
    groups = runs(pairs)
    while len(groups) > 1 and _stray(groups[0], groups[0][-1], groups[1][0]):
        groups.pop(0)
    while len(groups) > 1 and _stray(groups[-1], groups[-2][-1], groups[-1][0]):
        groups.pop()
    return [pair for group in groups for pair in group]


def _stray(group: Pairs, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether more words lie between two pairs on the side that was said than a group at an end can bridge."""
    left_out = (after[1] - before[1]) - (after[0] - before[0])
    return left_out > BRIDGED * len(group) + TOGETHER * (len(group) > 1)
