from __future__ import annotations

from datetime import timedelta

import pytest

from bot import wording
from retrieval import Speaker
from tests.bot.records import INTERVIEW, SEKO, quote_of, said_by, transcript_of


def test_a_quote_is_attributed_with_the_office() -> None:
    assert wording.attribution(SEKO) == "Sergey Lavrov, Foreign Minister"


def test_a_speaker_without_an_office_is_just_named() -> None:
    assert wording.attribution(said_by(Speaker(name="Ross", label="ROSS"), "Hi.")) == "Ross"


def test_one_who_asks_is_said_to_ask() -> None:
    assert wording.attribution(quote_of(INTERVIEW, 0)) == "Questioner"


def test_a_speaker_whom_the_transcript_does_not_name_is_said_to_be_unnamed() -> None:
    assert wording.attribution(said_by(None, "Hi.")) == "Speaker not named in the transcript"


def test_a_transcript_is_named_with_place_and_date() -> None:
    assert wording.whence(INTERVIEW) == "Answer to media questions, Moscow, 17 January 2017"


def test_a_transcript_without_a_date_is_undated() -> None:
    assert wording.whence(transcript_of(place=None, day=None)) == "Answer to media questions, undated"


@pytest.mark.parametrize(("seconds", "written"), [(0, "0:00:00"), (67.9, "0:01:07"), (3727, "1:02:07")])
def test_a_moment_is_hours_minutes_and_seconds(seconds: float, written: str) -> None:
    assert wording.moment(timedelta(seconds=seconds)) == written


def test_a_quote_without_a_clock_is_placed_by_its_turn() -> None:
    assert wording.place(SEKO) == "turn 2 of 2"
