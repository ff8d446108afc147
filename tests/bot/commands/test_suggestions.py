from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.suggestions import quotes, speakers, transcripts
from bot.languages import language_of
from retrieval import Speaker
from tests.bot.records import LAVROV, QUESTION, FakeLibrary, said_by, transcript_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval import Library, Transcript


def speaking(*names: str) -> Library:
    people = [Speaker(name=name, label=name) for name in names]
    return cast("Library", FakeLibrary(speakers=people))


def holding(*held: Transcript) -> Library:
    return cast("Library", FakeLibrary(transcripts=held))


def values(library: Library, typed: str) -> list[str]:
    return [choice.value for choice in speakers(library, typed)]


def test_nothing_typed_suggests_everybody_in_the_librarys_order() -> None:
    assert values(cast("Library", FakeLibrary(speakers=[LAVROV, QUESTION])), "") == ["Sergey Lavrov", "Question"]


def test_a_name_is_shown_with_the_office_and_sent_without() -> None:
    (choice,) = speakers(cast("Library", FakeLibrary(speakers=[LAVROV])), "")

    assert (choice.name, choice.value) == ("Sergey Lavrov, Foreign Minister", "Sergey Lavrov")


def test_a_match_at_the_start_comes_before_one_at_a_words_start_before_any_other() -> None:
    library = speaking("Roland", "Ann Lander", "Lana", "Bob")

    assert values(library, "lan") == ["Lana", "Ann Lander", "Roland"]


@pytest.mark.parametrize("typed", ["LAVROV", "  lavrov ", "sergey  lav", "foreign"])
def test_case_and_spaces_do_not_matter_and_the_office_counts(typed: str) -> None:
    assert values(cast("Library", FakeLibrary(speakers=[LAVROV])), typed) == ["Sergey Lavrov"]


@pytest.mark.parametrize("typed", ["lavrv", "Sergay Lavrof", "lavorv", "foriegn minister"])
def test_slips_are_forgiven_where_nobody_bears_the_name_as_typed(typed: str) -> None:
    assert values(cast("Library", FakeLibrary(speakers=[LAVROV, QUESTION])), typed) == ["Sergey Lavrov"]


def test_a_name_without_a_slip_keeps_those_out_that_resemble_it() -> None:
    assert values(speaking("Hansen", "Jansen"), "hansen") == ["Hansen"]


def test_accents_need_not_be_typed() -> None:
    assert values(speaking("José Müller"), "jose mul") == ["José Müller"]


def test_what_matches_nothing_suggests_nothing() -> None:
    assert values(speaking("Ann"), "zzz") == []


@pytest.mark.parametrize("typed", ["lavorv", "Lavrv", "sergei lavrov", "segrey"])
def test_a_slip_finds_the_name_all_the_same(typed: str) -> None:
    assert values(speaking("Ann Lander", "Sergey Lavrov", "Bob Stone"), typed) == ["Sergey Lavrov"]


def test_where_a_name_holds_what_was_typed_no_other_is_guessed_at() -> None:
    assert values(speaking("Marta Stein", "Martha Stone"), "marta") == ["Marta Stein"]


@pytest.mark.parametrize(
    ("typed", "name"), [("muller", "Jürgen Müller"), ("zoe", "Zoë Lee"), ("ёлкина", "Анна Елкина")]
)
def test_accents_do_not_matter(typed: str, name: str) -> None:
    assert values(speaking("Bob Stone", name), typed) == [name]


def test_a_misspelt_title_finds_its_transcript() -> None:
    held = holding(transcript_of(title="Briefing on the harbour", ident="a"), transcript_of(title="Budget", ident="b"))

    assert [choice.value for choice in transcripts(held, "harbuor")] == ["a"]


@pytest.mark.parametrize("typed", ["", "name 12", "naem 1234"])
def test_thousands_of_names_take_no_more_than_a_blink(typed: str) -> None:
    library = speaking(*(f"Some Name {number}, Minister of Something" for number in range(5000)))
    speakers(library, typed)
    started = time.thread_time()

    speakers(library, typed)

    assert time.thread_time() - started < 0.25  # five times the 50 ms that it may take on a machine with nothing to do


def test_at_most_twenty_five_are_suggested() -> None:
    assert len(values(speaking(*(f"Speaker {number}" for number in range(99))), "speak")) == 25


def test_a_name_too_long_to_be_sent_is_not_suggested() -> None:
    assert values(speaking("A" * 101, "A" * 100), "") == ["A" * 100]


def test_a_transcript_keeps_its_date_when_the_title_is_cut() -> None:
    (choice,) = transcripts(holding(transcript_of(title="Title " * 40, day=date(2017, 1, 17))), "")

    assert len(choice.name) <= 100
    assert choice.name.endswith("… (17 January 2017)")
    assert choice.value == "answer-to-media-questions"


def test_a_transcript_is_found_by_its_date() -> None:
    library = holding(transcript_of(ident="a", day=date(2017, 1, 17)), transcript_of(ident="b", day=None))

    assert [choice.value for choice in transcripts(library, "january 2017")] == ["a"]
    assert [choice.value for choice in transcripts(library, "januar 2017", language_of("de"))] == ["a"]


def test_quotes_of_several_lines_are_suggested_once_and_on_one() -> None:
    said = [said_by(None, words) for words in ("One\n two.", "One two.", "\u200b")]
    library = FakeLibrary(outcome=said)

    choices = quotes(cast("Library", library), "one")

    assert [(choice.name, choice.value) for choice in choices] == [("One two.", "One two.")]
    assert library.calls == [("complete", "one", 25, 100)]


@given(st.lists(st.text(min_size=1)), st.text())
def test_discord_accepts_whatever_is_suggested(names: list[str], typed: str) -> None:
    choices = speakers(speaking(*names), typed)

    assert len(choices) <= 25
    assert _lengths(choice.name for choice in choices) <= {*range(1, 101)}
    assert _lengths(choice.value for choice in choices) <= {*range(1, 101)}


def _lengths(texts: Iterable[str]) -> set[int]:
    return {len(text) for text in texts}
