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
    talks = [transcript("Anna: " + " ".join(chance.choices("sea wind sun".split(), k=length))) for length in lengths]
    index = Index.build(talks)
    places = index.places_of_number(chance.randrange(len(index.terms)))
    edges = index.layout.edges
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallies, "MANY", many)
        patch.setattr(tallies, "SEVERAL", several)
        tally = Tally(places, index.layout)

        told = tally.between_edges(edges.whole), tally.between_edges(edges.groups.around)
        closely = tally.between_cells(index.layout.whole), tally.between_cells(index.layout.blocks.around)

    assert told[0].tolist() == _times(places, index.layout.whole)
    assert told[1].tolist() == _times(places, index.layout.groups.around)
    assert closely[0].tolist() == _times(places, index.layout.whole)
    assert closely[1].tolist() == _times(places, index.layout.blocks.around)
