from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Audience, answer_card
from bot.cards.answer import Head, leaf_card
from bot.cards.escaping import visible
from bot.cards.leaf import Leaf
from bot.cards.limits import MOST_TEXT, size
from bot.cards.passage import excerpt
from bot.wording import unanswered
from retrieval import Found, Speaker, UnknownWord
from tests.bot.cards.discord_markdown import shown
from tests.bot.cards.reading import containers, lines
from tests.bot.records import LAVROV, QUESTION, SEKO, found, not_found, quote_of, said_by, transcript_of
from tests.bot.sentences import LOOK

if TYPE_CHECKING:
    from bot.cards import Card

HOSTILE = "@everyone <@1>\n# Heading\n1. [a](javascript:b) https://e.vil ||x|| \u202e"
words = st.text(max_size=30) | st.sampled_from(["*", "# a", "1. b", "http://c", HOSTILE])


@st.composite
def answers(draw: st.DrawFn) -> Found:
    long = st.integers(0, 1000).map("word ".__mul__)
    quotes = []
    for number in range(draw(st.integers(1, 3))):
        speaker = draw(st.none() | st.builds(Speaker, name=words, label=words, title=st.none() | words))
        turns = (QUESTION, draw(words | long)), (speaker, "said " + draw(words | long))
        transcript = transcript_of(*turns, title=draw(words), place=draw(st.none() | words))
        quotes.append(quote_of(transcript, 1, asked=draw(st.sampled_from([None, 0])), ident=f"q{number}"))
    return found(*quotes, question=draw(words), confidence=draw(st.floats(0, 1)))


FOR_ALL = Audience(asker=7, private=False)
FOR_ONE = Audience(asker=7, private=True)
THREE = [said_by(LAVROV, f"Number {number}.") for number in range(3)]


def several() -> Found:
    return found(*(dataclasses.replace(quote, id=f"q{number}") for number, quote in enumerate(THREE)))


def labels(card: Card) -> list[list[str | None]]:
    """Read the rows of buttons."""
    rows = [item for item in card.children if isinstance(item, ui.ActionRow)]
    return [[button.label for button in row.children if isinstance(button, ui.Button)] for row in rows]


def test_an_answer_shows_question_confidence_quote_speaker_place_and_date() -> None:
    card = answer_card(found(SEKO, confidence=0.9), FOR_ALL)

    assert lines(card) == [
        "**Who visited Moscow after the trip?**",
        "-# Verbatim is sure that the answer is here.",
        "> ## Hiroshige Seko visited Moscow. He began to discuss this issue.",
        "**Sergey Lavrov, Foreign Minister**",
        "-# Answer to media questions, Moscow, 17 January 2017 · turn 2 of 2",
        "-# In answer to a questioner: “Who visited Moscow after the trip?”",
        "-# Quote seko-5f3a",
    ]


def test_of_several_quotes_the_best_is_shown_and_counted() -> None:
    card = answer_card(several(), FOR_ALL)

    assert lines(card)[2:] == [
        "> ## Number 0.",
        "**Sergey Lavrov, Foreign Minister**",
        "-# Answer to media questions, Moscow, 17 January 2017 · turn 1 of 1",
        "-# Answer 1 of 3 · Quote q0",
    ]


def test_an_answer_for_all_has_buttons_to_turn_pages_to_read_on_and_to_complain() -> None:
    card = answer_card(several(), FOR_ALL)

    assert labels(card) == [["Previous", "Next", "Context", "As image", "Only Sergey Lavrov"], ["This is wrong"]]


def test_a_private_answer_can_be_shown_to_all() -> None:
    card = answer_card(found(SEKO), FOR_ONE)

    assert labels(card) == [
        ["Context", "Whole exchange", "As image", "Only Sergey Lavrov", "This is wrong"],
        ["Show to all"],
    ]


def test_an_answer_of_one_speaker_in_one_transcript_says_so_and_leads_back_to_all() -> None:
    card = answer_card(found(SEKO), FOR_ALL, speaker="lavrov", transcript="answer")

    assert lines(card)[2] == "-# Searched only what Sergey Lavrov said and only in Answer to media questions."
    assert labels(card)[0][:4] == ["Context", "Whole exchange", "As image", "All speakers"]


