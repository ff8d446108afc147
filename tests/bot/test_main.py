from __future__ import annotations

import io
import json
import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.__main__ import main
from bot.client import StartError
from bot.store import Store
from retrieval import EmptyQuestionError, Failure, Library
from tests.bot.records import SEKO_CAME, not_found
from tests.bot.terminal.fakes import Screen, ToldLibrary

if TYPE_CHECKING:
    from bot.config import Config

VARIABLES = ("DISCORD_TOKEN", "DEV_GUILD_ID", "TRANSCRIPTS", "DATA_DIR", "LOG_LEVEL", "NO_COLOR")
CHECKOUT_SEEDS = Path(__file__).parent.parent.parent / "seeds"
TO_DISCORD = (
    "DISCORD_TOKEN is not set, so this is the terminal; to answer on Discord, set it in .env (see README.md).\n"
)


class Shelf:
    """Stands in for opening a library.

    Attributes:
        library: What opening gives, or raises.
        roots: The folders that were opened last.
        replicas: How many processes were to answer beside this one.
    """

    def __init__(self) -> None:
        self.library: ToldLibrary | BaseException = ToldLibrary()
        self.roots: tuple[Path, ...] = ()
        self.replicas = 0

    def open(self, roots: tuple[Path, ...], *, cache: Path, progress: object, replicas: int) -> Any:  # noqa: ANN401 - no Library
        assert callable(progress)
        assert cache
        self.roots, self.replicas = roots, replicas
        if isinstance(self.library, BaseException):
            raise self.library
        return self.library


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    monkeypatch.setattr(Library, "open", shelf.open)
    return shelf


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Config]:
    """Stand in for Discord, and keep the configurations that it was started with."""
    served: list[Config] = []
    monkeypatch.setattr("bot.client.run", lambda config, _: served.append(config))
    return served


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Start from an empty folder, with nothing set and nothing typed."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path


@pytest.mark.usefixtures("shelf")
def test_a_question_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["ask", "Who came?"])

    shown = capsys.readouterr()
    assert code == 0
    assert shown.out.startswith(f"  “{SEKO_CAME}”\n")
    assert shown.err == ""


def test_a_refusal_has_its_own_exit_code(shelf: Shelf) -> None:
    shelf.library = ToldLibrary(answer=not_found())

    assert main(["ask", "Who came?"]) == 1


@pytest.mark.usefixtures("shelf")
def test_an_answer_can_be_had_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Who came?", "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["quotes"][0]["text"] == SEKO_CAME


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


@pytest.mark.usefixtures("shelf")
def test_a_configuration_that_is_wrong_is_a_line_for_each_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("DEV_GUILD_ID", "home")

    assert main(["ask", "Who came?"]) == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == ["DEV_GUILD_ID", "LOG_LEVEL"]


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


