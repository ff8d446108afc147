from __future__ import annotations

import pytest

from retrieval.rows import Rows


def test_an_item_is_made_once_and_only_when_somebody_looks() -> None:
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"turn {place}"

    turns = Rows(5, make)

    assert turns[3] is turns[-2]
    assert turns[1:4:2] == ("turn 1", "turn 3")
    assert made == [3, 1]
    assert [*turns] == ["turn 0", "turn 1", "turn 2", "turn 3", "turn 4"]
    with pytest.raises(IndexError):
        turns[5]


def test_rows_are_equal_to_a_tuple_of_the_same_items() -> None:
    rows = Rows(3, str)

    assert rows == ("0", "1", "2")
    assert rows != ("0", "1")
    assert hash(rows) == hash(("0", "1", "2"))
