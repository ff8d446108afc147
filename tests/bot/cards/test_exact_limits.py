"""Each card that can grow, at exactly what one message holds, and one character over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from discord import ui

from bot.cards import Audience, answer_card, citation_card, judged_card
from bot.cards.chance import random_card
from bot.cards.forms import question_form
from bot.cards.holdings import speakers_card, transcripts_card
from bot.cards.limits import MOST_COMPONENTS, MOST_TEXT, size
from bot.cards.menus import menu
from bot.cards.paging import page_of
from bot.cards.timeline import timeline_card
from retrieval import Cited, Listed, Match, Share, Speaker, Timeline
from tests.bot.cards.reading import lines
from tests.bot.records import INTERVIEW, LAVROV, SEARCHED, found, header_of, not_found, said_by, verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards import Card

FOR_ONE = Audience(asker=2**64 - 1, private=True)


def timeline_of(words: str) -> Timeline:
    return Timeline(
        words="w",
        total=1,
        counts=(),
        undated=0,
        quotes=(said_by(LAVROV, words),),
        first=0,
        shown=1,
        unknown=(),
        searched=SEARCHED,
    )


OF_ONE_QUOTE: dict[str, Callable[[str], Card]] = {
    "answer": lambda words: answer_card(found(said_by(LAVROV, words)), FOR_ONE),
    "refusal": lambda words: answer_card(not_found(said_by(LAVROV, words)), FOR_ONE),
    "random": lambda words: random_card(said_by(LAVROV, words), None, FOR_ONE),
    "citation": lambda words: citation_card(
        Cited(id="seko-5f3a", kind="unchanged", quote=said_by(LAVROV, words)), FOR_ONE
    ),
    "verdict": lambda words: judged_card(verdict("exact", Match(quote=said_by(LAVROV, words))), FOR_ONE),
    "timeline": lambda words: timeline_card(timeline_of(words), None, FOR_ONE),
}


def shows(card: Card, words: str) -> bool:
    return any(words in line for line in lines(card))


@pytest.mark.parametrize("made", OF_ONE_QUOTE.values(), ids=OF_ONE_QUOTE)
def test_a_quote_that_fills_a_message_exactly_is_shown_whole_and_one_character_more_is_not(
    made: Callable[[str], Card],
) -> None:
    shown = made("w" * 300)
    room = MOST_TEXT - size(shown.children).text

    full, over = made("w" * (300 + room)), made("w" * (301 + room))

    assert size(full.children).text == MOST_TEXT
    assert shows(full, "w" * (300 + room))
    assert size(over.children).fits
    assert not shows(over, "w" * (301 + room))


def listed(titles: list[str]) -> Card:
    headers = [replace(header_of(INTERVIEW), id=str(number), title=title) for number, title in enumerate(titles)]
    page = page_of([Listed(transcript=header, speakers=("*" * 20,) * 5) for header in headers], 0, len(titles))
    return transcripts_card(page, "", FOR_ONE)


def told(names: list[str]) -> Card:
    shares = [
        Share(
            speaker=Speaker(name=name, label="x", title="*" * 100),
            transcripts=1,
            turns=1,
            words=1,
            part=0.5,
            asks=False,
        )
        for name in names
    ]
    return speakers_card(page_of(shares, 0, len(shares)), FOR_ONE)


@pytest.mark.parametrize("made", [listed, told])
def test_a_list_that_fills_a_message_exactly_is_shown_whole_and_one_character_more_leaves_an_entry_out(
    made: Callable[[list[str]], Card],
) -> None:
    names = ["n"]
    while MOST_TEXT - size(made([*names, "n"]).children).text > 0 and not shows(made([*names, "n"]), "more"):
        names.append("n")
    room = MOST_TEXT - size(made(names).children).text
    longer = [f"n{'n' * min(100, max(0, room - 100 * place))}" for place in range(len(names))]

    full, over = made(longer), made([*longer[:-1], f"{longer[-1]}n"])

    assert size(full.children).text == MOST_TEXT
    assert not shows(full, "1 more")
    assert size(over.children).fits
    assert shows(over, "1 more")


def test_no_card_of_quotes_comes_near_forty_components() -> None:
    three = judged_card(verdict("exact", *[Match(quote=said_by(LAVROV, "w"))] * 9), FOR_ONE)

    assert size(three.children).components < MOST_COMPONENTS


def test_a_menu_has_twenty_five_options_of_a_hundred_characters() -> None:
    options = [(f"{number:03}{'n' * 97}", f"{number:03}{'a' * 98}", str(number)) for number in range(26)]

    (row,) = menu("choose", placeholder="p" * 151, options=options)

    (select,) = row.children
    assert isinstance(select, ui.Select)
    assert [option.value for option in select.options] == [str(number) for number in range(25)]
    assert select.options[0].label == f"000{'n' * 97}"
    assert select.options[0].description == f"000{'a' * 96}…"
    assert select.placeholder == f"{'p' * 149}…"


@pytest.mark.parametrize(("title", "shown"), [("t" * 45, "t" * 45), ("t" * 46, f"{'t' * 44}…")])
def test_a_form_has_a_title_of_forty_five_characters(title: str, shown: str) -> None:
    assert question_form("asked", title=title, label="l").title == shown