def test_transcripts_are_those_of_the_command_line_first(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCRIPTS", "mine")

    main(["--transcripts", "a", "--transcripts", "b", "transcripts"])

    assert shelf.roots == (Path("a"), Path("b"))


def test_then_those_of_the_environment(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCRIPTS", "mine")

    main(["transcripts"])

    assert shelf.roots == (Path("mine"),)


def test_then_seeds_in_the_working_directory(shelf: Shelf, folder: Path) -> None:
    (folder / "seeds").mkdir()

    main(["transcripts"])

    assert shelf.roots == (Path("seeds"),)


def test_then_the_seeds_of_the_checkout(shelf: Shelf) -> None:
    main(["transcripts"])

    assert shelf.roots == (CHECKOUT_SEEDS,)


def test_variables_are_read_from_a_file_too(shelf: Shelf, folder: Path) -> None:
    (folder / ".env").write_text("\ufeffTRANSCRIPTS=mine\nUNUSED\n", encoding="utf-8")

    main(["transcripts"])

    assert shelf.roots == (Path("mine"),)


def test_the_real_environment_wins_over_the_file(shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("TRANSCRIPTS=filed\n", encoding="utf-8")
    monkeypatch.setenv("TRANSCRIPTS", "real")

    main(["transcripts"])

    assert shelf.roots == (Path("real"),)


def test_a_file_in_another_encoding_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".env").write_text("TRANSCRIPTS=mine\n", encoding="utf-16")

    assert main(["transcripts"]) == 2
    assert capsys.readouterr().err == ".env is not UTF-8 text: save it again as UTF-8\n"


@pytest.mark.usefixtures("shelf")
def test_without_a_token_the_terminal_opens_and_says_how_to_reach_discord(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who came?\n/sing\n"))

    assert main([]) == 0
    shown = capsys.readouterr()
    assert f"“{SEKO_CAME}”" in shown.out
    assert "There is no command /sing" in shown.out
    assert shown.err == TO_DISCORD


@pytest.mark.usefixtures("shelf")
def test_the_terminal_asked_for_outright_says_nothing_of_discord(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "test-token")

    assert main(["terminal"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("shelf")
def test_on_a_terminal_a_session_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Path] = []
    monkeypatch.setattr("bot.terminal.session.run", lambda _, data_dir, __: held.append(data_dir))
    monkeypatch.setattr(sys, "stdin", Screen())
    monkeypatch.setattr(sys, "stdout", Screen())

    assert main(["terminal"]) == 0
    assert held == [Path("data")]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("argv", [[], ["discord"]])
def test_with_a_token_discord_is_started(
    argv: list[str], served: list[Config], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "test-token")
    monkeypatch.setenv("DEV_GUILD_ID", "42")

    assert main(argv) == 0
    assert [(config.token, config.dev_guild_id) for config in served] == [("test-token", 42)]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(("variables", "processes"), [({"ANSWERING_PROCESSES": "3"}, 3), ({}, 2)])
def test_as_many_processes_answer_on_discord_as_are_wanted_else_one_for_each_core(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], processes: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    for name, value in (variables | {"DISCORD_TOKEN": "test-token"}).items():
        monkeypatch.setenv(name, value)

    main(["discord"])

    assert shelf.replicas == processes
    assert isinstance(shelf.library, ToldLibrary)
    assert shelf.library.calls == [("close",)]


def test_a_question_in_the_shell_needs_no_other_process(shelf: Shelf) -> None:
    main(["ask", "Why?"])

    assert shelf.replicas == 0


@pytest.mark.usefixtures("shelf", "served")
def test_a_token_of_an_odd_form_is_tried_with_a_warning(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "test-token")

    main(["discord"])

    shown = capsys.readouterr().err
    assert shown.startswith("Trying all the same: DISCORD_TOKEN does not look like a bot's token")
    assert "test-token" not in shown
    assert shown.count("\n") == 1


@pytest.mark.usefixtures("shelf")
def test_discord_without_a_token_is_one_line(served: list[Config], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discord"]) == 2

    assert served == []
    assert capsys.readouterr().err == (
        "DISCORD_TOKEN is not set: copy .env.example to .env and put the bot's token there\n"
    )


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("code", [1, 2])
def test_a_start_that_fails_is_one_line_with_its_exit_code(
    code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object, __: object) -> None:
        message = "Discord refuses"
        raise StartError(message, code)

    monkeypatch.setattr("bot.client.run", refuse)
    monkeypatch.setenv("DISCORD_TOKEN", "test-token")

    assert main(["discord"]) == code
    assert capsys.readouterr().err.splitlines()[-1] == "Discord refuses"


def test_a_checkup_of_the_seeds_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0

    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "✓ configuration",
        "✓ token",
        "✓ transcripts",
        "✓ index",
        "✓ permissions",
    ]


def test_a_checkup_with_a_fault_has_its_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")

    assert main(["check"]) == 2
    assert capsys.readouterr().out.startswith("✗ configuration: LOG_LEVEL is no level of logging")


def test_a_transcript_is_shown_as_it_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.txt").write_text("Ann Lee: The sea is calm.\n\nBob Ray: Is it?", encoding="utf-8")

    code = main(["--transcripts", str(tmp_path), "show", "talk"])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "",
        "1. Ann Lee",
        "    The sea is calm.",
        "",
        "2. Bob Ray",
        "    Is it?",
    ]


def test_a_transcript_is_shown_to_programs_turn_by_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Ann Lee: The sea is calm.\n\nBob Ray: Is it?"
    (tmp_path / "talk.txt").write_text(text, encoding="utf-8")

    main(["--transcripts", str(tmp_path), "show", "talk", "--json"])

    turns = json.loads(capsys.readouterr().out)["turns"]
    assert [(turn["speaker"], turn["text"]) for turn in turns] == [
        ("Ann Lee", "The sea is calm."),
        ("Bob Ray", "Is it?"),
    ]
    assert all(turn["text"] == text[turn["start"] : turn["end"]] for turn in turns)


def test_a_transcript_that_is_not_there_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.txt").write_text("Ann Lee: The sea is calm.", encoding="utf-8")

    code = main(["--transcripts", str(tmp_path), "show", "lunch"])

    assert code == 2
    assert capsys.readouterr().err == "There is no transcript called “lunch”.\n"


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


def test_what_was_held_to_be_wrong_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    with Store.open(tmp_path) as store:
        store.remember_feedback("Who came?", "k3f9q-1gx-4m-q9zdx", "It was \x1b[31mAbe.")
        store.count_gaps(["Crimea", "Crimea"])

    code = main(["feedback"])

    shown = capsys.readouterr().out
    assert code == 0
    assert re.search(r"1 +Who came\? +k3f9q-1gx-4m-q9zdx +It was .*Abe\.", shown)
    assert re.search(r"2 +crimea", shown)
    assert "\x1b[31m" not in shown


def test_where_nothing_was_held_to_be_wrong_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    assert main(["feedback"]) == 0
    assert capsys.readouterr().out.startswith("Nobody on Discord has held anything to be wrong")


def test_a_store_that_cannot_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))

    assert main(["feedback"]) == 2
    assert "cannot be used" in capsys.readouterr().err


def test_previews_are_written_and_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "--out", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == (
        f"23 cards written to {tmp_path / 'out'}; open {tmp_path / 'out' / 'index.html'}.\n"
    )


def test_pictures_without_chromium_are_a_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert main(["preview", "--png", "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith("no Chromium is on the PATH")


def test_asking_for_health_without_a_port_is_a_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEALTH_PORT", raising=False)

    assert main(["health"]) == 2
    assert capsys.readouterr().err.startswith("HEALTH_PORT is not set")
