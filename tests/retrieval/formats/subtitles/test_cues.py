from __future__ import annotations

from datetime import timedelta

import pytest
import srt
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from retrieval import EmptyTranscriptError, TranscriptError
from retrieval.formats.subtitles.cues import read_cues

CUE = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n"


def shown(text: str) -> list[tuple[str, ...]]:
    return [cue.lines for cue in read_cues(text, "talk.srt").cues]


def test_a_cue_has_times_a_number_and_lines() -> None:
    [cue] = read_cues("1\n00:00:01,500 --> 00:00:02,000\nHello\nthere.\n", "talk.srt").cues

    assert (cue.start, cue.end) == (timedelta(seconds=1.5), timedelta(seconds=2))
    assert (cue.name, cue.lines) == ("1", ("Hello", "there."))


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
        "00:00:01,000 --> 00:00:02,000\nOne.\n\n00:00:03,000 --> 00:00:04,000\nTwo.",
        "\n\n1\n00:00:01.0 --> 00:00:02.0 X1:40 Y1:20\n\nOne.\n\n2\n00:00:03.000-->00:00:04.000\nTwo.\n\n\n",
        "WEBVTT\n00:01.000 --> 00:02.000 align:start\nOne.\n00:03.000 --> 00:04.000\nTwo.\n",
        "WEBVTT\n\nintro\n00:01.000 --> 00:02.000\nOne.\n\n5d1c/12-0\n00:03.000 --> 00:04.000\nTwo.\n",
        "WEBVTT\n\nNOTE by hand\nand more\n\nSTYLE\n::cue {}\n\n0:1 --> 0:2\nOne.\n\nNOTE\nno\n\n0:3 --> 0:4\nTwo.\n",
    ],
    ids=["no blank lines", "no numbers", "blank lines and points", "no hours", "names", "notes"],
)
def test_sloppy_files_are_read(text: str) -> None:
    assert shown(text) == [("One.",), ("Two.",)]


def test_words_after_a_blank_line_belong_to_their_cue() -> None:
    assert shown(CUE + "\nAnd more.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n") == [
        ("Hello.", "And more."),
        ("Bye.",),
    ]


def test_a_number_that_is_said_is_no_cue_s_number() -> None:
    assert shown("1\n00:00:01,000 --> 00:00:02,000\n2024\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n") == [
        ("2024",),
        ("Bye.",),
    ]


def test_the_number_of_a_cue_that_was_cut_off_is_nobody_s_words() -> None:
    assert shown(CUE + "\n2\n") == [("Hello.",)]


def test_a_webvtt_header_states_facts_and_other_lines_are_kept() -> None:
    sheet = read_cues("WEBVTT FILE\nKind: captions\nLanguage: en\n\nWeekly talk\n\n00:01.000 --> 00:02.000\nHi.\n", "t")

    assert sheet.facts == {"kind": "captions", "language": "en"}
    assert sheet.front == ("Weekly talk",)


@pytest.mark.parametrize(
    ("timing", "fault"),
    [
        ("00:01:07,500 -->", "cue without an end time"),
        ("--> 00:01:07,500", "cue without a start time"),
        ("00:01:07,500 --> soon", "cue whose times cannot be read"),
        ("1 --> 2", "cue whose times cannot be read"),
    ],
)
def test_a_broken_cue_is_an_error_at_its_line(timing: str, fault: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        read_cues(f"{CUE}\n2\n{timing}\nBye.\n", "talk.srt")

    assert raised.value.line == 6
    assert raised.value.reason == f"{fault}; expected 00:01:07.500 --> 00:01:09.000"


@pytest.mark.parametrize("end", ["00:01:07,5", "00:01:07,500 --", "00:01:07,500 -->", "00:0"])
def test_a_file_that_breaks_off_in_its_times_is_an_error_at_its_last_line(end: str) -> None:
    with pytest.raises(TranscriptError, match=r"talk\.srt:6: cue without an end time"):
        read_cues(f"{CUE}\n2\n{end}", "talk.srt")


def test_an_arrow_between_words_is_no_timing() -> None:
    assert shown("1\n00:00:01,000 --> 00:00:02,000\nfrom a --> to b\n") == [("from a --> to b",)]


def test_a_time_that_is_said_last_is_no_broken_cue() -> None:
    assert shown("1\n00:00:01,000 --> 00:00:02,000\n12:30\n") == [("12:30",)]


def test_text_without_a_cue_is_refused() -> None:
    with pytest.raises(TranscriptError, match=r"talk\.srt: no cue in the file; expected times such as"):
        read_cues("Hello there.", "talk.srt")


@pytest.mark.parametrize("text", ["", "\n \n", "WEBVTT\n\n"])
def test_a_file_without_anything_is_empty(text: str) -> None:
    with pytest.raises(EmptyTranscriptError, match="the file holds no cues"):
        read_cues(text, "talk.vtt")


LINES = st.lists(st.from_regex(r"[A-Za-zé,.!?]{1,8}( [A-Za-z0-9]{1,5}){0,3}", fullmatch=True), min_size=1, max_size=3)
TIMES = st.lists(st.integers(min_value=0, max_value=359_999_999), min_size=1, max_size=12, unique=True).map(sorted)


@st.composite
def subtitles(draw: st.DrawFn) -> list[srt.Subtitle]:
    starts = [timedelta(milliseconds=start) for start in draw(TIMES)]
    return [
        srt.Subtitle(index=number, start=start, end=start + timedelta(seconds=1), content="\n".join(draw(LINES)))
        for number, start in enumerate(starts, start=1)
    ]


@given(subtitles())
def test_sound_subrip_is_read_as_srt_reads_it(expected: list[srt.Subtitle]) -> None:
    cues = read_cues(srt.compose(expected), "talk.srt").cues

    assert [(cue.start, cue.end, "\n".join(cue.lines)) for cue in cues] == [
        (cue.start, cue.end, cue.content) for cue in expected
    ]


@given(subtitles())
def test_sound_webvtt_is_read_as_webvtt_py_reads_it(cues: list[srt.Subtitle]) -> None:
    text = "WEBVTT\n\n" + srt.compose(cues).replace(",", ".")
    expected = webvtt.from_string(text).captions

    read = read_cues(text, "talk.vtt").cues

    assert [(cue.name, "\n".join(cue.lines)) for cue in read] == [(cue.identifier, cue.raw_text) for cue in expected]
    assert [cue.start for cue in read] == [cue.start for cue in cues]
