from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.terminal.completion import CommandCompleter
from bot.terminal.parsing import parse
from retrieval import Speaker
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from retrieval import Library

COMMANDS = [
    "/ask ",
    "/quote ",
    "/cite ",
    "/show ",
    "/transcripts",
    "/speakers",
    "/timeline ",
    "/random",
    "/about",
    "/help",
    "/quit",
]


def offers(line: str, *, tab: bool = False, library: ToldLibrary | None = None) -> list[str]:
    """Return the lines that accepting each offer would make."""
    completer = CommandCompleter(cast("Library", library or ToldLibrary()))
    event = CompleteEvent(text_inserted=not tab, completion_requested=tab)
    made = completer.get_completions(Document(line), event)
    return [line[: len(line) + offer.start_position] + offer.text for offer in made]


def test_a_slash_offers_every_command() -> None:
    assert offers("/") == COMMANDS


def test_a_begun_command_is_completed_whatever_its_case() -> None:
    assert offers("/Qu") == ["/quote ", "/quit"]


@pytest.mark.parametrize(
    "line", ["", "What did", "speaker: Lav", "/help ", "/sing speaker: ", "/quote It said: transcript: a"]
)
def test_a_question_and_a_command_that_takes_nothing_are_left_alone(line: str) -> None:
    assert offers(line) == []


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("/ask Who came? sp", "/ask Who came? speaker: "),
        ("/ask Who came? --tr", "/ask Who came? --transcript "),
        ("/quote --sp", "/quote --speaker "),
    ],
)
def test_a_begun_option_is_completed_in_its_style(line: str, completed: str) -> None:
    assert offers(line) == [completed]


def test_a_single_letter_may_be_the_start_of_any_word() -> None:
    assert offers("/ask Who s") == []


def test_tab_offers_every_option() -> None:
    assert offers("/ask Who came? ", tab=True) == [
        "/ask Who came? speaker: ",
        "/ask Who came? transcript: ",
        "/ask Who came? limit: ",
    ]


@pytest.mark.parametrize("typed", ["", "s", "Ser", "lav", "sergey lav", "minister"])
def test_a_speaker_is_found_by_any_word_of_name_or_office(typed: str) -> None:
    assert "/ask Who? speaker: Sergey Lavrov" in offers(f"/ask Who? speaker: {typed}")


def test_nobody_is_offered_for_a_name_that_does_not_fit() -> None:
    assert offers("/ask Who? speaker: Bob") == []


def test_a_name_of_two_words_is_quoted_where_a_shell_would_want_it() -> None:
    assert offers("/quote He came --speaker lav") == ['/quote He came --speaker "Sergey Lavrov"']


def test_a_transcript_is_found_by_its_title_and_completed_to_its_id() -> None:
    assert offers("/ask Who? transcript: media") == ["/ask Who? transcript: answer-to-media-questions"]


def test_what_is_offered_is_understood() -> None:
    for line in [*offers("/quote He came speaker: lav"), *offers("/quote He came --speaker lav")]:
        command = parse(line)

        assert command == parse("/quote He came speaker: Sergey Lavrov")


def test_a_hostile_name_is_offered_harmless() -> None:
    library = ToldLibrary(speakers=(Speaker(name="Eve\x1b[2J", label="Eve"),))

    assert offers("/ask Who? speaker: eve", library=library) == ["/ask Who? speaker: Eve␛[2J"]
