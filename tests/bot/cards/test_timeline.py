from __future__ import annotations

from datetime import date

import pytest

from bot.cards.audience import Audience
from bot.cards.timeline import timeline_card
from bot.languages import language_of
from retrieval import Timeline
from tests.bot.cards.reading import lines
from tests.bot.records import SEARCHED, SEKO


def page(total: int, shown: int) -> Timeline:
    """Return a first page on which one quote stands for so many passages."""
    return Timeline(
        words="Seko",
        total=total,
        counts=((date(2017, 1, 17), total),),
        undated=0,
        quotes=(SEKO,),
        first=0,
        shown=shown,
        unknown=(),
        searched=SEARCHED,
    )


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (page(total=1, shown=1), "-# In 1 passage"),
        (page(total=3, shown=3), "-# In 3 passages · 3 of them here, in 1 quote · oldest first"),
        (page(total=5, shown=3), "-# In 5 passages · 3 of them here, in 1 quote · oldest first · page 1 of 2"),
    ],
)
def test_a_card_says_of_how_many_passages_its_fewer_quotes_are(found: Timeline, line: str) -> None:
    assert lines(timeline_card(found, None, Audience(asker=1, private=False)))[1] == line


def test_it_says_so_in_japanese() -> None:
    audience = Audience(asker=1, private=False, language=language_of("ja"))

    assert "3か所 · うち3か所をここに、引用1件で · " in lines(timeline_card(page(total=3, shown=3), None, audience))[1]
