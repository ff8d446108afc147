from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import maxscore
from retrieval.maxscore import best
from retrieval.terms import Term
from tests.retrieval.test_bm25 import CORPORA, QUERIES, okapi, reference

COD, EEL = Term("cod"), Term("eel")


@given(CORPORA, QUERIES, st.integers(1, 13), st.integers(0, 3), st.sampled_from([0, 16]))
def test_the_best_are_those_of_rank_bm25_and_equals_stand_in_order(
    corpus: list[list[Term]], query: list[Term], most: int, probed: int, dense: int
) -> None:
    scorer = okapi(corpus)
    scores = np.array(reference(corpus, scorer).get_scores(query)).round(9)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maxscore, "PROBED", probed)
        patch.setattr(maxscore, "DENSE", dense)
        numbers, found = best(scorer, query, most)

    assert numbers.tolist() == np.argsort(-scores, kind="stable")[:most].tolist()
    np.testing.assert_allclose(found, scores[numbers], rtol=0, atol=1e-9)


def test_a_query_leaves_nothing_behind_for_the_next() -> None:
    scorer = okapi([[COD], [EEL], [COD, EEL]])

    first = best(scorer, [COD, EEL], 3)

    assert [part.tolist() for part in best(scorer, [COD, EEL], 3)] == [part.tolist() for part in first]
