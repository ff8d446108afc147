from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.cards.passage import accent, blockquote, passage
from retrieval import Speaker
from tests.bot.records import INTERVIEW, LAVROV, QUESTION, SEKO, quote_of, said_by, transcript_of

if TYPE_CHECKING:
    from retrieval import Quote


def details(quote: Quote, **options: Any) -> list[str]:  # noqa: ANN401 - whatever passage takes
    """Read what stands below a quote in its fullest form."""
    fullest = passage(quote, **options)[0]
    below = fullest.children[1]
    assert isinstance(below, ui.TextDisplay)
    return below.content.split("\n")


def test_each_line_of_a_quote_is_marked_and_empty_lines_become_one() -> None:
    assert blockquote("One.\n\n\n\nTwo. \nThree.\n") == "> One.\n> \n> Two.\n> Three."


def test_a_quote_that_looks_like_markup_stays_a_quote() -> None:
    assert blockquote("> One.\n1. Two.\n# Three.") == "> \\> One.\n> 1\\. Two.\n> \\# Three."


def test_a_quote_by_nobody_says_so() -> None:
    assert details(said_by(None, "Words."))[0] == "**speaker not named in the transcript**"


def test_a_quote_of_an_asker_says_so() -> None:
    assert details(quote_of(INTERVIEW, 0))[0] == "**Question (asking)**"


def test_a_moment_and_a_page_are_given_where_they_are_known() -> None:
    quote = dataclasses.replace(SEKO, time=timedelta(seconds=67), url="https://example.org/talk?t=67")

    assert details(quote)[1] == (
        "Answer to media questions, Moscow, 17 January 2017 · at 0:01:07 · [go there](<https://example.org/talk?t=67>)"
    )


def test_an_undated_transcript_says_so() -> None:
    quote = quote_of(transcript_of((LAVROV, "Words."), place=None, day=None), 0)

    assert details(quote)[1] == "Answer to media questions, undated · turn 1 of 1"


def test_a_question_of_several_paragraphs_is_small_print_on_one_line() -> None:
    interview = transcript_of((QUESTION, "First?\n\nAnd *second*?"), (LAVROV, "Words."))

    assert details(quote_of(interview, 1, asked=0))[2] == r"-# In answer to Question: “First? And \*second\*?”"


def test_a_question_too_long_for_small_print_is_left_out_and_not_cut() -> None:
    interview = transcript_of((QUESTION, "why " * 200), (LAVROV, "Words."))

    said = details(quote_of(interview, 1, asked=0))

    assert said[2] == "-# In answer to Question, whose question is too long to show here."


def test_notes_are_a_list_below_the_source() -> None:
    assert details(SEKO, notes=["Number: “6” in the quotation."])[2] == "- Number: “6” in the quotation."


def test_a_long_title_is_cut_and_an_overlong_name_too() -> None:
    quote = quote_of(transcript_of((Speaker(name="N" * 300, label="N"), "Words."), title="T" * 300), 0)

    assert details(quote)[:2] == [f"**{'N' * 199}…**", f"{'T' * 199}… · turn 1 of 1"]


def test_the_last_form_never_takes_more_room_than_the_details() -> None:
    forms = passage(said_by(LAVROV, "word " * 10_000))

    assert [len(form.children) for form in forms] == [2, 2, 2]
    assert sum(len(item.content) for item in forms[2].children if isinstance(item, ui.TextDisplay)) < 300


def test_a_speaker_keeps_a_colour() -> None:
    assert accent(LAVROV) == accent(dataclasses.replace(LAVROV, title="Minister")) == 0xD17C47


def test_nobody_has_no_colour() -> None:
    assert accent(None) is None
