from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.blocks import Paragraph, Table
from bot.terminal.harmless import harmless
from bot.terminal.page import Page
from tests.bot.terminal.fakes import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = "I think the most important result of the visit was a very clear, unambiguous confirmation of mutual intent."
TABLE = Table(headings=("Title", "Words"), rows=(("Answer", "444"), ("日本", "7")), numbers=frozenset({"Words"}))


def on_screen(*blocks: Paragraph | Table, colour: bool = False) -> str:
    stream = Screen()
    Page(stream=stream, colour=colour).write(*blocks)
    return stream.getvalue()


def in_pipe(*blocks: Paragraph | Table) -> str:
    stream = io.StringIO()
    Page(stream=stream).write(*blocks)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_pipe_gets_a_paragraph_unwrapped_and_without_colour() -> None:
    assert in_pipe(Paragraph(text=LONG, style="quote", indent=2)) == f"  {LONG}\n"


def test_a_screen_gets_lines_that_fit_and_keep_their_indent() -> None:
    assert on_screen(Paragraph(text=LONG, style="quote", indent=2)).splitlines() == [
        "  I think the most important result of",
        "  the visit was a very clear,",
        "  unambiguous confirmation of mutual",
        "  intent.",
    ]


def test_lines_never_grow_too_long_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")

    assert max(map(len, on_screen(Paragraph(text=LONG * 3)).splitlines())) <= 88


def test_a_screen_gets_colour() -> None:
    assert on_screen(Paragraph(text="Yes.", style="quote"), colour=True) == "\x1b[1mYes.\x1b[0m\n"


def test_where_colour_is_not_wanted_no_escape_sequence_is_written() -> None:
    assert on_screen(Paragraph(text="Yes.", style="quote"), colour=False) == "Yes.\n"


def test_a_dumb_terminal_gets_no_escape_sequence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    assert on_screen(Paragraph(text="Yes.", style="quote"), colour=True) == "Yes.\n"


def test_wide_characters_count_twice() -> None:
    assert on_screen(Paragraph(text="漢" * 30)).splitlines() == ["漢" * 20, "漢" * 10]


def test_line_breaks_in_a_paragraph_are_kept() -> None:
    assert on_screen(Paragraph(text="one\n\ntwo", indent=1)) == " one\n\n two\n"


def test_markup_is_only_text() -> None:
    text = "[bold]not[/bold] :smile: [link=https://example.org]x[/link]"

    assert on_screen(Paragraph(text=text), colour=True).replace("\n", " ").strip() == text


@pytest.mark.parametrize("show", [on_screen, in_pipe])
def test_an_escape_sequence_in_a_transcript_has_no_effect(show: Callable[[Paragraph], str]) -> None:
    assert show(Paragraph(text="stop\x1b[2J")) == "stop␛[2J\n"


@given(st.text(), st.integers(min_value=0, max_value=8), st.integers(min_value=12, max_value=100))
def test_wrapping_never_changes_a_word(text: str, indent: int, columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        shown = on_screen(Paragraph(text=text, indent=indent))

    assert "".join(shown.split()) == "".join(harmless(text).split())


def test_a_pipe_gets_a_table_with_aligned_columns() -> None:
    assert in_pipe(TABLE) == " Title    Words\n ──────────────\n Answer     444\n 日本         7\n"


def test_a_screen_gets_a_table_that_fits() -> None:
    table = Table(headings=("Title", "Words"), rows=((LONG, "17"),))

    assert max(map(len, on_screen(table).splitlines())) <= 40


def test_markup_in_a_table_is_only_text() -> None:
    assert "[red]x[/red]" in in_pipe(Table(headings=("Title",), rows=(("[red]x[/red]",),)))


def test_what_was_written_is_out_before_the_next_line_is_read() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8")

    Page(stream=stream).write(Paragraph(text="Yes."))

    assert raw.getvalue() == b"Yes.\n"
