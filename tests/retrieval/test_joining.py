"""An index is the same however its segments came about."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import places
from retrieval.index import Index
from retrieval.joining import joined
from retrieval.library.index_files import arrays_of
from retrieval.segments import Register, cut, segment_of
from tests.retrieval.samples import DEBATE, HARBOUR, library

HEARD = library(HARBOUR, DEBATE, "", "Ann Lee: The sea.\n\nBo Lind: Which sea?", DEBATE).transcripts
WHOLE = Index.build(HEARD)


@pytest.fixture(autouse=True)
def _portions_of_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PORTION", 50)


def held(index: Index) -> dict[str, object]:
    return {path: array.tolist() for path, array in arrays_of(index)}


def test_segments_with_words_of_their_own_make_the_same_index_as_those_of_one_register() -> None:
    register = Register()

    own, shared = (
        Index(transcripts=HEARD, headers=HEARD, **dict(joined(segments)))
        for segments in ([segment_of(one) for one in HEARD], [segment_of(one, register) for one in HEARD])
    )

    assert held(own) == held(shared) == held(WHOLE)


@given(st.sets(st.integers(1, len(HEARD) - 1)), st.sets(st.integers(0, len(HEARD) - 1)))
def test_an_index_of_runs_of_another_and_of_new_transcripts_is_the_same(cuts: set[int], new: set[int]) -> None:
    edges = sorted({0, len(HEARD), *cuts, *new, *(number + 1 for number in new)})

    segments = [
        segment_of(HEARD[first]) if first in new else cut(WHOLE.segment, first, last) for first, last in pairwise(edges)
    ]

    again = Index(transcripts=HEARD, headers=HEARD, **dict(joined(segments)))
    assert held(again) == held(WHOLE)


def test_an_index_without_some_transcripts_holds_no_word_and_no_speaker_of_them() -> None:
    some = [HEARD[3]]

    left = Index(transcripts=some, headers=some, **dict(joined([cut(WHOLE.segment, 3, 4)])))

    assert held(left) == held(Index.build(some))
