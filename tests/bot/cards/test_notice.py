from __future__ import annotations

from bot.cards import notice_card
from bot.cards.limits import size
from tests.bot.cards.reading import lines


def test_a_notice_is_one_escaped_sentence() -> None:
    card = notice_card("Nobody called “@everyone”\nspeaks *here*.")

    assert lines(card) == [r"Nobody called “\@everyone” speaks \*here\*."]


def test_a_notice_always_fits() -> None:
    assert size(notice_card("*" * 50_000).children).fits
