"""Index → every place where all words of a quotation but one stand in a row: none is missed, however common they are.

One change leaves one half of a quotation as it was: where that stands, the other half is compared word by word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.checking.negations import denials
from retrieval.checking.sightings import in_turns, rows, stands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from retrieval.checking.sightings import Sighting, Sought
    from retrieval.index import Index

SHORTEST, LONGEST = 4, 60
"""Words of a quotation that is looked for so: a shorter one is all but one in too many places, a longer one is rare
enough to be found anyhow."""
LIGHT = 2
MOST = 8  # places that are given, those first that differ in a denial or a number


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """Places where one word is changed, left out or added.

    Attributes:
        starts: Where the quotation would start in the stream.
        words: The word of it that is not where it should be.
        places: Where it should be.
    """

    starts: NDArray[np.int64]
    words: NDArray[np.int64]
    places: NDArray[np.int64]


def all_but_one(index: Index, sought: Sought) -> Iterator[Sighting]:
    """Yield places where the words of a quotation stand but for one, those first where it turns the meaning."""
    length = len(sought.keys)
    if not SHORTEST <= length <= LONGEST:
        return
    first, second = range(length // 2), range(length // 2, length)
    behind = _changed(index, sought, rows(index, sought, first), second, 1)
    before = _changed(index, sought, rows(index, sought, second) - second.start, first[::-1], -1)
    starts = np.concatenate([behind.starts, before.starts])
    order = np.lexsort((starts, np.concatenate([_lightness(index, sought, one) for one in (behind, before)])))
    for start in starts[order][:MOST].tolist():
        window = range(max(start - 2, 0), min(start + length + 2, len(index.stream)))
        yield from in_turns(index, sought, range(length), window)


def _changed(index: Index, sought: Sought, starts: NDArray[np.int64], words: range, onward: int) -> Changed:
    """Return those places of a half at which the other half stands but for one word.

    Args:
        index: Where the words stand.
        sought: All words.
        starts: Where the quotation would start, by the half that stands as it is.
        words: The words of the other half, the one beside the first half first.
        onward: 1 when these follow the first half, -1 when they lead up to it.
    """
    as_said, one_more, one_less = (
        np.array([stands(index, sought, word, starts + word + shift) for word in words]).reshape(len(words), -1)
        for shift in (0, onward, -onward)
    )
    near = _unbroken(as_said)
    one = (
        (near + _unbroken(as_said[::-1]) == len(words) - 1)
        | (near + _unbroken(one_more[::-1]) >= len(words))
        | (near + _unbroken(one_less[::-1]) >= len(words) - 1)
    ) & (near < len(words))
    changed = words.start + onward * near[one]
    return Changed(starts=starts[one], words=changed, places=starts[one] + changed)


def _unbroken(there: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each column how many of its first rows are true."""
    unbroken: NDArray[np.int64] = np.logical_and.accumulate(there, axis=0).sum(axis=0)
    return unbroken


def _lightness(index: Index, sought: Sought, changed: Changed) -> NDArray[np.int64]:
    """Return 0 where a change has to do with a denial, 1 where with a number, else 2."""
    inside = np.clip(changed.places, 0, len(index.stream) - 1)
    said = {number: _term_lightness(index, number) for number in np.unique(index.stream[inside]).tolist()}
    claimed = [min((_term_lightness(index, number) for number in numbers), default=LIGHT) for numbers in sought.numbers]
    pairs = zip(index.stream[inside].tolist(), changed.words.tolist(), strict=True)
    return np.array([min(said[number], claimed[word]) for number, word in pairs], dtype=np.int64)


def _term_lightness(index: Index, number: int) -> int:
    key = index.terms[number].replace("'", "")
    if any(denials([key], language) for language in index.languages):
        return 0
    return 1 if any(map(str.isdigit, key)) else LIGHT
