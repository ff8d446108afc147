from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from retrieval.bm25 import FLOOR, PIVOT, Okapi, inverse_document_frequency, saturation
from retrieval.counting import Counting
from retrieval.places import portions
from retrieval.terms import Term

TERMS = st.sampled_from("cod crab eel fish herring".split()).map(Term)
CORPORA = st.lists(st.lists(TERMS, max_size=100), max_size=12)
QUERIES = st.lists(TERMS | st.just(Term("whale")), max_size=6)
COD, EEL, CRAB = Term("cod"), Term("eel"), Term("crab")


def okapi(corpus: list[list[Term]]) -> Okapi:
    """Return the scorer of a corpus, counted as an index counts it."""
    vocabulary: dict[Term, int] = {}
    stream = np.array([vocabulary.setdefault(term, len(vocabulary)) for one in corpus for term in one], dtype=np.int32)
    starts = np.concatenate([[0], np.cumsum([len(one) for one in corpus])]).astype(np.int32)
    counting = Counting(np.diff(starts), len(vocabulary))
    for portion in portions(stream, starts, len(vocabulary)):
        counting.add(portion)
    return Okapi(vocabulary, counting.postings(), np.diff(starts))


def reference(corpus: list[list[Term]], scorer: Okapi) -> BM25Okapi:
    """Return rank-bm25's own scorer of a corpus, with our lengths and inverse document frequencies put into it."""
    peer = BM25Okapi([["any"]], k1=scorer.k1, b=scorer.b)
    peer.corpus_size = len(corpus)
    peer.doc_freqs = [Counter(one) for one in corpus]
    peer.doc_len, peer.avgdl = scorer.doc_len.tolist(), scorer.avgdl
    peer.idf = {term: scorer.idf_of(term) for one in corpus for term in one}
    return peer


@given(CORPORA, QUERIES)
def test_scores_are_those_of_rank_bm25(corpus: list[list[Term]], query: list[Term]) -> None:
    scorer = okapi(corpus)

    scores = scorer.get_scores(query)

    assert scores.shape == (len(corpus),)
    np.testing.assert_allclose(scores, reference(corpus, scorer).get_scores(query), rtol=0, atol=1e-9)


@given(CORPORA, QUERIES)
def test_batch_scores_are_those_of_rank_bm25(corpus: list[list[Term]], query: list[Term]) -> None:
    scorer, some = okapi(corpus), list(range(0, len(corpus), 2))

    batch = scorer.get_batch_scores(query, some)

    assert batch == pytest.approx(reference(corpus, scorer).get_batch_scores(query, some), abs=1e-9)


@given(CORPORA)
def test_idf_is_always_positive(corpus: list[list[Term]]) -> None:
    scorer = okapi(corpus)

    assert (scorer.idf > 0).all()
    assert scorer.idf_of(Term("whale")) > 0


@given(CORPORA, QUERIES)
def test_a_passage_without_a_word_of_the_query_scores_nothing_and_every_other_more(
    corpus: list[list[Term]], query: list[Term]
) -> None:
    scores = okapi(corpus).get_scores(query)

    assert [score > 0 for score in scores] == [bool({*one} & {*query}) for one in corpus]


@pytest.mark.parametrize("corpus", [[], [[]], [[], []], [[COD]], [[], [COD], []]])
def test_tiny_and_empty_corpora_have_scores(corpus: list[list[Term]]) -> None:
    scores = okapi(corpus).get_scores([COD, EEL])

    assert [score > 0 for score in scores] == [one == [COD] for one in corpus]


def test_the_best_passages_are_found_by_rank_bm25s_own_get_top_n() -> None:
    corpus = [[EEL], [COD, COD, CRAB], [CRAB], [COD, EEL]]

    assert okapi(corpus).get_top_n([COD], ["zero", "one", "two", "three"], n=2) == ["one", "three"]


def test_a_word_asked_twice_counts_twice() -> None:
    scorer = okapi([[COD], [EEL]])

    assert scorer.get_scores([COD, COD]).tolist() == (2 * scorer.get_scores([COD])).tolist()


def test_a_word_in_half_of_an_interview_still_counts() -> None:
    scores = okapi([[COD], [EEL]]).get_scores([COD])

    assert scores[0] > scores[1] == 0


def test_short_passages_count_as_long_as_the_floor() -> None:
    scorer = okapi([[COD], [COD] + [EEL] * (FLOOR - 1), [COD] + [EEL] * FLOOR])

    scores = scorer.get_scores([COD])

    assert scores[0] == scores[1] > scores[2]


def test_length_is_measured_by_a_constant_so_that_other_passages_do_not_matter() -> None:
    assert okapi([[COD]]).avgdl == okapi([[COD], [EEL] * 500]).avgdl == PIVOT


def test_idf_is_lucenes_formula() -> None:
    assert inverse_document_frequency(3, np.array([0, 1, 3])).tolist() == pytest.approx(
        [np.log(1 + 3.5 / 0.5), np.log(1 + 2.5 / 1.5), np.log(1 + 0.5 / 3.5)]
    )


def test_an_unknown_word_is_as_rare_as_can_be() -> None:
    scorer = okapi([[COD], [COD, EEL]])

    assert scorer.idf_of(Term("whale")) > scorer.idf_of(EEL) > scorer.idf_of(COD)


def test_saturation_grows_with_every_repetition_and_never_reaches_its_limit() -> None:
    weights = saturation(np.array([0, 1, 2, 100]), np.full(4, 80))

    assert weights[0] == 0
    assert weights.tolist() == sorted(weights.tolist())
    assert weights[-1] < 2.2


def test_postings_know_each_terms_passages_and_counts() -> None:
    postings = okapi([[COD, EEL, COD], [], [EEL], [COD]]).postings

    assert [part.tolist() for part in postings.of(0)] == [[0, 3], [2, 1]]
    assert [part.tolist() for part in postings.of(1)] == [[0, 2], [1, 1]]
