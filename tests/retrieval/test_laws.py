"""What holds for every file, every question and every quotation."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import event, given
from hypothesis import strategies as st

from retrieval import (
    Found,
    NoTranscriptsError,
    QueryError,
    TranscriptError,
)
from retrieval.formats import read
from retrieval.passages import passages_of
from retrieval.terms import spelled
from tests.retrieval.laws import assert_lawful, questions, texts, transcripts
from tests.retrieval.samples import library as library_of

if TYPE_CHECKING:
    from retrieval import Transcript

SPEAKERS = st.none() | st.sampled_from(["Holm", "question", "Mary", "Stoen", "nobody"])
TRANSCRIPTS = st.none() | st.sampled_from(["t0", "t1", "Talk"])


def words(transcript: Transcript, *, start: int, end: int) -> list[str]:
    return [word for word, _, _ in spelled(transcript.text[start:end])]


@given(texts())
def test_every_character_lies_in_exactly_one_turn_label_heading_or_gap_of_white_space(text: str) -> None:
    for transcript in transcripts([text]):
        spans = [turn.span for turn in transcript.turns] + [mark.span for mark in transcript.marks]

        placed = Counter(place for span in spans for place in range(span.start, span.end))
        left_out = [sign for place, sign in enumerate(transcript.text) if not placed[place]]

        assert set(placed.values()) <= {1}
        assert "".join(left_out).strip() == ""


@given(texts())
def test_the_text_of_a_transcript_is_its_file_with_newlines_normalised(text: str) -> None:
    for transcript in transcripts([text]):
        assert transcript.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(texts())
def test_turns_and_marks_are_in_order_and_without_white_space_around_them(text: str) -> None:
    for transcript in transcripts([text]):
        turns, marks = [turn.span for turn in transcript.turns], [mark.span for mark in transcript.marks]

        assert [turn.index for turn in transcript.turns] == list(range(len(turns)))
        assert all(one.end <= other.start for spans in (turns, marks) for one, other in pairwise(spans))
        assert all(transcript.slice(span) == transcript.slice(span).strip() != "" for span in (*turns, *marks))


@given(texts())
def test_passages_hold_every_word_of_every_turn_and_never_cross_turns(text: str) -> None:
    for transcript in transcripts([text]):
        passages = passages_of(transcript)

        for turn in transcript.turns:
            own = [passage.span for passage in passages if passage.turn is turn]
            told = [word for span in own for word in words(transcript, start=span.start, end=span.end)]
            assert told == words(transcript, start=turn.span.start, end=turn.span.end)
            assert all(turn.span.start <= span.start < span.end <= turn.span.end for span in own)


@given(st.binary(max_size=200) | texts().map(lambda text: text.encode("utf-16")) | texts().map(str.encode))
def test_whatever_the_bytes_reading_gives_a_transcript_or_says_what_is_wrong_with_the_file(data: bytes) -> None:
    wrong = ""
    turns = 0

    try:
        turns = len(read(data, "talks/t.txt", "t").turns)
    except TranscriptError as error:
        wrong = str(error)

    assert wrong.startswith("talks/t.txt:") != (turns > 0)


@given(st.lists(texts(), min_size=1, max_size=3), questions(), SPEAKERS, TRANSCRIPTS)
def test_whatever_is_asked_every_quote_is_lawful_and_no_fault_is_undocumented(
    written: list[str], question: str, speaker: str | None, transcript: str | None
) -> None:
    library = library_of(*written)

    try:
        answer = library.ask(question, speaker, transcript)
    except (QueryError, NoTranscriptsError) as error:
        event(type(error).__name__)
        return

    assert 0 <= answer.confidence <= 1
    for quote in answer.quotes if isinstance(answer, Found) else answer.nearest:
        assert_lawful(quote, library)


@given(st.lists(texts(), min_size=1, max_size=3), questions(), SPEAKERS, TRANSCRIPTS)
def test_whatever_is_sought_hits_come_in_order_from_the_passages_of_the_library(
    written: list[str], question: str, speaker: str | None, transcript: str | None
) -> None:
    library = library_of(*written)

    try:
        hits = library.search(question, speaker, transcript)
    except (QueryError, NoTranscriptsError) as error:
        event(type(error).__name__)
        return

    passages = [passage for transcript in library.transcripts for passage in passages_of(transcript)]
    assert all(hit.passage in passages for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@given(st.lists(texts(), min_size=1, max_size=2), questions())
def test_the_same_question_to_the_same_files_gets_the_same_answer(written: list[str], question: str) -> None:
    first, second = library_of(*written), library_of(*written)

    try:
        answer = first.ask(question)
    except (QueryError, NoTranscriptsError) as error:
        event(type(error).__name__)
        return

    assert first.ask(question) == second.ask(question) == answer
    assert first.search(question) == second.search(question)
