from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.store import Store
from tests.bot.records import SEKO_CAME, not_found
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.main.shelf import Shelf


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
