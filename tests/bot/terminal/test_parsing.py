from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.commands import (
    Ask,
    Check,
    Cite,
    Help,
    ListSpeakers,
    ListTranscripts,
    Quit,
)
from bot.terminal.parsing import parse
from bot.terminal.syntax import CommandError


def fault(line: str) -> str:
    with pytest.raises(CommandError) as caught:
        parse(line)
    return str(caught.value)


def test_a_line_without_a_slash_is_a_question_whole() -> None:
    assert parse("  What did he say? speaker: x --limit 2\n") == Ask(question="What did he say? speaker: x --limit 2")


@pytest.mark.parametrize("line", ["", "  \t\n", "\ufeff\n"])
def test_a_blank_line_is_nothing(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/transcripts", ListTranscripts()),
        ("/transcripts harbour  2021 ", ListTranscripts(word="harbour  2021")),
        ("/speakers", ListSpeakers()),
        ("/help", Help()),
        ("/quit", Quit()),
        ("/QUIT ", Quit()),
        ("\ufeff/help\r\n", Help()),
    ],
)
def test_a_command_without_options_is_its_name(line: str, command: object) -> None:
    assert parse(line) == command


@pytest.mark.parametrize(
    "line",
    [
        "/ask question: Who came? speaker: Sergey Lavrov",
        "/ask question:Who came? speaker:Sergey Lavrov private:True",
        "/ask speaker: Sergey Lavrov question: Who came?",
        "/ask Who came? speaker: Sergey Lavrov",
        "/ask Who came? --speaker Sergey Lavrov",
        '/ask "Who came?" --speaker "Sergey Lavrov"',
        '/ask --speaker "Sergey Lavrov" Who came?',
        '/ask Who --speaker="Sergey Lavrov" came?',
        "/ask\tWho came?   --speaker  Sergey Lavrov",
    ],
)
def test_options_are_written_as_on_discord_or_as_in_a_shell(line: str) -> None:
    assert parse(line) == Ask(question="Who came?", speaker="Sergey Lavrov")


def test_before_the_question_a_shell_option_takes_one_word() -> None:
    line = "/ask --speaker Lavrov --transcript tokyo Who came?"

    assert parse(line) == Ask(question="Who came?", speaker="Lavrov", transcript="tokyo")


def test_a_question_takes_a_transcript_and_a_limit() -> None:
    assert parse("/ask Who came? transcript: tokyo limit: 2") == Ask(question="Who came?", transcript="tokyo", limit=2)


def test_a_quotation_takes_a_speaker() -> None:
    assert parse("/quote words: He came. speaker: Lavrov") == Check(words="He came.", speaker="Lavrov")


def test_a_quote_is_cited_by_its_id() -> None:
    assert parse("/cite seko-5f3a") == parse("/cite id: seko-5f3a") == Cite(quote_id="seko-5f3a")


def test_an_option_of_another_command_is_a_part_of_the_text() -> None:
    assert parse("/quote The transcript: it came") == Check(words="The transcript: it came")


def test_the_name_of_the_text_amid_the_text_is_a_part_of_it() -> None:
    assert parse("/ask What was the question: to be?") == Ask(question="What was the question: to be?")


def test_nothing_in_quotation_marks_is_an_option() -> None:
    assert parse('/quote "to be --or not, speaker: Hamlet"') == Check(words="to be --or not, speaker: Hamlet")


def test_quotation_marks_within_a_text_stay() -> None:
    assert parse('/quote "one" and "two"') == Check(words='"one" and "two"')


def test_a_dash_is_no_option() -> None:
    assert parse("/ask Who -- and when?") == Ask(question="Who -- and when?")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/sing", "There is no command /sing; /help lists those there are."),
        ("/", "There is no command /; /help lists those there are."),
        ("/help me", "/help takes nothing after it."),
        ("/quote", "/quote needs something after “words:”; it is written /quote WORDS [speaker: …]"),
        (
            "/quote He came --speaker",
            "/quote needs something after “speaker:”; it is written /quote WORDS [speaker: …]",
        ),
        (
            "/quote He came --loud",
            "/quote has no option --loud; it is written /quote WORDS [speaker: …]",
        ),
        ("/ask Who? limit: 0", "The limit is a whole number from 1 to 999, not “0”."),
        ("/ask Who? limit: many", "The limit is a whole number from 1 to 999, not “many”."),
    ],
)
def test_a_line_that_is_no_command_says_why(line: str, sentence: str) -> None:
    assert fault(line) == sentence


@given(st.text(alphabet=st.sampled_from("/ask question:speaker limit --\"' \t9")))
def test_whatever_is_typed_is_a_command_or_a_sentence(line: str) -> None:
    try:
        parse(line)
    except CommandError as error:
        sentence = str(error)
        assert sentence


@given(st.text().map(str.strip).filter(lambda text: text and not text.startswith(("/", "\ufeff"))))
def test_no_character_of_a_question_is_lost(question: str) -> None:
    command = parse(question)

    assert isinstance(command, Ask)
    assert command.question == question.strip("\ufeff \t\r\n")
