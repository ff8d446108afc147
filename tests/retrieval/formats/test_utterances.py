from __future__ import annotations

from datetime import timedelta

from retrieval.formats.utterances import Utterance, joined, plain, spaced


def cue(start: float, end: float, words: str = "and so on", label: str | None = None) -> Utterance:
    return Utterance(label=label, words=words, start=timedelta(seconds=start), end=timedelta(seconds=end))


def test_what_one_speaker_says_on_end_is_one_turn() -> None:
    turns = joined([cue(0, 2, "Good", "Ann"), cue(2, 4, "morning.", "Ann"), cue(4, 5, "Hi.", "Bob")])

    assert [(turn.label, turn.words) for turn in turns] == [("Ann", "Good morning."), ("Bob", "Hi.")]
    assert [turn.start for turn in turns] == [timedelta(0), timedelta(seconds=4)]


def test_a_long_silence_begins_a_new_turn() -> None:
    turns = joined([cue(0, 2), cue(11.9, 13), cue(23, 24)])

    assert [turn.start for turn in turns] == [timedelta(0), timedelta(seconds=23)]


def test_after_a_minute_the_next_sentence_begins_a_new_turn() -> None:
    cues = [cue(start, start + 5, "so it is." if start == 65 else "and so on") for start in range(0, 100, 5)]

    turns = joined(cues)

    assert [turn.start for turn in turns] == [timedelta(0), timedelta(seconds=70)]


def test_without_stops_a_turn_lasts_two_minutes() -> None:
    turns = joined([cue(start, start + 5) for start in range(0, 300, 5)])

    assert [turn.start for turn in turns] == [timedelta(0), timedelta(minutes=2), timedelta(minutes=4)]


def test_somebody_unnamed_who_begins_to_speak_begins_a_turn() -> None:
    turns = joined([Utterance(label=None, words="Hello."), Utterance(label=None, words="Hi.", opens=True)])

    assert [turn.words for turn in turns] == ["Hello.", "Hi."]


def test_utterances_without_words_are_left_out() -> None:
    assert joined([Utterance(label="Ann", words="")]) == []


def test_stops_that_stand_alone_follow_without_a_space() -> None:
    assert spaced(["I", "am", ",", "your father", "."]) == "I am, your father."


def test_chinese_and_japanese_words_follow_without_a_space() -> None:
    assert spaced(["漁業", "は", "OK", "です。"]) == "漁業は OK です。"


def test_control_characters_are_white_space_and_half_characters_are_replaced() -> None:
    assert plain(" a\x00b\u00a0c\n\ud800 ") == "a b c \ufffd"
