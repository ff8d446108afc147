from __future__ import annotations

from retrieval.formats.recognition.pieces import Piece
from retrieval.formats.recognition.units import in_milliseconds

SENTENCE = "The cod quota will be 885,000 tonnes, five per cent less."


def piece(start: float, end: float | None, words: str = SENTENCE) -> Piece:
    return Piece(label=None, words=words, start=start, end=end)


def test_speech_of_a_common_speed_tells_seconds_from_milliseconds() -> None:
    assert not in_milliseconds([piece(0, 4), piece(4, 8)], None, usual=True)
    assert in_milliseconds([piece(0, 4000), piece(4000, 8000)], None, usual=False)


def test_starts_alone_tell_as_much() -> None:
    assert not in_milliseconds([piece(0, None), piece(4, None), piece(8, None)], None, usual=True)
    assert in_milliseconds([piece(0, None), piece(4000, None), piece(8000, None)], None, usual=False)


def test_fractions_are_of_seconds() -> None:
    assert not in_milliseconds([piece(0.0, 29.98, "Hm.")], None, usual=True)


def test_fractions_of_milliseconds_would_make_days_of_seconds() -> None:
    assert in_milliseconds([piece(0.5, 3_600_000.5, SENTENCE * 900)], None, usual=False)


def test_the_recording_s_length_tells_before_the_speed_of_speech() -> None:
    assert in_milliseconds([piece(0, 2000, SENTENCE * 10)], 2.1, usual=False)
    assert not in_milliseconds([piece(0, 300, "Hm.")], 300_000, usual=True)


def test_without_any_evidence_times_are_what_they_usually_are() -> None:
    assert in_milliseconds([piece(0, None)], None, usual=True)
    assert not in_milliseconds([], None, usual=False)
