from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval import numbering
from retrieval.numbering import Naming, Numbers, renumber

if TYPE_CHECKING:
    import pytest


def test_names_are_numbered_in_the_order_in_which_they_are_met() -> None:
    numbers: Numbers[str] = Numbers()

    assert numbers.of(["pear", "fig", "pear", "apple"]) == [0, 1, 0, 2]


def test_words_of_several_tables_are_numbered_anew_and_unused_ones_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "PORTION", 2)
    one, other = ["cod", "eel", "crab"], ["eel", "bass"]
    naming: Naming[str] = Naming()
    for words, numbers in ((one, [2, 0, 0]), (one, [2]), (other, [0, 1]), (one, [0])):
        naming.add(words, np.array(numbers, dtype=np.int32))

    names, united = naming.united()

    assert names == ["bass", "cod", "crab", "eel"]
    assert united.tolist() == [2, 1, 1, 2, 3, 0, 1]


def test_numbers_are_replaced_in_place_portion_after_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "PORTION", 2)
    numbers = np.array([0, 2, 1, 0, 2], dtype=np.int32)

    renumber(numbers, np.array([7, 8, 9], dtype=np.int32))

    assert numbers.tolist() == [7, 9, 8, 7, 9]


def test_numbers_that_somebody_else_holds_are_left_alone() -> None:
    numbers = np.array([1, 0], dtype=np.int32)
    naming: Naming[str] = Naming()
    naming.add(["eel", "cod"], numbers)

    names, united = naming.united()

    assert (names, united.tolist()) == (["cod", "eel"], [0, 1])
    assert numbers.tolist() == [1, 0]


def test_numbers_that_stay_the_same_are_not_copied() -> None:
    numbers = np.array([1, 0], dtype=np.int32)
    naming: Naming[str] = Naming()
    naming.add(["cod", "eel"], numbers)

    _, united = naming.united()

    assert np.shares_memory(united, numbers)
