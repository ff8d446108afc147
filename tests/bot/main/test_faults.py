from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from retrieval import EmptyQuestionError, Failure
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.main.shelf import Shelf


def test_a_request_that_cannot_be_answered_is_one_sentence(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.library = ToldLibrary(answer=EmptyQuestionError("the question holds no word"))

    assert main(["ask", "…"]) == 2
    assert capsys.readouterr() == ("", "The question holds no word.\n")


@pytest.mark.usefixtures("shelf")
def test_a_command_line_that_is_wrong_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask"]) == 2

    assert capsys.readouterr() == (
        "",
        "the following arguments are required: QUESTION; see python -m bot ask --help\n",
    )


def test_a_missing_folder_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--transcripts", "nowhere", "ask", "Who came?"]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "nowhere" in shown.err
    assert shown.err.count("\n") == 1


def test_a_fault_of_the_disk_is_one_line(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.library = PermissionError(13, "Permission denied", "seeds")

    assert main(["transcripts"]) == 2
    assert capsys.readouterr().err == "Permission denied: seeds\n"


def test_a_fault_of_the_program_is_one_line_that_gives_nothing_away(
    shelf: Shelf, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    shelf.library = KeyError("a secret")
    caplog.set_level(logging.DEBUG)

    assert main(["transcripts"]) == 70
    assert capsys.readouterr().err == (
        "Verbatim failed (KeyError): please report it with what LOG_LEVEL=DEBUG shows.\n"
    )
    assert caplog.records[-1].exc_info is not None


def test_ctrl_c_is_no_fault(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.library = KeyboardInterrupt()

    assert main(["transcripts"]) == 130
    assert capsys.readouterr() == ("", "")


def test_nothing_in_a_fault_reaches_the_terminal_as_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--transcripts", "\x1b[2J\nnowhere", "transcripts"])

    shown = capsys.readouterr().err
    assert "␛[2J nowhere" in shown
    assert shown.count("\n") == 1


def test_files_that_failed_are_mentioned_beside_the_answer(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.library = ToldLibrary(failures=(Failure(source="a.srt", line=1, reason="broken"),))

    assert main(["ask", "Who came?"]) == 0
    assert capsys.readouterr().err == "1 file could not be read; python -m bot transcripts says why.\n"


def test_the_list_of_transcripts_tells_of_failures_by_itself(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.library = ToldLibrary(transcripts=(), failures=(Failure(source="a.srt", line=1, reason="broken"),))

    assert main(["transcripts"]) == 0
    assert capsys.readouterr() == ("1 file could not be read:\n  a.srt:1: broken\n", "")


@pytest.mark.parametrize("command", [["ask", "Who?"], ["terminal"]])
def test_without_a_single_transcript_nothing_starts(
    command: list[str], shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf.library = ToldLibrary(transcripts=(), failures=(Failure(source="a.srt", line=1, reason="broken"),))

    assert main(command) == 2
    assert capsys.readouterr() == ("", "No transcript could be read; a.srt: broken.\n")


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 2)])
def test_a_file_that_cannot_be_read_is_a_fault_when_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int
) -> None:
    (tmp_path / "talk.txt").write_text("Ann Lee: The sea is calm.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")

    assert main(["--transcripts", str(tmp_path), "transcripts", *options]) == code
    assert "empty.txt" in capsys.readouterr().out


def test_when_nothing_can_be_read_the_line_names_the_file_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    code = main(["--transcripts", str(tmp_path), "ask", "Is the sea calm?"])

    assert code == 2
    assert re.fullmatch(r"No transcript could be read; empty\.txt: .+\n", capsys.readouterr().err)
