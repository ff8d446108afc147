"""Places are sorted, and postings counted, in portions as they would be at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import places
from retrieval.counting import Counting
from retrieval.places import Placing, hashed, portions, sorting

if TYPE_CHECKING:
    from numpy.typing import NDArray

TERMS = 6
streams = st.lists(st.integers(0, TERMS - 1), max_size=40).map(lambda words: np.array(words, dtype=np.int32))


@pytest.fixture(autouse=True)
def _portions_of_three_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PORTION", 3)


def cut(stream: NDArray[np.int32], length: int) -> NDArray[np.int32]:
    """Return where passages of so many words start; every other one is empty."""
    starts = [*range(0, len(stream), length), len(stream)]
    return np.repeat(starts, 2).astype(np.int32)


@given(st.lists(st.integers(0, 1 << 20), max_size=40))
def test_numbers_of_more_than_sixteen_bits_are_sorted_stably(numbers: list[int]) -> None:
    order = sorting(np.array(numbers * 2, dtype=np.int32), (1 << 20) + 1)

    assert order.tolist() == sorted(range(2 * len(numbers)), key=(numbers * 2).__getitem__)


@given(streams, st.integers(1, 5))
def test_portions_part_the_stream_between_passages(stream: NDArray[np.int32], length: int) -> None:
    found = list(portions(stream, cut(stream, length), TERMS))

    words = [stream[portion.start :][portion.order] for portion in found]
    assert sum(map(len, words)) == len(stream)
    assert all(np.diff(own).min(initial=0) >= 0 for own in words)
    assert [portion.start % length for portion in found if len(portion.order)] == [0] * sum(map(bool, map(len, words)))


@given(streams, st.integers(1, 5))
def test_each_terms_places_stand_in_order_and_know_what_follows(stream: NDArray[np.int32], length: int) -> None:
    placing = Placing(stream, TERMS)

    for portion in portions(stream, cut(stream, length), TERMS):
        placing.add(portion)

    words = stream.tolist()
    expected = [[place for place, word in enumerate(words) if word == term] for term in range(TERMS)]
    assert [own.tolist() for own in np.split(placing.places, placing.offsets[1:-1])] == expected
    last = len(words) - 1
    assert placing.following.tolist() == hashed(stream[np.minimum(placing.places + 1, last)]).tolist()


@given(streams, st.integers(1, 5))
def test_postings_counted_in_portions_hold_every_place(stream: NDArray[np.int32], length: int) -> None:
    known, words = np.unique(stream, return_inverse=True)  # an index holds no term that nobody says
    starts = cut(stream, length)
    counting = Counting(np.diff(starts), len(known))

    for portion in portions(words.astype(np.int32), starts, len(known)):
        counting.add(portion)

    postings = counting.postings()
    for term in range(len(known)):
        passages, counts = np.unique(2 * (np.flatnonzero(words == term) // length) + 1, return_counts=True)
        assert [held.tolist() for held in postings.of(term)] == [passages.tolist(), counts.tolist()]
