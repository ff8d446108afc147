from __future__ import annotations

from pathlib import Path

import pytest

from bot.terminal.arguments import Arguments, UsageError, parse
from bot.terminal.commands import Ask, Check, Cite, ListTranscripts


def fault(*argv: str) -> str:
    with pytest.raises(UsageError) as caught:
        parse(argv)
    return str(caught.value)


def test_no_command_leaves_the_choice_to_the_configuration() -> None:
    assert parse([]) == Arguments(run="either")


@pytest.mark.parametrize("mode", ["discord", "terminal", "check"])
def test_a_way_to_run_is_named_outright(mode: str) -> None:
    assert parse([mode]).run == mode


def test_a_question_takes_all_its_options() -> None:
    given = parse(["ask", "Who came?", "--speaker", "Lavrov", "--transcript", "tokyo", "--limit", "2", "--json"])

    assert given == Arguments(
        run=Ask(question="Who came?", speaker="Lavrov", transcript="tokyo", limit=2), as_json=True
    )


def test_a_question_without_options_is_put_to_everybody() -> None:
    assert parse(["ask", "Who came?"]).run == Ask(question="Who came?")


def test_a_question_need_not_be_quoted() -> None:
    assert parse(["ask", "Who", "came?"]).run == Ask(question="Who came?")


def test_a_quotation_takes_a_speaker() -> None:
    assert parse(["quote", "He came", "--speaker", "Lavrov"]).run == Check(words="He came", speaker="Lavrov")


def test_a_quote_is_cited_by_its_id() -> None:
    assert parse(["cite", "seko-5f3a", "--json"]) == Arguments(run=Cite(quote_id="seko-5f3a"), as_json=True)


def test_transcripts_are_listed() -> None:
    assert parse(["transcripts", "--json"]) == Arguments(run=ListTranscripts(), as_json=True)
    assert parse(["transcripts", "harbour", "2021"]) == Arguments(run=ListTranscripts(word="harbour 2021"))


def test_folders_before_the_command_add_up() -> None:
    given = parse(["--transcripts", "a", "--transcripts", "b/c", "transcripts"])

    assert given.transcripts == (Path("a"), Path("b/c"))


def test_folders_after_the_command_are_told_their_place() -> None:
    assert fault("ask", "Who came?", "--transcripts", "a") == (
        "--transcripts goes before the command: python -m bot --transcripts DIR ask QUESTION"
    )


def test_a_question_may_begin_with_a_dash() -> None:
    assert parse(["ask", "--", "--why?"]).run == Ask(question="--why?")


def test_bytes_that_are_no_text_do_not_reach_the_library() -> None:
    assert parse(["ask", "caf\udce9?"]).run == Ask(question="caf\ufffd?")


def test_a_folder_keeps_bytes_that_are_no_text() -> None:
    assert parse(["--transcripts", "caf\udce9", "check"]).transcripts == (Path("caf\udce9"),)


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["ask"], "the following arguments are required: QUESTION; see python -m bot ask --help"),
        (["ask", "Who?", "--loud"], "unrecognized arguments: --loud; see python -m bot --help"),
        (["--transcript", "x", "ask", "Who?"], None),
        (
            ["ask", "Who?", "--limit", "none"],
            "argument --limit: 'none' is not a whole number from 1 to 999; see python -m bot ask --help",
        ),
        (
            ["Who came?"],
            "there is no such command; a question is put as python -m bot ask QUESTION; see python -m bot --help",
        ),
    ],
)
def test_a_fault_is_one_line_that_says_where_help_is(argv: list[str], line: str | None) -> None:
    text = fault(*argv)

    assert "\n" not in text
    assert "--help" in text
    assert line in (None, text)


@pytest.mark.parametrize("count", ["0", "-1", "1000", "2.5", ""])
def test_a_limit_is_a_number_of_quotes(count: str) -> None:
    assert "is not a whole number from 1 to 999" in fault("ask", "Who?", f"--limit={count}")


def test_help_is_shown_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["--help"])

    assert caught.value.code == 0
    assert "Answers questions about transcripts in the speakers' own words." in capsys.readouterr().out
