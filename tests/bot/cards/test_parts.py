from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.escaping import escape, visible
from bot.cards.limits import text_length
from bot.cards.parts import cost, parts
from bot.cards.passage import blockquote

hostile = st.lists(
    st.sampled_from(
        [
            "word ",
            "Word. ",
            "*",
            "# ",
            "1. ",
            "\n",
            "\n\n",
            "> ",
            "言葉。",
            "😀",
            "👨\u200d👩",
            "\u200b",
            "http://a ",
            "discord.gg/a",
        ]
    )
    | st.text(max_size=5),
    max_size=200,
).map("".join)


def test_what_fits_is_one_part() -> None:
    assert parts("One two three.", 100) == ["One two three."]


def test_no_words_are_one_empty_part() -> None:
    assert parts("\u200b", 100) == [""]


def test_a_part_ends_with_a_sentence_where_that_leaves_it_half_full() -> None:
    assert parts("One two three. Four five six seven.", 26) == ["One two three. ", "Four five six seven."]


def test_a_part_ends_with_a_word_where_the_sentence_ended_long_before() -> None:
    assert parts("One. Two three four five six seven.", 32) == ["One. Two three four five six ", "seven."]


def test_a_language_without_spaces_is_cut_between_sentences() -> None:
    assert parts("言葉です。言葉です。", 8) == ["言葉です。", "言葉です。"]


@pytest.mark.parametrize("limit", range(14, 40))
def test_a_word_too_long_for_any_part_is_cut_but_not_before_a_mark_that_belongs_to_it(limit: int) -> None:
    cut = parts("👍🏽" * 50, limit)

    assert {part[:2] for part in cut} == {"👍🏽"}


@given(hostile, st.integers(40, 400))
def test_the_parts_of_a_text_put_together_are_the_text(text: str, limit: int) -> None:
    assert "".join(parts(text, limit)) == visible(text)


@given(hostile, st.integers(40, 400))
def test_every_part_fits_as_a_block_quote(text: str, limit: int) -> None:
    assert all(text_length(blockquote(part)) <= limit for part in parts(text, limit))


@given(hostile)
def test_the_cost_of_a_text_is_at_least_its_length_when_it_is_escaped(text: str) -> None:
    assert cost(visible(text)) >= text_length(escape(text))


@pytest.mark.parametrize("limit", [1500, 2400])
def test_a_long_text_is_cut_quickly_and_into_no_more_parts_than_it_must_be(limit: int) -> None:
    text = "A sentence of some words stands here. " * 10_000

    cut = parts(text, limit)

    assert len(cut) < 1.1 * cost(text) / limit + 1
