from __future__ import annotations

import dataclasses

from discord import ui

from bot.cards import Audience, Card, judged_card
from bot.cards.limits import size
from retrieval import Match
from tests.bot.records import LAVROV, SEKO, said_by, verdict

FOR_ALL = Audience(asker=7, private=False)


def labels(card: Card) -> list[str | None]:
    return [item.label for item in card.walk_children() if isinstance(item, ui.Button)]


def places(count: int, words: str = "Seko came.") -> list[Match]:
    said = said_by(LAVROV, words)
    return [Match(quote=dataclasses.replace(said, id=f"q{number}")) for number in range(count)]


def test_one_place_has_its_context() -> None:
    assert labels(judged_card(verdict("exact", *places(1)), FOR_ALL)) == ["Context", "This is wrong"]


def test_many_places_come_three_at_a_time_with_their_contexts() -> None:
    card = judged_card(verdict("exact", *places(5)), FOR_ALL, start=3)

    assert labels(card) == ["Places before", "Places after", "Context 4", "Context 5", "This is wrong"]


def test_a_start_beyond_the_last_place_is_the_first() -> None:
    assert labels(judged_card(verdict("exact", *places(2)), FOR_ALL, start=9))[:2] == ["Context 1", "Context 2"]


def test_what_nobody_said_has_the_context_of_what_comes_nearest() -> None:
    nothing = dataclasses.replace(verdict("not_found"), nearest=(SEKO,))

    assert labels(judged_card(nothing, Audience(asker=7, private=True))) == ["Context", "This is wrong", "Show to all"]


def test_a_name_too_long_for_a_button_has_no_pages() -> None:
    card = judged_card(verdict("exact", *places(5)), FOR_ALL, speaker="N" * 71)

    assert labels(card) == ["Context 1", "Context 2", "Context 3", "This is wrong"]


def test_a_quotation_that_is_not_repeated_has_no_pages_either() -> None:
    card = judged_card(verdict("exact", *places(5), quotation="word " * 150), FOR_ALL)

    assert labels(card) == ["Context 1", "Context 2", "Context 3", "This is wrong"]


def test_it_fits_however_long_the_places_are() -> None:
    for length in (10, 100, 500, 30_000):
        card = judged_card(verdict("exact", *places(5, "word " * length), quotation="*" * 600), FOR_ALL)

        assert size(card.children).fits
