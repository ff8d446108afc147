from __future__ import annotations

import pytest

from retrieval import EmptyQuestionError, Library
from tests.retrieval.samples import DEBATE, HARBOUR, library

UNDATED = "Notes\n\nKari Dahl: The lighthouse is dark.\n"


def found(held: Library, word: str | None = None) -> list[tuple[str, int]]:
    return [(one.transcript.id, one.passages) for one in held.catalogue(word)]


def test_the_newest_transcript_comes_first_and_an_undated_one_last() -> None:
    held = library(UNDATED, HARBOUR, DEBATE)

    assert found(held) == [("t2", 0), ("t1", 0), ("t0", 0)]


def test_whoever_says_most_in_a_transcript_is_named_first_and_who_only_asks_last(harbour: Library) -> None:
    names = [one.speakers for one in harbour.catalogue()]

    assert names == [("Ida Lund", "Jonas Berg", "Question"), ("Anna Holm", "Question")]


def test_words_are_counted_in_each_transcript(harbour: Library) -> None:
    assert [one.transcript.word_count for one in harbour.catalogue()] == [34, 67]


def test_a_word_finds_the_transcripts_that_speak_of_it_in_any_form(harbour: Library) -> None:
    assert found(harbour, "ships") == [("t1", 1)]
    assert found(harbour, "harbours") == [("t1", 1), ("t0", 2)]


@pytest.mark.parametrize("word", ["bergen", "Anna Holm", "2021-05", "03 may", "fisheries"])
def test_title_place_date_and_speakers_count_as_well(harbour: Library, word: str) -> None:
    assert found(harbour, word)[0][0] == "t0"


def test_a_transcript_that_words_name_comes_before_one_that_speaks_of_them() -> None:
    held = library(HARBOUR, DEBATE.replace("narrow", "narrow, as in Bergen,"))

    assert [number for number, _ in found(held, "bergen")] == ["t0", "t1"]


def test_every_word_has_to_be_there(harbour: Library) -> None:
    assert found(harbour, "quota ships") == []
    assert found(harbour, "harbour ships") == [("t1", 1)]


def test_without_a_word_in_it_a_search_is_refused(harbour: Library) -> None:
    with pytest.raises(EmptyQuestionError):
        harbour.catalogue("?!")


def test_shares_count_transcripts_turns_and_words_and_add_up(harbour: Library) -> None:
    told = [(share.speaker.name, share.transcripts, share.turns, share.words) for share in harbour.shares()]

    assert told == [
        ("Anna Holm", 1, 2, 51),
        ("Ida Lund", 1, 2, 21),
        ("Jonas Berg", 1, 1, 8),
        ("Question", 2, 3, 21),
    ]
    assert sum(share.part for share in harbour.shares()) == pytest.approx(1.0)


def test_one_who_speaks_in_several_transcripts_is_one() -> None:
    held = library(HARBOUR, HARBOUR)

    assert [(share.transcripts, share.turns) for share in held.shares()] == [(2, 4), (2, 4)]
    assert [share.asks for share in held.shares()] == [False, True]


def test_words_that_nobody_is_named_for_are_a_part_of_the_whole() -> None:
    held = library("Notes\n\nSomebody spoke here without a label at all.\n\nKari Dahl: The lighthouse is dark.\n")

    assert sum(share.part for share in held.shares()) < 1
