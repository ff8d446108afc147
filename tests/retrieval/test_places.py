"""Places are sorted in portions as they would be at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import bm25, places
from retrieval.bm25 import Postings
from retrieval.places import hashed, placed

if TYPE_CHECKING:
    from numpy.typing import NDArray

TERMS = 6
streams = st.lists(st.integers(0, TERMS - 1), max_size=40).map(lambda words: np.array(words, dtype=np.int32))


@pytest.fixture(autouse=True)
def _portions_of_three_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PORTION", 3)
    monkeypatch.setattr(bm25, "PORTION", 3)


@given(streams)
def test_each_terms_places_stand_in_order_and_know_what_follows(stream: NDArray[np.int32]) -> None:
    words = stream.tolist()

    offsets, found, following = placed(stream, TERMS)

    expected = [[place for place, word in enumerate(words) if word == term] for term in range(TERMS)]
    last = len(words) - 1
    assert [own.tolist() for own in np.split(found, offsets[1:-1])] == expected
    assert following.tolist() == hashed(stream[np.minimum(found + 1, last)]).tolist()


@given(streams, st.integers(1, 5))
def test_postings_counted_in_portions_hold_every_place(stream: NDArray[np.int32], length: int) -> None:
    known, words = np.unique(stream, return_inverse=True)  # an index holds no term that nobody says
    starts = np.array([*range(0, len(stream), length), len(stream)], dtype=np.int32)
    offsets, found, _ = placed(words.astype(np.int32), len(known))

    postings = Postings.from_places(found, offsets, starts)

    for term in range(len(known)):
        passages, counts = np.unique(np.flatnonzero(words == term) // length, return_counts=True)
        assert [held.tolist() for held in postings.of(term)] == [passages.tolist(), counts.tolist()]
