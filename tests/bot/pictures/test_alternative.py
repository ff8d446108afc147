from __future__ import annotations

from bot.pictures import alternative_text
from tests.bot.records import LAVROV, said_by


def test_it_is_the_quote_with_whose_it_is() -> None:
    assert alternative_text(said_by(LAVROV, "We are\nready.")) == (
        "“We are ready.” — Sergey Lavrov, Foreign Minister. Answer to media questions, Moscow, 17 January 2017."
    )


def test_a_long_quote_is_never_cut_but_described() -> None:
    assert alternative_text(said_by(LAVROV, "word " * 250)) == (
        "A quote of 250 words, too long to repeat here, by Sergey Lavrov, Foreign Minister. "
        "Answer to media questions, Moscow, 17 January 2017."
    )


def test_it_always_fits() -> None:
    for length in range(900, 1100):
        assert len(alternative_text(said_by(LAVROV, "x" * length))) <= 1024


def test_nobody_is_named_where_the_transcript_names_nobody() -> None:
    assert "— Speaker not named in the transcript." in alternative_text(said_by(None, "We are ready."))
