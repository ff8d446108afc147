from __future__ import annotations

from typing import TYPE_CHECKING

from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import answer_card
from bot.cards.escaping import visible
from bot.cards.limits import size
from bot.wording import refusal
from retrieval import Found, Speaker, UnknownWord
from tests.bot.cards.discord_markdown import shown
from tests.bot.cards.reading import containers, lines
from tests.bot.records import LAVROV, QUESTION, SEKO, found, not_found, quote_of, said_by, transcript_of

if TYPE_CHECKING:
    from bot.cards import Card

HOSTILE = "@everyone <@1>\n# Heading\n1. [a](javascript:b) https://e.vil ||x|| \u202e"
words = st.text(max_size=30) | st.sampled_from(["*", "# a", "1. b", "http://c", HOSTILE])


@st.composite
def answers(draw: st.DrawFn) -> Found:
    long = st.integers(0, 5000).map("word ".__mul__)
    quotes = []
    for number in range(draw(st.integers(1, 6))):
        speaker = draw(st.none() | st.builds(Speaker, name=words, label=words, title=st.none() | words))
        turns = (QUESTION, draw(words | long)), (speaker, "said " + draw(words | long))
        transcript = transcript_of(*turns, title=draw(words), place=draw(st.none() | words))
        quotes.append(quote_of(transcript, 1, asked=draw(st.sampled_from([None, 0])), ident=f"q{number}"))
    return found(*quotes, question=draw(words), confidence=draw(st.floats(0, 1)))


def test_an_answer_shows_question_confidence_quote_speaker_place_and_date() -> None:
    card = answer_card(found(SEKO, confidence=0.9))

    assert lines(card) == [
        "**Who visited Moscow after the trip?**",
        "-# Verbatim is sure that the answer is here.",
        "> Hiroshige Seko visited Moscow. He began to discuss this issue.",
        "**Sergey Lavrov, Foreign Minister**",
        "Answer to media questions, Moscow, 17 January 2017 · turn 2 of 2",
        "-# In answer to Question: “Who visited Moscow after the trip?”",
        "-# Quote seko-5f3a",
    ]


def test_several_quotes_share_a_card_and_give_their_question_once() -> None:
    interview = transcript_of((QUESTION, "Who came?"), (LAVROV, "Seko came."), (LAVROV, "Abe stayed."))
    quotes = [quote_of(interview, turn, asked=0, ident=f"q{turn}") for turn in (1, 2)]

    card = answer_card(found(*quotes, confidence=0.4))

    assert lines(card) == [
        "**Who visited Moscow after the trip?**",
        "-# Verbatim is not sure that the answer is here.",
        "> Seko came.",
        "**Sergey Lavrov, Foreign Minister**",
        "Answer to media questions, Moscow, 17 January 2017 · turn 2 of 3",
        "-# In answer to Question: “Who came?”",
        "-# Quote q1",
        "> Abe stayed.",
        "**Sergey Lavrov, Foreign Minister**",
        "Answer to media questions, Moscow, 17 January 2017 · turn 3 of 3",
        "-# In answer to the same question.",
        "-# Quote q2",
    ]


def test_a_refusal_says_why_and_marks_the_nearest_passages_as_no_answer() -> None:
    answer = not_found(SEKO, unknown=[UnknownWord(word="Crimea")], question="What about Crimea?")

    card = answer_card(answer)

    assert lines(card)[:4] == [
        "**What about Crimea?**",
        refusal(answer),
        "**The nearest passages, which are not an answer:**",
        "> Hiroshige Seko visited Moscow. He began to discuss this issue.",
    ]


def test_a_refusal_with_nothing_near_has_no_heading_for_it() -> None:
    card = answer_card(not_found(question="Why?"))

    assert lines(card) == [
        "**Why?**",
        "Nothing in these transcripts answers this. Searched: 1 transcript (17 January 2017), 7 passages.",
    ]


def test_a_long_question_is_not_repeated() -> None:
    card = answer_card(found(SEKO, question="why " * 100))

    assert lines(card)[0] == "-# Verbatim is sure that the answer is here."


def test_quotes_without_room_are_left_out_whole_and_counted() -> None:
    quotes = [said_by(LAVROV, f"{number} " + "word " * 300) for number in range(4)]

    card = answer_card(found(*quotes))

    assert len(containers(card)) == 2
    assert lines(card)[-1] == "-# No room here for 2 more quotes: ask about one speaker or one transcript."


def test_a_quote_that_no_message_holds_is_named_but_not_cut() -> None:
    card = answer_card(found(said_by(LAVROV, "word " * 900 + "end.")))

    assert lines(card)[2:] == [
        "This quote has 4,504 characters: too many for one message of Discord, and a quote is never cut.",
        "**Sergey Lavrov, Foreign Minister**",
        "Answer to media questions, Moscow, 17 January 2017 · turn 1 of 1",
        "-# Quote seko-5f3a",
    ]


def test_escaping_is_counted() -> None:
    card = answer_card(found(said_by(LAVROV, "*" * 2100)))

    assert lines(card)[2].startswith("This quote has 2,100 characters")


def test_hostile_words_are_shown_as_they_stand() -> None:
    hostile = transcript_of((Speaker(name=HOSTILE, label="X"), HOSTILE), title=HOSTILE, place=HOSTILE)

    card = answer_card(found(quote_of(hostile, 0), question=HOSTILE))

    assert quoted(card) == [" ".join(visible(HOSTILE).split())]
    assert not [line for line in lines(card) if "@everyone" in line.replace(r"\@everyone", "")]


async def test_discord_py_does_not_keep_watch_over_a_card() -> None:
    assert answer_card(found(SEKO)).is_finished()


@given(answers())
def test_every_card_fits_and_every_quote_is_shown_named_or_counted(answer: Found) -> None:
    card = answer_card(answer)

    assert size(card.children).fits
    named = [quote for quote in answer.quotes if f"-# Quote {quote.id}" in lines(card)]
    counted = [int(line.split()[5]) for line in lines(card) if line.startswith("-# No room here for")]
    assert len(named) + sum(counted) == len(answer.quotes)


@given(answers())
def test_a_quote_is_shown_word_for_word_and_whole(answer: Found) -> None:
    card = answer_card(answer)

    said = [" ".join(visible(quote.text).split()) for quote in answer.quotes]
    assert [words for words in quoted(card) if words not in said] == []


def quoted(card: Card) -> list[str]:
    """Read what a card sets off as quotes."""
    first = [next(iter(container.children)) for container in containers(card)]
    texts = [item.content for item in first if isinstance(item, ui.TextDisplay) and item.content.startswith("> ")]
    blocks = ["\n".join(line.removeprefix("> ") for line in text.split("\n")) for text in texts]
    return [" ".join(shown(block).split()) for block in blocks]
