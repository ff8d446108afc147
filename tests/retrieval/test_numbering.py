from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval import numbering
from retrieval.numbering import Numbers, renumber

if TYPE_CHECKING:
    import pytest


def test_names_are_numbered_in_the_order_in_which_they_are_met() -> None:
    numbers: Numbers[str] = Numbers()

    assert numbers.of(["pear", "fig", "pear", "apple"]) == [0, 1, 0, 2]


def test_names_in_order_know_what_numbers_they_had() -> None:
    numbers: Numbers[str] = Numbers()
    numbers.of(["pear", "fig", "apple"])

    names, ranks = numbers.sorted()

    assert names == ["apple", "fig", "pear"]
    assert ranks.tolist() == [2, 1, 0]


def test_numbers_are_replaced_in_place_portion_after_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "PORTION", 2)
    numbers = np.array([0, 2, 1, 0, 2], dtype=np.int32)

    renumber(numbers, np.array([7, 8, 9], dtype=np.int32))

    assert numbers.tolist() == [7, 9, 8, 7, 9]
