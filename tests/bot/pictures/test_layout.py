from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.layout import Block, fitted, wrapped

TEXTS = st.text(st.sampled_from("ab漢字。「」“” \n"), max_size=60)


def narrow(text: str) -> float:
    """Measure as on a typewriter."""
    return len(text)


def low(block: Block) -> bool:
    """Tell whether a block has two lines at most."""
    return len(block.lines) <= 2


def test_words_fill_a_line_and_go_on_in_the_next() -> None:
    assert wrapped("one two three four", narrow, 9) == ["one two", "three", "four"]


def test_the_lines_of_the_text_stay_apart() -> None:
    assert wrapped("one two\n\nthree", narrow, 9) == ["one two", "", "three"]


def test_a_word_that_is_wider_than_a_line_is_broken_and_kept_whole() -> None:
    assert wrapped("a incomprehensibilities b", narrow, 10) == ["a", "incomprehe", "nsibilitie", "s b"]


def test_japanese_breaks_between_characters_but_not_before_what_closes() -> None:
    assert wrapped("漢字漢字。「漢字」", narrow, 4) == ["漢字漢", "字。「漢", "字」"]


@given(TEXTS)
def test_no_word_is_left_out_and_none_is_added(text: str) -> None:
    lines = wrapped(text, narrow, 7)

    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.sampled_from("abc \n"), max_size=60))
def test_words_of_letters_are_the_same_words_in_lines(text: str) -> None:
    lines = wrapped(text, narrow, 60)

    assert " ".join(lines).split() == text.split()


@given(TEXTS)
def test_no_line_is_wider_than_there_is_room(text: str) -> None:
    assert all(len(line) <= 7 for line in wrapped(text, narrow, 7))


def test_the_largest_size_that_fits_is_chosen() -> None:
    block = fitted("one two three", [3, 2, 1], lambda text, size: len(text) * size, room=16, fits=low)

    assert block == Block(lines=["one two", "three"], size=2)


def test_where_none_fits_the_smallest_is() -> None:
    block = fitted("one two three", [9, 8], lambda text, size: len(text) * size, room=40, fits=low)

    assert block == Block(lines=["one", "two", "three"], size=8)
