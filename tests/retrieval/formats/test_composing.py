from __future__ import annotations

from datetime import date, timedelta

import pytest

from retrieval import EmptyTranscriptError, Span, Speaker
from retrieval.formats.composing import compose
from retrieval.formats.utterances import Utterance
from retrieval.model import Mark

TALK = [
    Utterance(label="Ann Lee", words="Good morning.", start=timedelta(seconds=1)),
    Utterance(label=None, words="(applause)", start=timedelta(seconds=2)),
    Utterance(label="Bob", words="Hi.", start=timedelta(seconds=3)),
]


def test_the_text_reads_as_people_would_write_it() -> None:
    heard = compose(TALK, "talk.vtt", "talk", front=["Weekly talk", "3 May 2021"])

    assert heard.text == "Weekly talk\n3 May 2021\n\nAnn Lee: Good morning.\n\n(applause)\n\nBob: Hi.\n"
    assert [heard.slice(turn.span) for turn in heard.turns] == ["Good morning.", "(applause)", "Hi."]
    assert [heard.slice(mark.span) for mark in heard.marks] == ["Weekly talk", "3 May 2021", "Ann Lee:", "Bob:"]
    assert heard.marks[2] == Mark(kind="label", span=Span(start=24, end=32))


def test_each_turn_has_its_speaker_and_time() -> None:
    heard = compose(TALK, "talk.vtt", "talk")

    assert heard.turns[0].speaker == Speaker(name="Ann Lee", label="Ann Lee")
    assert heard.turns[1].speaker is None
    assert heard.turns[2].time == timedelta(seconds=3)


def test_the_front_gives_title_and_date() -> None:
    heard = compose(TALK, "talk.vtt", "talk", front=["Weekly talk", "3 May 2021"])

    assert (heard.title, heard.date) == ("Weekly talk", date(2021, 5, 3))


def test_without_a_front_the_file_gives_title_and_date() -> None:
    heard = compose(TALK, "a/Weekly sync-20240115_100000-Meeting Transcript.vtt", "talk")

    assert heard.date == date(2024, 1, 15)
    assert heard.title.startswith("Weekly sync")


def test_full_names_come_from_the_front() -> None:
    words = [Utterance(label="HOLM", words="Good morning.")]

    heard = compose(words, "talk.vtt", "talk", front=["Fisheries Minister Anna Holm speaks"])

    assert heard.turns[0].speaker == Speaker(name="Anna Holm", label="HOLM", title="Fisheries Minister")


def test_labels_that_ask_give_the_roles() -> None:
    words = [Utterance(label="Question", words="Why?"), Utterance(label="Ann", words="So.")]

    heard = compose(words, "talk.vtt", "talk")

    assert [turn.role for turn in heard.turns] == ["asker", "answerer"]


def test_one_who_puts_every_question_asks() -> None:
    asking = [Utterance(label="Ann", words=f"How is number {number}?") for number in range(6)]
    answering = [Utterance(label="Bob", words="It is rather well, I should say, and thank you.")] * 6

    heard = compose([one for pair in zip(asking, answering, strict=True) for one in pair], "talk.vtt", "talk")

    assert {(turn.speaker.name, turn.role) for turn in heard.turns if turn.speaker} == {
        ("Ann", "asker"),
        ("Bob", "answerer"),
    }


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("[Ann Lee]", "Ann Lee"),
        ("（Ann)", "Ann"),
        ("()", None),
        ("Ann\u202e Lee:", "Ann Lee"),
        ("–", None),
        (" \u200b ", None),
    ],
)
def test_a_label_is_printed_as_people_would_print_it(label: str, printed: str | None) -> None:
    heard = compose([Utterance(label=label, words="Hi.")], "talk.vtt", "talk")

    assert (heard.turns[0].speaker.label if heard.turns[0].speaker else None) == printed


@pytest.mark.parametrize(
    ("given", "source", "language"),
    [("pl", "talk.vtt", "pl"), ("en_us", "talk.vtt", "en"), (None, "talk.tr.vtt", "tr"), ("german", "talk.vtt", "en")],
)
def test_the_language_is_the_file_s_or_its_name_s_or_that_of_its_words(
    given: str | None, source: str, language: str
) -> None:
    assert compose(TALK, source, "talk", language=given).language == language


def test_a_recording_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(EmptyTranscriptError, match=r"talk\.vtt: the file holds no spoken words"):
        compose([Utterance(label="Ann", words="…")], "talk.vtt", "talk")
