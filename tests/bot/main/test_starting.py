from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.client import StartError
from tests.bot.records import SEKO_CAME
from tests.bot.terminal.fakes import Screen, ToldLibrary

if TYPE_CHECKING:
    from bot.config import Config
    from tests.bot.main.shelf import Shelf

TO_DISCORD = (
    "DISCORD_TOKEN is not set, so this is the terminal; to answer on Discord, set it in .env (see README.md).\n"
)


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
