from __future__ import annotations

import pytest

from retrieval import (
    EmptyQuestionError,
    Found,
    Library,
    NotFound,
    UnknownSpeakerError,
    UnknownTranscriptError,
    VerbatimError,
)
from tests.retrieval.samples import library


def test_speakers_are_named_once_who_says_most_first_and_parts_last(harbour: Library) -> None:
    assert [speaker.name for speaker in harbour.speakers] == ["Anna Holm", "Ida Lund", "Jonas Berg", "Question"]


def test_an_answer_comes_from_the_speaker_that_was_asked_for(harbour: Library) -> None:
    hits = harbour.search("the harbour", speaker="berg")

    assert {hit.passage.turn.speaker.name for hit in hits if hit.passage.turn.speaker} == {"Jonas Berg"}


@pytest.mark.parametrize("name", ["t1", "T1", "t1.txt", "Port Director Jonas Berg", " t1 "])
def test_a_transcript_is_named_by_id_file_or_title(harbour: Library, name: str) -> None:
    hits = harbour.search("the harbour", transcript=name)

    assert {hit.passage.transcript.id for hit in hits} == {"t1"}


@pytest.mark.parametrize("name", ["t", "t2", "nonsense"])
def test_an_unknown_transcript_is_said(harbour: Library, name: str) -> None:
    with pytest.raises(UnknownTranscriptError, match="there is no transcript called"):
        harbour.search("the harbour", transcript=name)


def test_somebody_who_does_not_speak_in_the_transcript_is_unknown_there(harbour: Library) -> None:
    for request in (harbour.ask, harbour.search):
        with pytest.raises(UnknownSpeakerError, match="nobody called “Holm” speaks in these transcripts"):
            request("the harbour", speaker="Holm", transcript="t1")


def test_a_search_gives_no_more_than_its_limit(harbour: Library) -> None:
    assert len(harbour.search("the harbour", limit=2)) == 2
    assert harbour.search("the harbour", limit=0) == []


def test_a_file_without_labels_answers_with_the_words_of_nobody() -> None:
    answer = library("The harbour is narrow. Large ships wait outside.\n").ask("What do large ships do?")

    assert isinstance(answer, Found)
    assert "Large ships wait outside." in answer.quotes[0].text
    assert (answer.quotes[0].speaker, answer.quotes[0].role) == (None, None)


def test_context_is_the_turn_with_its_neighbours(harbour: Library) -> None:
    quote = harbour.check("Will the harbour of Tromsø be widened").matches[0].quote

    assert [turn.index for turn in harbour.context(quote)] == [0, 1, 2, 3]
    assert [turn.index for turn in harbour.context(quote, before=1, after=0)] == [1, 2]
    assert [turn.index for turn in harbour.context(quote, before=0, after=0)] == [2]


@pytest.mark.parametrize(
    "question",
    [
        "😀 the harbour?",
        "\u202ethe harbour\u202c",
        "ميناء ترومسو",
        "港口怎么样？",
        "что с портом?",
        "harbour" * 1000,
        "harbour " * 1000,
        "²",
        "½",
        "-5",
        "U.S.",
        "l’",
        "’s",
        "I",
        "the",
        "a\0b",
        "\ud800 harbour",
        "İ",
    ],
)
def test_strange_questions_get_an_answer_or_a_refusal(harbour: Library, question: str) -> None:
    assert isinstance(harbour.ask(question), Found | NotFound)


@pytest.mark.parametrize("question", ["", "?!", "😀", "…", "\ufeff"])
def test_a_question_without_words_is_refused_in_one_sentence(harbour: Library, question: str) -> None:
    for request in (harbour.ask, harbour.search):
        with pytest.raises(EmptyQuestionError) as caught:
            request(question)
        assert isinstance(caught.value, VerbatimError)
        assert "\n" not in str(caught.value)


def test_a_turn_of_100000_words_without_a_full_stop_is_searched_and_quoted_without_hanging() -> None:
    words = " ".join(f"word{number % 997}" for number in range(100_000))
    held = library(f"Question: Well?\n\nA.Holm: {words} herring {words}\n")

    answer = held.ask("What about herring?")

    assert isinstance(answer, Found)
    assert "herring" in answer.quotes[0].text
    assert len(answer.quotes[0].text) <= 400


def test_a_file_of_five_megabytes_is_read_and_searched_without_hanging() -> None:
    paragraph = " ".join(f"word{number % 997}" for number in range(105)) + "."
    turns = (f"{label}: {number} {paragraph}" for number, label in enumerate(["Question", "A.Holm"] * 3500))
    text = "\n\n".join(turns)
    assert len(text) > 5_000_000

    held = library(text)

    assert held.check(f"6999 {paragraph}").kind == "exact"
    assert held.search("word5 word6")[0].score > 0
