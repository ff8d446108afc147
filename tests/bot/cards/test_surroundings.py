from __future__ import annotations

from dataclasses import replace

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Audience, Card
from bot.cards.escaping import visible
from bot.cards.limits import size
from bot.cards.surroundings import View, surroundings_card
from retrieval import Quote, Span, Speaker, Transcript
from tests.bot.cards.discord_markdown import bold, shown, without_bold
from tests.bot.cards.reading import lines
from tests.bot.records import INTERVIEW, LAVROV, QUESTION, SEKO, quote_of, transcript_of

FOR_ONE = Audience(asker=2**64 - 1, private=True)
HOSTILE = "@everyone <@1>\n# Heading\n1. [a](javascript:b) ||x|| \u202e"
LONGEST_ID = "zzzzz-zzzzzzzzz-zzzzzzzzz-zzzzz"
words = st.text(max_size=20).map("w{}".format) | st.sampled_from([HOSTILE, "word " * 400, "*" * 3000, "言葉。" * 1000])
speakers = st.sampled_from([QUESTION, LAVROV, None, Speaker(name=HOSTILE * 9, label="X")])


def steps(card: Card) -> dict[str, tuple[str, bool]]:
    """Read what the buttons hold, and whether they can be pressed, by label."""
    buttons = [item for item in card.walk_children() if isinstance(item, ui.Button)]
    return {button.label or "": (button.custom_id or "", not button.disabled) for button in buttons}


def read(card: Card) -> list[str]:
    """Read the words of a card, as a person does."""
    return " ".join(shown(without_bold(line[2:])) for line in lines(card) if line.startswith("> ")).split()


def test_a_card_names_the_transcript_the_speakers_and_where_the_quote_is() -> None:
    card = surroundings_card(SEKO, FOR_ONE, action="context", state="")

    assert lines(card) == [
        "**Answer to media questions, Moscow, 17 January 2017**",
        "-# Around quote seko-5f3a",
        "**Questioner**",
        "> Who visited Moscow after the trip?",
        "**Sergey Lavrov** · the quote is here",
        "> Hiroshige Seko visited Moscow. He began to discuss this issue.",
    ]


def test_where_nothing_more_was_said_there_is_nowhere_to_go() -> None:
    card = surroundings_card(SEKO, FOR_ONE, action="context", state="")

    assert list(steps(card)) == ["Show to all"]


def test_a_long_turn_comes_in_parts_that_are_counted() -> None:
    talk = transcript_of((LAVROV, "word " * 1000))

    card = surroundings_card(quote_of(talk, 0), FOR_ONE, action="context", state="")

    assert lines(card)[2] == "**Sergey Lavrov** · Part 1 of 3 · the quote is here"


def test_an_exchange_ends_where_somebody_asks_again() -> None:
    talk = transcript_of(
        (QUESTION, "First?"), (LAVROV, "Yes."), (None, "Hear, hear."), (QUESTION, "Second?"), (LAVROV, "No.")
    )

    card = surroundings_card(quote_of(talk, 1, asked=0), FOR_ONE, action="exchange", state="")

    assert read(card) == ["First?", "Yes.", "Hear,", "hear."]


def sentence_of(talk: Transcript, turn: int, start: int, end: int) -> Quote:
    """Quote some of the characters of a turn."""
    whole = quote_of(talk, turn)
    span = Span(start=whole.span.start + start, end=whole.span.start + end)
    return replace(whole, span=span, text=talk.slice(span))


@given(st.text(max_size=40).map("w{}w".format), st.sampled_from(["word " * 100, "*a* " * 100, "# b\n\n" * 100]))
def test_in_a_long_turn_the_quote_stands_out_and_no_word_changes(said: str, around: str) -> None:
    talk = transcript_of((LAVROV, f"{around}{said} {around}"))

    card = surroundings_card(
        sentence_of(talk, 0, len(around), len(around) + len(said)), FOR_ONE, action="context", state=""
    )

    marked = [part for line in lines(card) if line.startswith("> ") for part in bold(line[2:])]
    turn = visible(talk.slice(talk.turns[0].span)).split()
    assert " ".join(marked).split() == visible(said).split()
    assert "".join(read(card)) in "".join(turn)


def test_in_a_short_turn_nothing_stands_out() -> None:
    talk = transcript_of((LAVROV, "It is so. We agreed on that."))

    card = surroundings_card(sentence_of(talk, 0, 0, 9), FOR_ONE, action="context", state="")

    assert lines(card)[-1] == "> It is so. We agreed on that."


def test_a_view_beyond_the_end_shows_the_quote_again() -> None:
    card = surroundings_card(SEKO, FOR_ONE, action="context", state=">9.0")

    assert "the quote is here" in lines(card)[-2]


@pytest.mark.parametrize("state", ["1.0", ">1", ">1.x", "=1.0", ">1.0.0"])
def test_anything_else_is_no_view(state: str) -> None:
    with pytest.raises(ValueError, match="no view"):
        View.read(state)


@given(st.lists(st.tuples(speakers, words), min_size=1, max_size=9), st.data())
def test_every_card_fits_and_reading_on_reads_every_word_once(
    turns: list[tuple[Speaker | None, str]], data: st.DataObject
) -> None:
    talk = transcript_of(*turns)
    quote = quote_of(talk, data.draw(st.integers(0, len(turns) - 1)), ident=LONGEST_ID)

    cards = [surroundings_card(quote, FOR_ONE, action="context", state=">0.0")]
    while steps(cards[-1]).get("Later", ("", False))[1]:
        _, _, _, state = steps(cards[-1])["Later"][0].split(":")
        cards.append(surroundings_card(quote, FOR_ONE, action="context", state=state))

    said = " ".join(visible(talk.slice(turn.span)) for turn in talk.turns)
    assert "".join(word for card in cards for word in read(card)) == "".join(said.split())
    assert all(size(card.children).fits for card in cards)


@given(st.lists(st.tuples(speakers, words), min_size=1, max_size=9), st.data())
def test_the_card_around_a_quote_fits_and_shows_where_it_begins(
    turns: list[tuple[Speaker | None, str]], data: st.DataObject
) -> None:
    talk = transcript_of(*turns)
    quote = quote_of(talk, data.draw(st.integers(0, len(turns) - 1)), ident=LONGEST_ID)

    card = surroundings_card(quote, FOR_ONE, action="context", state="")

    assert [line for line in lines(card) if line.endswith("the quote is here")] != []
    assert size(card.children).fits


def test_what_is_asked_of_an_interview_stays_in_it() -> None:
    assert (
        read(surroundings_card(SEKO, FOR_ONE, action="exchange", state="<1.0"))
        == INTERVIEW.slice(INTERVIEW.turns[0].span).split()
    )
