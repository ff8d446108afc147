"""The pruned search is the formula: same passages, same scores, same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import scope, search
from retrieval.formats import read
from retrieval.index import Index
from retrieval.plan import planned
from retrieval.question import analyse_question
from retrieval.ranking import rank
from retrieval.scope import Scope
from retrieval.search import Search, best
from retrieval.spelling import understood

if TYPE_CHECKING:
    from retrieval.question import Question

WORDS = "the a of what cod eel fish fishing agreed agreement harbour boat treaty Ann Roe Question sea calm".split()
LABELS = "Ann Roe|Bob Ray|Question|Dee Fox, Minister".split("|")
turns = st.tuples(st.sampled_from(LABELS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
talks = st.lists(st.lists(turns, min_size=1, max_size=40), min_size=1, max_size=5)
questions = st.lists(st.sampled_from([*WORDS, "whale"]), min_size=1, max_size=8).map(" ".join)


@pytest.fixture(autouse=True)
def _pruning_from_the_first_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    for room, name, size in (
        (scope, "FEW", 0),
        (search, "GROUPS", 1),
        (search, "BLOCKS", 1),
        (search, "PORTION", 2),
        (search, "LATEST", 4),
        (search, "TOO_MANY", 3),
    ):
        monkeypatch.setattr(room, name, size)


def index_of(told: list[list[tuple[str, list[str]]]]) -> Index:
    texts = ("\n\n".join(f"{label}: {' '.join(said)}." for label, said in talk) for talk in told)
    return Index.build([read(text.encode(), f"{name}.txt", str(name)) for name, text in enumerate(texts)])


def asked(text: str, index: Index) -> Question:
    return understood(analyse_question(text, ["en"]), index)


@given(talks, questions, st.integers(1, 12))
def test_the_best_are_those_of_the_formula_put_to_every_passage(
    told: list[list[tuple[str, list[str]]]], text: str, most: int
) -> None:
    index = index_of(told)
    question = asked(text, index)
    numbers = np.flatnonzero(index.asked == question.wants_asker)

    expected = rank(index, question, numbers)
    found = best(planned(question, index), Scope.of(index, numbers), most)

    assert found.numbers.tolist() == expected.numbers[:most].tolist()
    assert found.scores.tolist() == expected.scores[:most].tolist()


@given(talks, questions, st.integers(1, 4), st.integers(1, 30))
def test_a_search_that_goes_on_finds_what_a_new_one_does(
    told: list[list[tuple[str, list[str]]]], text: str, first: int, most: int
) -> None:
    index = index_of(told)
    question = asked(text, index)
    numbers = np.flatnonzero(index.asked == question.wants_asker)
    under_way = Search(planned(question, index), Scope.of(index, numbers))
    under_way.best(first)

    expected = rank(index, question, numbers)
    found = under_way.best(most)

    assert found.numbers.tolist() == expected.numbers[:most].tolist()
    assert found.scores.tolist() == expected.scores[:most].tolist()


@given(talks, questions, st.integers(1, 4), st.integers(1, 30), st.floats(0.1, 1))
def test_a_search_for_what_scores_enough_finds_only_that_and_all_of_it(
    told: list[list[tuple[str, list[str]]]], text: str, first: int, most: int, share: float
) -> None:
    index = index_of(told)
    question = asked(text, index)
    numbers = np.flatnonzero(index.asked == question.wants_asker)
    under_way = Search(planned(question, index), Scope.of(index, numbers))
    least = share * float(under_way.best(first).scores[0])

    expected = rank(index, question, numbers)
    found = under_way.best(most, least)

    enough = int(np.count_nonzero(expected.scores >= least))
    assert found.numbers.tolist() == expected.numbers[: min(most, enough)].tolist()
    assert found.scores.tolist() == expected.scores[: min(most, enough)].tolist()


def test_where_nothing_fits_the_first_passages_are_returned() -> None:
    index = index_of([[("Ann Roe", ["cod"])] * 3])

    found = best(planned(asked("whale", index), index), Scope.of(index, np.arange(3)), 2)

    assert found.numbers.tolist() == [0, 1]
    assert found.scores.tolist() == [0, 0]
