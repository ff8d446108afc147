from __future__ import annotations

import pytest

from bot.cards import Audience
from bot.cards.buttons import button, custom_id, rows, share


def test_the_state_stands_in_the_custom_id() -> None:
    assert button("page", "1z", 2, label="Next").custom_id == "page:1z:2"


def test_a_custom_id_of_a_hundred_characters_is_held_and_one_over_is_not() -> None:
    assert custom_id("a", "b" * 98) == f"a:{'b' * 98}"
    with pytest.raises(ValueError, match="101 characters"):
        custom_id("a", "b" * 99)


def test_a_label_is_one_visible_line_of_eighty_characters() -> None:
    labelled = button("page", label="Only\n\u202eA" + "B" * 100)

    assert labelled.label == f"Only A{'B' * 73}…"


def test_buttons_stand_five_in_a_row() -> None:
    many = [button("page", number, label=str(number)) for number in range(7)]

    assert [len(row.children) for row in rows(None, *many, None)] == [5, 2]


def test_no_buttons_are_no_row() -> None:
    assert rows(None) == []


def test_only_what_is_private_can_be_shown_to_all() -> None:
    assert share(Audience(asker=1, private=False)) is None
    assert share(Audience(asker=1, private=True))
