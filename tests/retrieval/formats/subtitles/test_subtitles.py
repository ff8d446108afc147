from datetime import date

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from tests.retrieval.formats.recordings import recording, said, seconds, times, webvtt


def test_unlabelled_subtitles_are_nobody_s() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nGood\n\n2\n00:00:02,000 --> 00:00:03,000\n<i>morning.</i>\n"

    assert said(text, "talk.srt") == [(None, "Good morning.")]
    assert times(text, "talk.srt") == seconds(1)


def test_voices_say_their_words_also_several_in_a_cue() -> None:
    text = webvtt("<v Ann Lee>Good morning.</v>", "<v Ann Lee>All well?</v>\n<v Bob Ray>Yes.</v>", "<v Bob Ray>Quite.")

    assert said(text, "talk.vtt") == [("Ann Lee", "Good morning. All well?"), ("Bob Ray", "Yes. Quite.")]
    assert times(text, "talk.vtt") == seconds(0, 2)


def test_zoom_writes_names_before_the_words() -> None:
    text = webvtt("Ann Lee: Good morning.", "Ann Lee: The quota: five.", "Bob Ray: Yes.", "Ann Lee: Good.")

    heard = recording(text.replace("\n", "\r\n"), "GMT20240115-150000_Recording.transcript.vtt")

    assert [heard.slice(turn.span) for turn in heard.turns] == ["Good morning. The quota: five.", "Yes.", "Good."]
    assert [turn.speaker.name for turn in heard.turns if turn.speaker] == ["Ann Lee", "Bob Ray", "Ann Lee"]
    assert heard.date == date(2024, 1, 15)


def test_webex_names_the_speaker_above_the_times() -> None:
    text = 'WEBVTT\n\n1 "Ann Lee" (324)\n00:01.000 --> 00:02.000\nGood morning.\n\n2 ""\n00:02.000 --> 00:03.000\nHm.\n'

    assert said(text, "talk.vtt") == [("Ann Lee", "Good morning."), (None, "Hm.")]


def test_youtube_s_rolling_captions_double_no_word() -> None:
    text = webvtt(
        " \nhello<00:00:00.400><c> everyone</c>",
        "hello everyone\n ",
        "hello everyone\nand<00:00:04.800><c> welcome</c>",
        "and welcome\n ",
        "and welcome\n&gt;&gt; thank<00:00:08.400><c> you</c>",
    )

    assert said(text, "talk.en.vtt") == [(None, "hello everyone and welcome"), (None, "thank you")]
    assert times(text, "talk.en.vtt") == seconds(0, 8)


def test_the_header_gives_title_and_language() -> None:
    heard = recording("WEBVTT\nTitle: Rozmowa\nLanguage: pl\n\n00:01.000 --> 00:02.000\nDzień dobry.\n", "a.vtt")

    assert (heard.title, heard.language) == ("Rozmowa", "pl")


def test_a_name_s_words_may_cross_cues() -> None:
    heard = recording(webvtt("<v Ann>We will close", "<v Ann>the harbour."), "talk.vtt")

    assert heard.text == "Ann: We will close the harbour.\n"


def test_a_broken_cue_names_file_and_line() -> None:
    with pytest.raises(TranscriptError, match=r"^talk.vtt:3: cue without an end time; expected 00:01:07.500 --> "):
        recording("WEBVTT\n\n00:01.000 -->\nHello.\n", "talk.vtt")


def test_cues_without_words_are_refused() -> None:
    with pytest.raises(EmptyTranscriptError, match=r"talk\.vtt: the file holds no spoken words"):
        recording(webvtt("♪", " "), "talk.vtt")
