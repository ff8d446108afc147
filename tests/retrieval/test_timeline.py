from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from retrieval import EmptyQuestionError, Library, UnknownSpeakerError
from tests.retrieval.samples import DEBATE, HARBOUR, library

LATER = DEBATE.replace("7 June 2021", "1 July 2022").replace("The harbour is", "The lighthouse is")


def test_quotes_come_in_the_order_of_time_and_hold_the_word(harbour: Library) -> None:
    told = harbour.timeline("harbour")

    assert [(quote.transcript.date, quote.text) for quote in told.quotes] == [
        (date(2021, 5, 3), "The harbour will be widened in two steps."),
        (date(2021, 6, 7), "The harbour is too narrow for modern ships."),
    ]
    assert told.total == 2


def test_every_quote_is_a_slice_of_its_source(harbour: Library) -> None:
    for quote in harbour.timeline("the harbour").quotes:
        assert quote.text == quote.transcript.slice(quote.span)


def test_questions_are_left_out_unless_their_speaker_is_asked_for(harbour: Library) -> None:
    told = harbour.timeline("dredging", speaker="Question")

    assert [quote.text for quote in told.quotes] == ["Who pays for the dredging?"]
    assert harbour.timeline("dredging").total == 1


def test_days_without_a_word_of_it_count_nothing() -> None:
    held = library(HARBOUR, DEBATE, LATER)

    assert held.timeline("harbour").counts == (
        (date(2021, 5, 3), 1),
        (date(2021, 6, 7), 1),
        (date(2022, 7, 1), 0),
    )


def test_one_speaker_is_counted_alone_and_only_where_they_speak(harbour: Library) -> None:
    told = harbour.timeline("harbour", speaker="Berg")

    assert told.counts == ((date(2021, 6, 7), 1),)
    assert told.searched.transcripts == 1


def test_what_has_no_date_is_counted_apart_and_quoted_last() -> None:
    held = library("Notes\n\nKari Dahl: The harbour is dark.\n", HARBOUR)

    told = held.timeline("harbour")

    assert (told.undated, told.counts) == (1, ((date(2021, 5, 3), 1),))
    assert told.quotes[-1].text == "The harbour is dark."


def test_every_word_has_to_stand_in_a_passage(harbour: Library) -> None:
    assert harbour.timeline("harbour ships").total == 1
    assert harbour.timeline("ships quota").total == 0


def test_words_that_are_never_spoken_are_named_and_never_guessed_at(harbour: Library) -> None:
    told = harbour.timeline("harbuor Crimea")

    assert told.total == 0
    assert [(unknown.word, unknown.closest) for unknown in told.unknown] == [("harbuor", ("harbour",)), ("Crimea", ())]


@pytest.mark.parametrize(("first", "shown"), [(0, 0), (1, 1), (2, 1), (99, 1), (-5, 0)])
def test_a_page_beyond_the_last_is_the_last(harbour: Library, first: int, shown: int) -> None:
    told = harbour.timeline("harbour", first=first, limit=1)

    assert told.first == shown
    assert len(told.quotes) == 1


def test_a_number_in_words_counts_as_its_digits(harbour: Library) -> None:
    assert harbour.timeline("5 per cent").total == harbour.timeline("five per cent").total == 1


def test_input_that_cannot_be_used_is_refused(harbour: Library) -> None:
    with pytest.raises(EmptyQuestionError):
        harbour.timeline("…")
    with pytest.raises(UnknownSpeakerError):
        harbour.timeline("harbour", speaker="Nobody Whatever")


def test_where_two_passages_share_a_sentence_one_quote_does_for_both() -> None:
    filling = " ".join(f"Word{number}" for number in range(115))
    held = library(
        f"Notes\n\nKari Dahl: {filling} harbour. This is why the harbour is dark. It was so last year too.\n"
    )

    told = held.timeline("harbour")

    spans = [(quote.span.start, quote.span.end) for quote in told.quotes]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert told.shown == told.total
