from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arrays import Growing, cumulated, distinct, promising

numbers = st.lists(st.integers(-5, 5), max_size=30)


def test_runs_start_where_the_ones_before_end() -> None:
    assert cumulated([3, 0, 2]).tolist() == [0, 3, 3, 5]
    assert cumulated([]).tolist() == [0]


@given(numbers)
def test_distinct_numbers_are_those_of_a_set_in_order(given_numbers: list[int]) -> None:
    assert distinct(np.array(given_numbers, dtype=np.int32)).tolist() == sorted({*given_numbers})


@given(st.lists(st.floats(0, 100, width=32), max_size=40), st.integers(1, 10))
def test_promising_are_no_more_than_wanted_and_all_where_there_are_few(scores: list[float], most: int) -> None:
    places = promising(np.array(scores, dtype=np.float32), most).tolist()

    assert places == sorted({*places})
    assert len(places) <= most
    assert len(scores) > most or places == list(range(len(scores)))


def test_a_score_that_stands_out_is_promising() -> None:
    assert promising(np.array([1, 9, 2, 1], dtype=np.float32), 2).tolist()[0] == 1


def test_numbers_that_arrive_in_parts_stand_in_one_place() -> None:
    growing = Growing(np.int32)

    growing.add(np.array([[1, 2], [3, 4]]))
    growing.add(np.array([], dtype=np.int32))
    growing.add(np.array([5], dtype=np.int64))

    assert len(growing) == 5
    whole = growing.whole()
    assert whole.tolist() == [1, 2, 3, 4, 5]
    assert whole.dtype == np.int32
    assert len(growing) == 0
