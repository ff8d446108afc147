from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.audience import Audience, asker_of
from bot.cards.leaf import Leaf, as_many_as_fit, page_buttons
from bot.languages import ENGLISH

LONGEST_ID = "zzzzz-zzzzzzzzz-zzzzzzzzz-zzzzz"
USUAL_ID = "slu81-1dl6h-16k-137t3"
ids = st.lists(
    st.from_regex(r"[0-9a-z]{5}-[0-9a-z]{1,5}-[0-9a-z]{1,3}-[0-9a-z]{5}", fullmatch=True), min_size=1, max_size=3
)
leaves = st.builds(
    Leaf,
    quote_ids=ids.map(tuple),
    place=st.just(0),
    part=st.integers(0, 999_998),
    answers=st.booleans(),
    of_speaker=st.booleans(),
    in_transcript=st.booleans(),
)
BIGGEST = Audience(asker=2**64 - 1, private=False)


@given(leaves)
def test_what_a_button_holds_is_read_back(leaf: Leaf) -> None:
    assert Leaf.read(leaf.state) == leaf


@given(leaves, st.integers(1, 999_999))
def test_every_button_has_a_custom_id_of_its_own_and_of_a_hundred_characters_at_most(leaf: Leaf, parts: int) -> None:
    buttons = page_buttons(leaf, parts, BIGGEST)

    assert len({button.custom_id for button in buttons}) == len(buttons)
    assert all(len(button.custom_id or "") <= 100 for button in buttons)


@given(st.integers(0, 2**64 - 1))
def test_an_asker_is_read_back(asker: int) -> None:
    assert asker_of(Audience(asker=asker, private=True).key) == asker


def test_three_usual_quotes_fit_into_a_button() -> None:
    assert as_many_as_fit([USUAL_ID] * 3) == (USUAL_ID,) * 3


def test_of_quotes_from_the_end_of_the_world_as_many_are_kept_as_fit() -> None:
    assert as_many_as_fit([LONGEST_ID] * 3) == (LONGEST_ID,) * 2


@pytest.mark.parametrize(
    "state", [(), ("a0.0",), ("a1.0", "x"), ("b0.0", "x"), ("0.-1", "x"), ("", "x"), ("0.0", "x", "y")]
)
def test_anything_else_is_no_leaf(state: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"leaf|unpack"):
        Leaf.read(state)


def test_a_leaf_says_which_of_several_it_is() -> None:
    answers = Leaf(quote_ids=("a", "b"), place=1)
    nearest = Leaf(quote_ids=("a", "b"), answers=False)

    assert (answers.position(ENGLISH), nearest.position(ENGLISH)) == ("Answer 2 of 2", "Passage 1 of 2")
    assert Leaf(quote_ids=("a",)).position(ENGLISH) is None
