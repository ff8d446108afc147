from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.formats import read
from retrieval.index import Index
from retrieval.terms import Term

FISH = ("cod", "eel", "crab", "bass")
texts = st.lists(st.lists(st.sampled_from(FISH), min_size=1, max_size=40).map(" ".join), min_size=1, max_size=3)
terms = st.sampled_from([*FISH, "whale"]).map(Term)


def index_of(told: list[str]) -> Index:
    return Index.build([read(f"Ann Lee: {text}".encode(), f"{name}.txt", str(name)) for name, text in enumerate(told)])


def stands(index: Index, place: int, run: list[Term]) -> bool:
    return [index.terms[number] for number in index.stream[place : place + len(run)].tolist()] == run


@given(texts, st.lists(terms, min_size=1, max_size=3))
def test_a_run_stands_where_its_terms_follow_each_other(told: list[str], run: list[Term]) -> None:
    index = index_of(told)

    expected = [place for place in range(len(index.stream)) if stands(index, place, run)]

    assert index.places_of_run(run).tolist() == expected


@given(texts)
def test_a_pair_stands_where_a_run_of_two_does(told: list[str]) -> None:
    index = index_of(told)

    for first in range(len(index.terms)):
        for second in range(len(index.terms)):
            run = [index.terms[first], index.terms[second]]
            assert index.places_of_pair(first, second).tolist() == index.places_of_run(run).tolist()


@given(texts, terms)
def test_a_terms_places_and_passages_agree(told: list[str], term: Term) -> None:
    index = index_of(told)
    number = index.terms.get(term)

    passages = np.unique(index.passages_at(index.places_of(term))).tolist()

    assert passages == ([] if number is None else index.postings.of(number)[0].tolist())
    assert index.knows(term) == (number is not None)
