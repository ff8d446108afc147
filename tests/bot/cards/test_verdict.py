from __future__ import annotations

import dataclasses

import pytest

from bot.cards import verdict_card
from bot.cards.limits import size
from retrieval import Difference, Match, Span
from tests.bot.cards.reading import containers, lines
from tests.bot.records import LAVROV, SEKO, said_by, verdict


def test_an_exact_quotation_is_shown_where_it_stands() -> None:
    card = verdict_card(verdict("exact", Match(quote=SEKO), quotation="Hiroshige Seko visited Moscow."))

    assert lines(card) == [
        "-# “Hiroshige Seko visited Moscow.”",
        "**Yes, word for word: Sergey Lavrov said this.**",
        "> Hiroshige Seko visited Moscow. He began to discuss this issue.",
        "**Sergey Lavrov, Foreign Minister**",
        "-# Answer to media questions, Moscow, 17 January 2017 · turn 2 of 2",
        "-# Quote seko-5f3a",
        "-# Searched: 1 transcript (17 January 2017), 7 passages.",
    ]


def test_what_a_quotation_changes_is_listed_at_its_place() -> None:
    changes = (Difference(kind="number", claimed="60", said="70"), Difference(kind="negation", claimed="", said="not"))

    card = verdict_card(verdict("differs", Match(quote=SEKO, differences=changes)))

    assert lines(card)[1] == "**Not in these words: what Sergey Lavrov said differs in a number and a negation.**"
    assert lines(card)[5:7] == [
        "- Number: “60” in the quotation, “70” in the transcript.",
        "- Negation left out: “not”.",
    ]


def test_what_differs_is_bold_and_underlined_on_both_sides() -> None:
    start = SEKO.span.start + len("Hiroshige ")
    change = Difference(
        kind="name",
        claimed="Sa_ki",
        said="Seko",
        claimed_span=Span(start=0, end=5),
        said_span=Span(start=start, end=start + 4),
    )

    card = verdict_card(verdict("differs", Match(quote=SEKO, differences=(change,)), quotation="Sa_ki came"))

    assert lines(card)[2] == "> Hiroshige __**Seko**__ visited Moscow. He began to discuss this issue."
    assert lines(card)[5] == "Quoted: “__**Sa\\_ki**__ came”"


def test_what_is_nearest_is_said_not_to_be_it() -> None:
    card = verdict_card(verdict("not_found", nearest=(SEKO,)))

    assert lines(card)[2:4] == [
        "The nearest passage, which is not it:",
        "> Hiroshige Seko visited Moscow. He began to discuss this issue.",
    ]


def test_words_of_somebody_else_are_given_to_that_person() -> None:
    card = verdict_card(verdict("other_speaker", Match(quote=SEKO)), claimed_speaker="Putin")

    assert lines(card)[1] == "**“Putin” did not say this in these transcripts; Sergey Lavrov did.**"


def test_a_quotation_that_nobody_said_has_no_place_and_a_way_to_go_on() -> None:
    card = verdict_card(verdict("not_found"))

    assert lines(card) == [
        "-# “Seko came to Moscow”",
        "**Nobody said this in these transcripts.**",
        "-# Searched: 1 transcript (17 January 2017), 7 passages.",
        "-# To find what was said, use /ask.",
    ]


def test_a_long_quotation_is_not_repeated() -> None:
    card = verdict_card(verdict("not_found", quotation="word " * 150))

    assert lines(card)[0] == "**Nobody said this in these transcripts.**"


def test_places_come_three_at_a_time() -> None:
    places = [Match(quote=dataclasses.replace(SEKO, id=f"q{number}")) for number in range(5)]

    card = verdict_card(verdict("exact", *places), start=3)

    assert [line for line in lines(card) if "Quote" in line] == ["-# Quote q3", "-# Quote q4"]


def test_places_without_room_are_counted() -> None:
    places = [Match(quote=said_by(LAVROV, f"{number} " + "word " * 500)) for number in range(3)]

    card = verdict_card(verdict("exact", *places))

    assert len(containers(card)) == 1
    assert lines(card)[-2] == "-# No room here for 2 more places."


@pytest.mark.parametrize("length", [10, 1000, 3000, 30_000])
def test_differences_of_any_length_fit_or_are_said_to_have_no_room(length: int) -> None:
    change = Difference(kind="word", claimed="c" * length, said="s" * length)

    card = verdict_card(verdict("differs", Match(quote=said_by(LAVROV, "Words."), differences=(change,))))

    assert size(card.children).fits
    given = any("in the quotation" in line for line in lines(card))
    assert given is not ("-# What else belongs to this quote has no room here." in lines(card))
