from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.limits import Size, fitting, size, text_length

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING = Size(components=0, text=0)


def of(length: int) -> ui.TextDisplay[Any]:
    return ui.TextDisplay("x" * length)


def more(count: int) -> ui.TextDisplay[Any]:
    return ui.TextDisplay(f"{count} more")


def texts(items: Sequence[ui.Item[Any]]) -> list[int | str]:
    """Give lengths of blocks, and the words of what is said about others."""
    contents = [item.content for item in items if isinstance(item, ui.TextDisplay)]
    return [content if "more" in content else len(content) for content in contents]


def test_an_emoji_counts_twice() -> None:
    assert text_length("a😀") == 3


def test_a_container_counts_with_everything_in_it() -> None:
    container: ui.Container[Any] = ui.Container(of(3), ui.Section(of(4), accessory=ui.Thumbnail("https://a.b/c")))

    assert size([container, of(5)]) == Size(components=6, text=12)


def test_exactly_four_thousand_characters_fit() -> None:
    shown = fitting([[of(1500)], [of(2500)]], around=NOTHING, more=more)

    assert texts(shown) == [1500, 2500]


def test_one_character_over_leaves_a_block_out_and_says_so() -> None:
    shown = fitting([[of(1500)], [of(2501)]], around=NOTHING, more=more)

    assert texts(shown) == [1500, "1 more"]


def test_exactly_forty_components_fit() -> None:
    shown = fitting([[of(1)] for _ in range(40)], around=NOTHING, more=more)

    assert texts(shown) == [1] * 40


def test_one_component_over_leaves_two_out_for_the_line_that_says_so() -> None:
    shown = fitting([[of(1)] for _ in range(41)], around=NOTHING, more=more)

    assert texts(shown) == [*[1] * 39, "2 more"]


def test_a_block_that_fits_follows_one_that_does_not() -> None:
    shown = fitting([[of(2000)], [of(3000)], [of(1000)]], around=NOTHING, more=more)

    assert texts(shown) == [2000, 1000, "1 more"]


def test_a_block_that_no_message_holds_takes_a_smaller_form() -> None:
    shown = fitting([[of(5000), of(10)], [of(100)]], around=NOTHING, more=more)

    assert texts(shown) == [10, 100]


@given(
    st.lists(st.lists(st.integers(1, 5000), min_size=1, max_size=3), max_size=50),
    st.integers(0, 30),
    st.integers(0, 2000),
)
def test_a_message_always_fits_and_every_block_is_shown_or_counted(
    lengths: list[list[int]], components: int, text: int
) -> None:
    around = Size(components=components, text=text)

    shown = fitting([[of(length) for length in forms] for forms in lengths], around=around, more=more)

    assert (around + size(shown)).fits
    said = [item for item in texts(shown) if isinstance(item, str)]
    assert len(shown) - len(said) + sum(int(line.split()[0]) for line in said) == len(lengths)


@pytest.mark.parametrize(("components", "text", "fits"), [(40, 4000, True), (41, 4000, False), (40, 4001, False)])
def test_both_limits_hold(components: int, text: int, *, fits: bool) -> None:
    assert Size(components=components, text=text).fits is fits
