from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.model import Speaker
from retrieval.tables import Lists, People, Table, Words
from retrieval.terms import Term

texts = st.lists(st.text(max_size=6), unique=True).map(sorted)


@given(texts, st.text(max_size=6))
def test_a_table_of_words_is_a_sequence_that_knows_each_words_number(words: list[str], other: str) -> None:
    table = Words.of(words)

    assert list(table) == [table[number] for number in range(len(table))] == words
    assert [table.get(word) for word in words] == list(range(len(words)))
    assert (other in table) == (other in words)


def test_a_lone_surrogate_keeps_its_place() -> None:
    table = Words.of(["a", "\ud800", "\U0001f600"])

    assert [table.get(word) for word in table] == [0, 1, 2]


def test_words_that_begin_alike_stand_together() -> None:
    assert list(Words.of(["agree", "agreed", "agreement", "fish"]).beginning("agree")) == [
        "agree",
        "agreed",
        "agreement",
    ]
    assert not Words.of(["agree", "fish"]).beginning("z")


def test_a_word_beyond_the_table_is_an_error() -> None:
    with pytest.raises(IndexError):
        Words.of(["a"])[1]


def test_speakers_come_back_as_they_were() -> None:
    told = [Speaker(name="Ann Lee", label="A.Lee", title=None), Speaker(name="Bo Ek", label="Ek", title="Minister")]

    assert list(People.of(told)) == People.of(told)[:] == told


def test_a_list_is_inverted_and_rows_without_number_are_left_out() -> None:
    lists = Lists.inverse(np.array([1, -1, 0, 1], dtype=np.int32), 3)

    assert [lists.of(row).tolist() for row in range(3)] == [[2], [0, 3], []]


def test_each_word_of_a_table_knows_its_numbers_once_and_others_none() -> None:
    table = Table.of([(Term("lee"), 4), (Term("ann"), 4), (Term("lee"), 2), (Term("lee"), 2)])

    assert [table.of_word(Term(word)).tolist() for word in ("ann", "lee", "roe")] == [[4], [2, 4], []]
