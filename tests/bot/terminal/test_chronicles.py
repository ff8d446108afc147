from __future__ import annotations

from datetime import date

from bot.terminal.blocks import BLANK, Paragraph
from bot.terminal.chronicles import timeline
from retrieval import Timeline, UnknownWord
from tests.bot.records import SEARCHED, SEKO


def told(*, total: int = 4, unknown: tuple[UnknownWord, ...] = ()) -> Timeline:
    return Timeline(
        words="Seko",
        total=total,
        counts=((date(2017, 1, 17), 1), (date(2017, 2, 20), 2)) if total else (),
        undated=1,
        quotes=(SEKO,) if total else (),
        first=0,
        shown=1,
        unknown=unknown,
        searched=SEARCHED,
    )


def test_bars_stand_above_the_quotes_and_what_is_left_is_counted() -> None:
    heading, _, january, february, _, quote, *_, rest = timeline(told(), "Lavrov")

    assert heading == Paragraph(
        text="“Seko” in 4 passages by Lavrov, the oldest first, 1 of them of unknown date", style="heading"
    )
    assert (january, february) == (
        Paragraph(text="2017-01 ████████ 1", indent=2),
        Paragraph(text="2017-02 ████████████████ 2", indent=2),
    )
    assert quote == Paragraph(text=f"“{SEKO.text}”", style="quote", indent=2)
    assert rest == Paragraph(text="3 more passages: raise the limit to see them.", style="detail")


def test_what_nobody_speaks_of_is_said_with_what_resembles_it() -> None:
    nothing, searched = timeline(told(total=0, unknown=(UnknownWord(word="Sekko", closest=("Seko",)),)))

    assert nothing == Paragraph(
        text="Nobody speaks of “Seko” in these transcripts. Words that are spoken and resemble it: “Seko”.",
        style="refusal",
    )
    assert searched != BLANK
