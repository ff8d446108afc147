from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from discord import ui

from bot.cards.limits import size
from bot.cards.passage import PALETTE, accent, blockquote, excerpt, large, passage
from retrieval import Speaker
from tests.bot.records import INTERVIEW, LAVROV, QUESTION, SEKO, quote_of, said_by, transcript_of

if TYPE_CHECKING:
    from retrieval import Quote


def luminance(colour: int) -> float:
    """Measure relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    parts = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def details(quote: Quote, **options: Any) -> list[str]:  # noqa: ANN401 - whatever passage takes
    """Read what stands below a quote in its fullest form."""
    fullest = passage(quote, **options)[0]
    below = fullest.children[1]
    assert isinstance(below, ui.TextDisplay)
    return below.content.split("\n")


def below(quote: Quote) -> list[str]:
    """Read what stands below a quote that answers."""
    item = excerpt(quote, room=4000).container.children[1]
    assert isinstance(item, ui.TextDisplay)
    return item.content.split("\n")


def test_each_line_of_a_quote_is_marked_and_empty_lines_become_one() -> None:
    assert blockquote("One.\n\n\n\nTwo. \nThree.\n") == "> One.\n> \n> Two.\n> Three."


def test_a_quote_that_looks_like_markup_stays_a_quote() -> None:
    assert blockquote("> One.\n1. Two.\n# Three.") == "> \\> One.\n> 1\\. Two.\n> \\# Three."


def test_a_quote_by_nobody_says_so() -> None:
    assert details(said_by(None, "Words."))[0] == "**Speaker not named in the transcript**"


def test_a_quote_of_an_asker_says_so() -> None:
    assert details(quote_of(INTERVIEW, 0))[0] == "**Questioner**"


def test_a_moment_and_a_page_are_given_where_they_are_known() -> None:
    quote = dataclasses.replace(SEKO, time=timedelta(seconds=67), url="https://example.org/talk?t=67")

    assert details(quote)[1] == (
        "-# Answer to media questions, Moscow, 17 January 2017 · at 0:01:07 · [go there](<https://example.org/talk?t=67>)"
    )


def test_an_undated_transcript_says_so() -> None:
    quote = quote_of(transcript_of((LAVROV, "Words."), place=None, day=None), 0)

    assert details(quote)[1] == "-# Answer to media questions, undated · turn 1 of 1"


def test_a_question_of_several_paragraphs_is_small_print_on_one_line() -> None:
    interview = transcript_of((QUESTION, "First?\n\nAnd *second*?"), (LAVROV, "Words."))

    assert below(quote_of(interview, 1, asked=0))[2] == r"-# In answer to a questioner: “First? And \*second\*?”"


def test_a_question_too_long_for_small_print_is_left_out_and_not_cut() -> None:
    interview = transcript_of((QUESTION, "why " * 200), (LAVROV, "Words."))

    said = below(quote_of(interview, 1, asked=0))

    assert said[2] == "-# In answer to a questioner, whose question is too long to show here."


def test_notes_are_a_list_below_the_source() -> None:
    assert details(SEKO, notes=["Number: “6” in the quotation."])[2] == "- Number: “6” in the quotation."


def test_a_long_title_is_cut_and_an_overlong_name_too() -> None:
    quote = quote_of(transcript_of((Speaker(name="N" * 300, label="N"), "Words."), title="T" * 300), 0)

    assert details(quote)[:2] == [f"**{'N' * 199}…**", f"-# {'T' * 199}… · turn 1 of 1"]


def test_the_last_form_never_takes_more_room_than_the_details() -> None:
    forms = passage(said_by(LAVROV, "word " * 10_000))

    assert [len(form.children) for form in forms] == [2, 2, 2]
    assert sum(len(item.content) for item in forms[2].children if isinstance(item, ui.TextDisplay)) < 300


def test_a_speaker_keeps_a_colour() -> None:
    assert accent(LAVROV) == accent(dataclasses.replace(LAVROV, title="Minister")) == 0xDA6189


@pytest.mark.parametrize("ground", [0x1A1A1E, 0x2B2D31, 0x393A41, 0xF2F3F5, 0xFFFFFF])
@pytest.mark.parametrize("colour", PALETTE)
def test_every_colour_is_told_from_every_ground_that_discord_has(colour: int, ground: int) -> None:
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_nobody_has_no_colour() -> None:
    assert accent(None) is None


# Excerpts


def length(quote: Quote, room: int) -> int:
    """Measure all the text of a quote's excerpt."""
    return size([excerpt(quote, room=room).container]).text


def test_few_words_are_large_and_several_lines_are_not() -> None:
    assert (large("Few words."), large("Two\nlines.")) == ("> ## Few words.", "> Two\n> lines.")


def test_large_words_stay_words() -> None:
    assert large("# One") == "> ## \\# One"


@pytest.mark.parametrize(("room", "parts"), [(624, 1), (623, 2)])
def test_a_quote_that_just_fits_is_whole_and_with_one_character_less_in_parts(room: int, parts: int) -> None:
    quote = said_by(LAVROV, "x" * 500)

    assert excerpt(quote, room=room).parts == parts
    assert length(quote, room) <= room


def test_a_question_without_room_is_left_out_before_the_quote_is_cut() -> None:
    interview = transcript_of((QUESTION, "why " * 170), (LAVROV, "word " * 500))

    shown = excerpt(quote_of(interview, 1, asked=0), room=3000)

    below = shown.container.children[1]
    assert isinstance(below, ui.TextDisplay)
    assert (shown.parts, "In answer to" in below.content) == (1, False)


def test_a_part_after_the_last_is_the_last() -> None:
    quote = said_by(LAVROV, "word " * 1000)

    last, beyond = (excerpt(quote, room=2000, part=part).container for part in (2, 99))

    assert last.to_component_dict() == beyond.to_component_dict()