def test_a_refusal_of_one_speaker_names_the_one_who_was_typed() -> None:
    card = answer_card(not_found(), FOR_ALL, speaker="lavrov")

    assert lines(card)[3] == "-# Searched only what lavrov said."


def test_words_by_nobody_cannot_be_narrowed_to_a_speaker() -> None:
    card = answer_card(found(said_by(None, "Words.")), FOR_ALL)

    assert labels(card) == [["Context", "As image", "This is wrong"]]


def test_a_refusal_says_why_and_marks_the_nearest_passages_as_no_answer() -> None:
    answer = not_found(SEKO, unknown=[UnknownWord(word="Crimea")], question="What about Crimea?")

    card = answer_card(answer, FOR_ALL)

    assert lines(card)[:5] == [
        "**What about Crimea?**",
        unanswered(answer),
        "-# Searched: 1 transcript (17 January 2017), 7 passages.",
        "**The nearest passages, which are not an answer:**",
        "> ## Hiroshige Seko visited Moscow. He began to discuss this issue.",
    ]


def test_a_refusal_with_nothing_near_says_how_to_go_on() -> None:
    card = answer_card(not_found(question="Why?"), FOR_ALL)

    assert lines(card) == [
        "**Why?**",
        "Nothing in these transcripts answers this.",
        "-# Searched: 1 transcript (17 January 2017), 7 passages.",
        f"-# {LOOK}",
    ]


def test_a_quote_that_no_message_holds_comes_in_parts() -> None:
    card = answer_card(found(said_by(LAVROV, "word " * 30_000)), FOR_ALL)

    assert lines(card)[-1] == "-# Part 1 of 40 · Quote seko-5f3a"
    assert labels(card)[0][:2] == ["Part before", "Part after"]


def test_a_quote_of_few_words_is_large_and_one_of_many_is_not() -> None:
    few, many = (answer_card(found(said_by(LAVROV, "word " * count)), FOR_ALL) for count in (55, 56))

    assert (lines(few)[2][:9], lines(many)[2][:6]) == ("> ## word", "> word")


def test_hostile_words_are_shown_as_they_stand() -> None:
    hostile = transcript_of((Speaker(name=HOSTILE, label="X"), HOSTILE), title=HOSTILE, place=HOSTILE)

    card = answer_card(found(quote_of(hostile, 0), question=HOSTILE), FOR_ALL)

    assert quoted(card) == [" ".join(visible(HOSTILE).split())]
    assert not [line for line in lines(card) if "@everyone" in line.replace(r"\@everyone", "")]


async def test_discord_py_does_not_keep_watch_over_a_card() -> None:
    assert answer_card(found(SEKO), FOR_ALL).is_finished()


@given(answer=answers(), private=st.booleans(), speaker=st.none() | words, transcript=st.none() | words)
def test_every_card_fits_and_says_which_quote_it_shows(
    answer: Found, *, private: bool, speaker: str | None, transcript: str | None
) -> None:
    audience = Audience(asker=2**63, private=private)

    card = answer_card(answer, audience, speaker=speaker, transcript=transcript)

    assert size(card.children).fits
    assert lines(card)[-1].endswith("Quote q0")


@given(answers())
def test_a_quote_is_shown_word_for_word_and_whole_or_in_parts_that_make_it_whole(answer: Found) -> None:
    quote = answer.quotes[0]
    head = Head(question="**Why?**", remark="-# Because.")
    leaf = Leaf(quote_ids=("q0",))
    count = excerpt(quote, room=MOST_TEXT - size(head.items).text).parts

    cards = [leaf_card(quote, FOR_ALL, head=head, leaf=dataclasses.replace(leaf, part=part)) for part in range(count)]

    read = " ".join(words for card in cards for words in quoted(card))
    assert read.split() == visible(quote.text).split()
    assert all(size(card.children).fits for card in cards)


def quoted(card: Card) -> list[str]:
    """Read what a card sets off as quotes."""
    first = [next(iter(container.children)) for container in containers(card)]
    texts = [item.content for item in first if isinstance(item, ui.TextDisplay)]
    blocks = ["\n".join(line.removeprefix("> ").removeprefix("## ") for line in text.split("\n")) for text in texts]
    return [" ".join(shown(block).split()) for block in blocks]
