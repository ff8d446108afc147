from __future__ import annotations

import io
import stat
from typing import TYPE_CHECKING, cast

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.terminal import session
from bot.terminal.page import Page
from tests.bot.records import SEKO_CAME
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Library

CTRL_C, CTRL_D, UP, ENTER = "\x03", "\x04", "\x1b[A", "\r"


def held(keys: str, data_dir: Path, library: ToldLibrary | None = None) -> str:
    """Hold a session with a person who presses keys, and return what it showed."""
    stream = io.StringIO()
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        keyboard.send_text(keys)
        session.run(cast("Library", library or ToldLibrary()), data_dir, Page(stream=stream))
    return stream.getvalue()


def test_a_session_says_what_is_searched_and_how_to_begin(tmp_path: Path) -> None:
    assert held(CTRL_D, tmp_path) == (
        "Verbatim · 1 transcript, 2 speakers\nAsk a question, or type /help. Ctrl-D leaves.\n\n"
    )


def test_a_question_is_answered_and_the_session_goes_on(tmp_path: Path) -> None:
    library = ToldLibrary()

    shown = held(f"Who came?{ENTER}/ask Who else? speaker: Lavrov{ENTER}{CTRL_D}", tmp_path, library)

    assert shown.count(f"“{SEKO_CAME}”") == 2
    assert library.calls == [("ask", "Who came?", None, None, 3), ("ask", "Who else?", "Lavrov", None, 3)]


def test_ctrl_c_begins_the_line_anew(tmp_path: Path) -> None:
    library = ToldLibrary()

    held(f"Who was n{CTRL_C}Who came?{ENTER}{CTRL_D}", tmp_path, library)

    assert library.calls == [("ask", "Who came?", None, None, 3)]


def test_quit_leaves(tmp_path: Path) -> None:
    library = ToldLibrary()

    held(f"/quit{ENTER}Who came?{ENTER}", tmp_path, library)

    assert library.calls == []


def test_what_was_typed_is_there_in_the_next_session(tmp_path: Path) -> None:
    library = ToldLibrary()

    held(f"Who came?{ENTER}{CTRL_D}", tmp_path)
    held(f"{UP}{ENTER}{CTRL_D}", tmp_path, library)

    assert library.calls == [("ask", "Who came?", None, None, 3)]


def test_what_was_typed_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    held(f"Who came?{ENTER}{CTRL_D}", tmp_path / "data")

    kept = tmp_path / "data" / "history"
    assert "Who came?" in kept.read_text(encoding="utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_where_nothing_can_be_kept_the_session_says_so_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")

    shown = held(f"Who came?{ENTER}{CTRL_D}", tmp_path / "data")

    assert "What you type is not kept for the next time: " in shown
    assert f"“{SEKO_CAME}”" in shown


@pytest.mark.parametrize("keys", ["🙂 漢字?", "caf\u00e9?"])
def test_whatever_can_be_typed_can_be_asked(keys: str, tmp_path: Path) -> None:
    library = ToldLibrary()

    held(f"{keys}{ENTER}{CTRL_D}", tmp_path, library)

    assert library.calls == [("ask", keys, None, None, 3)]
