from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import tallies
from retrieval.index import Index
from retrieval.layout import CELL
from retrieval.tallies import Tally
from tests.retrieval.samples import transcript

if TYPE_CHECKING:
    from random import Random

    from numpy.typing import NDArray

LENGTHS = st.lists(st.integers(1, 900), min_size=1, max_size=5)


def _times(places: NDArray[np.int32], ranges: NDArray[np.intp]) -> list[int]:
    cells = places >> CELL
    return [int(np.count_nonzero((cells >= first) & (cells < past))) for first, past in ranges.T]


@pytest.mark.parametrize(("many", "several"), [(0, 1 << 14), (1 << 30, 0), (1 << 30, 1 << 14)])
@given(lengths=LENGTHS, chance=st.randoms(use_true_random=False))
def test_a_word_is_counted_the_same_however_it_is_looked_for(
    many: int, several: int, lengths: list[int], chance: Random
) -> None:
    index = _index(lengths, chance)
    places = index.places_of_number(chance.randrange(len(index.terms)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallies, "MANY", many)
        patch.setattr(tallies, "SEVERAL", several)

        counts = _counts(Tally(places, index.layout), index)

    assert counts == _expected(places, index)


@given(lengths=LENGTHS, chance=st.randoms(use_true_random=False))
def test_a_word_that_is_almost_everywhere_is_counted_the_same_once_and_for_all(
    lengths: list[int], chance: Random
) -> None:
    index = _index(lengths, chance)
    number = int(chance.choice(index.frequent.numbers.tolist()))
    places = index.places_of_number(number)

    counts = _counts(Tally(places, index.layout, index.frequent.before_cells(number)), index)

    assert counts == _expected(places, index)


def test_only_words_that_stand_in_one_of_four_cells_are_counted_once_and_for_all() -> None:
    rare = " ".join(["lighthouse", *["sea"] * 2000])
    index = Index.build([transcript(f"Anna: {rare}")])

    known = {str(term): index.frequent.before_cells(number) is not None for number, term in enumerate(index.terms)}

    assert known == {"lighthous": False, "sea": True}


def _index(lengths: list[int], chance: Random) -> Index:
    """Return the index of talks of so many words, taken from three."""
    return Index.build(
        [transcript("Anna: " + " ".join(chance.choices("sea wind sun".split(), k=length))) for length in lengths]
    )


def _counts(tally: Tally, index: Index) -> list[list[float]]:
    """Return how often a tally counts a word in transcripts, in groups, and again in transcripts and in blocks."""
    layout, edges = index.layout, index.layout.edges
    whole = edges.cells.astype(np.intp)[edges.whole]
    told = [tally.between_edges(edges.whole), tally.between_edges(edges.groups.around)]
    closely = [tally.between_cells(whole), tally.between_cells(layout.blocks.around)]
    return [times.tolist() for times in (*told, *closely)]


def _expected(places: NDArray[np.int32], index: Index) -> list[list[int]]:
    layout, edges = index.layout, index.layout.edges
    whole, groups = (edges.cells.astype(np.intp)[one] for one in (edges.whole, edges.groups.around))
    ranges: list[NDArray[np.intp]] = [whole, groups, whole, layout.blocks.around]
    return [_times(places, one) for one in ranges]
