from dataclasses import replace
from datetime import timedelta

import pytest

from retrieval import Library, Quote, Span, Transcript, Turn, UnknownQuoteError
from retrieval.quotes import quote_at, turn_around
from tests.retrieval.samples import DEBATE, HARBOUR, library


def first(harbour: Library, words: str) -> Quote:
    return harbour.check(words).matches[0].quote


def test_a_quote_carries_its_words_place_speaker_and_the_question_it_answers(harbour: Library) -> None:
    quote = first(harbour, "the cod quota will be 885,000 tonnes")

    assert quote.text == "The cod quota will be 885,000 tonnes"
    assert quote.text == quote.transcript.text[quote.span.start : quote.span.end]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.title, quote.role) == ("Anna Holm", "Fisheries Minister", "answerer")
    assert quote.asked == quote.transcript.turns[0]
    assert (quote.time, quote.url) == (None, None)


def test_a_question_answers_no_question(harbour: Library) -> None:
    quote = first(harbour, "Will the harbour of Tromsø be widened?")

    assert quote.role == "asker"
    assert quote.asked is None


def test_an_id_is_short_and_finds_the_quote_again(harbour: Library) -> None:
    quote = first(harbour, "widened in two steps")

    assert len(quote.id) < 25
    assert harbour.quote(quote.id) == quote
    assert harbour.quote(f" {quote.id.upper()} ") == quote


def test_an_id_stays_the_same_when_the_library_is_opened_again(harbour: Library) -> None:
    again = library(HARBOUR, DEBATE)

    assert first(again, "widened in two steps").id == first(harbour, "widened in two steps").id


def test_an_id_stays_the_same_when_other_transcripts_join(harbour: Library) -> None:
    larger = library(HARBOUR, DEBATE, "Tom: Hello.\n\nAnn: Hello there.\n")

    assert first(larger, "widened in two steps").id == first(harbour, "widened in two steps").id


def test_two_places_have_two_ids() -> None:
    ids = [match.quote.id for match in library(HARBOUR, HARBOUR).check("widened in two steps").matches]

    assert len(ids) == 2
    assert len({*ids}) == len(ids)


@pytest.mark.parametrize(
    "quote_id",
    [
        "",
        "nonsense",
        "a-b-c-d",
        "k3f9q-1gx-4m-q9zdx-2",
        "k3f9q--4m-q9zdx",
        "k3f9q-1gx-4ä-q9zdx",
        "k3f9q-1gx-\u0664m-q9zdx",
        "k3f9q-" + "9" * 6000 + "-4m-q9zdx",
        "\0",
    ],
)
def test_what_is_no_id_is_said_with_an_example_of_one(harbour: Library, quote_id: str) -> None:
    with pytest.raises(UnknownQuoteError, match="is no quote id; ids look like k3f9q-1gx-4m-q9zdx"):
        harbour.quote(quote_id)


def test_an_id_of_another_library_is_unknown(harbour: Library) -> None:
    with pytest.raises(UnknownQuoteError, match="it may have been corrected or taken away"):
        harbour.quote("k3f9q-1gx-4m-q9zdx")


def test_an_id_whose_words_were_corrected_is_unknown(harbour: Library) -> None:
    quote = first(harbour, "the cod quota will be 885,000 tonnes")
    corrected = library(HARBOUR.replace("885,000", "895,000"), DEBATE)

    with pytest.raises(UnknownQuoteError):
        corrected.quote(quote.id)


def test_a_quote_opens_the_moment_of_its_turn() -> None:
    span = Span(start=0, end=8)
    turn = Turn(index=0, speaker=None, role=None, span=span, time=timedelta(seconds=83))
    heard = replace(library(DEBATE).transcripts[0], url="https://youtu.be/k3", turns=(turn,))

    assert quote_at(heard, turn, span).url == "https://youtu.be/k3?t=83s"
    assert quote_at(replace(heard, moments="{url}#{clock}"), turn, span).url == "https://youtu.be/k3#1:23"
    assert quote_at(replace(heard, url="javascript:void"), turn, span).url is None


@pytest.mark.parametrize(
    ("start", "end", "turn"),
    [(6, 11, 0), (7, 9, 0), (17, 23, 1), (19, 23, 1), (0, 5, None), (10, 18, None), (12, 16, None), (19, 24, None)],
)
def test_a_span_lies_in_the_turn_that_holds_all_of_it(start: int, end: int, turn: int | None) -> None:
    text = "Host: Well?\nAnn: Quite."
    turns = (
        Turn(index=0, speaker=None, role=None, span=Span(start=6, end=11)),
        Turn(index=1, speaker=None, role=None, span=Span(start=17, end=23)),
    )
    talk = Transcript(
        id="talk", title="", date=None, place=None, source="", url=None, language="en", text=text, turns=turns
    )

    found = turn_around(talk, Span(start=start, end=end))

    assert found == (None if turn is None else turns[turn])
