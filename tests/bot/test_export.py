from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import cast

from bot import export
from retrieval import Cited, Difference, Failure, Library, Match, Transcript, Turn, UnknownWord
from tests.bot.records import (
    INTERVIEW,
    LAVROV,
    QUESTION,
    SEKO,
    SEKO_CAME,
    WHO_CAME,
    found,
    header_of,
    not_found,
    quote_of,
    transcript_of,
    verdict,
)
from tests.bot.terminal.fakes import ToldLibrary

SEKO_AS_JSON = {
    "id": "seko-5f3a",
    "text": SEKO_CAME,
    "speaker": "Sergey Lavrov",
    "label": "S.Lavrov",
    "role": "answerer",
    "transcript": {
        "id": "answer-to-media-questions",
        "title": "Answer to media questions",
        "date": "2017-01-17",
        "source": "answer-to-media-questions.txt",
        "url": None,
    },
    "start": 55,
    "end": 117,
    "turn": 1,
    "time": None,
    "url": None,
    "asked": {"speaker": "Question", "text": WHO_CAME},
}


def library_of(*transcripts: Transcript, failures: tuple[Failure, ...] = ()) -> Library:
    return cast("Library", ToldLibrary(transcripts=transcripts, failures=failures))


def test_a_quote_is_shown_with_its_place_and_its_question() -> None:
    assert export.quote(SEKO) == SEKO_AS_JSON


def test_start_and_end_cut_the_quote_out_of_its_transcript() -> None:
    shape = export.quote(SEKO)

    assert INTERVIEW.text[shape["start"] : shape["end"]] == shape["text"]


def test_what_a_transcript_does_not_tell_is_null() -> None:
    anonymous = transcript_of((None, "Something was agreed."), day=None, place=None)

    shape = export.quote(quote_of(anonymous, 0))

    assert (shape["speaker"], shape["label"], shape["role"], shape["asked"]) == (None, None, None, None)
    assert shape["transcript"]["date"] is None


def test_a_time_is_in_seconds() -> None:
    quote = replace(SEKO, time=timedelta(minutes=2, milliseconds=500), url="https://example.org/#t=120")

    shape = export.quote(quote)

    assert (shape["time"], shape["url"]) == (120.5, "https://example.org/#t=120")


def test_a_question_that_nobody_is_named_for_is_still_shown() -> None:
    interview = transcript_of((None, WHO_CAME), (LAVROV, SEKO_CAME))

    assert export.quote(quote_of(interview, 1, asked=0))["asked"] == {"speaker": None, "text": WHO_CAME}


def test_an_answer_holds_its_quotes_and_no_reason() -> None:
    assert export.answer(found(SEKO, confidence=0.75)) == {
        "question": WHO_CAME,
        "answered": True,
        "confidence": 0.75,
        "quotes": [SEKO_AS_JSON],
        "nearest": [],
        "reason": None,
    }


def test_a_refusal_holds_its_reason_and_the_nearest_quotes() -> None:
    result = not_found(SEKO, unknown=[UnknownWord(word="Crimea", closest=("Crime",))])

    assert export.answer(result) == {
        "question": WHO_CAME,
        "answered": False,
        "confidence": 0.1,
        "quotes": [],
        "nearest": [SEKO_AS_JSON],
        "reason": {"unknown_words": ["Crimea"], "searched": {"transcripts": 1, "passages": 7}},
    }


def test_a_verdict_holds_what_each_match_changed() -> None:
    changed = Difference(kind="number", claimed="60", said="70")

    shape = export.verdict(verdict("differs", Match(quote=SEKO, differences=(changed,)), quotation="60 agreements"))

    assert shape == {
        "text": "60 agreements",
        "verdict": "differs",
        "matches": [{**SEKO_AS_JSON, "differences": [{"kind": "number", "claimed": "60", "said": "70"}]}],
        "searched": {"transcripts": 1, "passages": 7},
    }


def test_a_quotation_that_nobody_said_has_no_match() -> None:
    assert export.verdict(verdict("not_found"))["matches"] == []


def test_a_citation_holds_the_words_then_and_the_quote_now() -> None:
    changed = Difference(kind="name", claimed="Saki", said="Seko")

    shaped = export.cited(Cited(id="q", kind="corrected", quote=SEKO, words="Saki came", differences=(changed,)))

    assert shaped == {
        "id": "q",
        "citation": "corrected",
        "words": "Saki came",
        "quote": export.quote(SEKO),
        "differences": [{"kind": "name", "claimed": "Saki", "said": "Seko"}],
    }


def test_a_quote_that_is_gone_is_null() -> None:
    shaped = export.cited(Cited(id="q", kind="gone"))

    assert (shaped["citation"], shaped["quote"], shaped["words"]) == ("gone", None, None)


def test_a_library_lists_what_it_holds_and_what_failed() -> None:
    broken = Failure(source="briefing.srt", line=41, reason="cue without an end time")

    assert export.transcripts(library_of(INTERVIEW, failures=(broken,))) == {
        "transcripts": [
            {
                "id": "answer-to-media-questions",
                "title": "Answer to media questions",
                "date": "2017-01-17",
                "source": "answer-to-media-questions.txt",
                "speakers": ["Question", "Sergey Lavrov"],
                "turns": 2,
                "words": 16,
            }
        ],
        "failures": [{"source": "briefing.srt", "line": 41, "reason": "cue without an end time"}],
    }


def test_each_speaker_is_named_once_and_the_nameless_not_at_all() -> None:
    panel = transcript_of((QUESTION, "One?"), (LAVROV, "Two."), (None, "Three."), (QUESTION, "Four?"))

    assert export.speakers(header_of(panel)) == ("Question", "Sergey Lavrov")


def test_everything_exported_can_be_written_as_json() -> None:
    timed: Turn = replace(INTERVIEW.turns[1], time=timedelta(seconds=5))
    quote = replace(SEKO, turn=timed, time=timed.time)

    assert json.loads(json.dumps(export.answer(found(quote))))["quotes"][0]["time"] == 5.0
