from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.harmless import harmless, one_line

BIDIRECTIONAL = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
INERT = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=BIDIRECTIONAL)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("bell\x07 back\x08 return\r null\x00", "bell␇ back␈ return␍ null␀"),
        ("delete\x7f", "delete␡"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("\u202edesrever\u202c", "⟨U+202E⟩desrever⟨U+202C⟩"),
        ("\u2066isolated\u2069", "⟨U+2066⟩isolated⟨U+2069⟩"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("\udce9", "⟨U+DCE9⟩"),
    ],
)
def test_what_would_act_on_a_terminal_is_shown_instead(hostile: str, shown: str) -> None:
    assert harmless(hostile) == shown


@given(st.text(INERT))
def test_every_other_character_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_line_breaks_and_tabs_stay() -> None:
    assert harmless("one\n\ttwo") == "one\n\ttwo"


@given(st.text())
def test_no_control_character_is_left_and_all_can_be_encoded(text: str) -> None:
    shown = harmless(text).encode().decode()

    assert {character for character in shown if unicodedata.category(character) == "Cc"} <= {"\n", "\t"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
