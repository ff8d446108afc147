from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main

if TYPE_CHECKING:
    from tests.bot.main.shelf import Shelf

CHECKOUT_SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.usefixtures("shelf")
def test_a_configuration_that_is_wrong_is_a_line_for_each_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("DEV_GUILD_ID", "home")

    assert main(["ask", "Who came?"]) == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == ["DEV_GUILD_ID", "LOG_LEVEL"]


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
