from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from bot.terminal.progress import reading
from tests.bot.terminal.fakes import Screen

if TYPE_CHECKING:
    from collections.abc import Callable


def clock_of(*seconds: float) -> Callable[[], float]:
    times = iter(seconds)
    return lambda: next(times)


def drawn(stream: io.StringIO, *seconds: float, name: str = "a.txt") -> str:
    with reading(stream, colour=False, clock=clock_of(0, *seconds)) as report:
        for number, _ in enumerate(seconds):
            report(number, len(seconds), name)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def test_reading_that_is_soon_done_draws_nothing() -> None:
    assert drawn(Screen(), 0.1, 0.2, 0.5) == ""


def test_reading_that_takes_a_while_draws_a_bar() -> None:
    shown = drawn(Screen(), 0.1, 0.6)

    assert "Reading transcripts" in shown
    assert "1 of 2  a.txt" in shown


def test_the_bar_stays_while_the_index_is_joined() -> None:
    stream = Screen()

    with reading(stream, colour=False, clock=clock_of(0, 1, 2)) as report:
        report(0, 2, "a.txt")
        report(2, 2, "the index")

    assert "2 of 2  the index" in stream.getvalue()


def test_the_bar_is_taken_away_at_the_end() -> None:
    assert drawn(Screen(), 0.6).endswith("\x1b[2K")


def test_a_pipe_gets_no_bar() -> None:
    assert drawn(io.StringIO(), 10, 20) == ""


def test_the_name_of_a_file_is_only_text() -> None:
    assert "[red]x␛[/red]" in drawn(Screen(), 1, name="[red]x\x1b[/red]")


def test_reading_that_is_broken_off_leaves_no_bar() -> None:
    stream = Screen()

    def break_off() -> None:
        with reading(stream, clock=clock_of(0, 1)) as report:
            report(0, 9, "a.txt")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    assert stream.getvalue().endswith("\x1b[2K")
