"""What holds for every reader: the format is told by content, nothing but a TranscriptError is raised, spans account
for every character."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval import Transcript, TranscriptError
from retrieval.formats import REFUSED, SUFFIXES, read
from tests.retrieval.formats.recordings import docx, jsonfile, said, webvtt

NAMES = [f"talk{suffix}" for suffix in sorted(SUFFIXES | REFUSED)]
SUBRIP = "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Hello.\n"
VOICES = webvtt("<v Ann>Hello.</v>", "<v Bob>Hi.")
SEGMENTS = jsonfile({"segments": [{"start": 1.5, "end": 2, "text": "Hello.", "speaker": "Ann", "words": []}]})
SUBSTATION = "[Script Info]\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Ann,0,0,0,,Hello.\n"
PAGE = "<html><body><p><b>Ann Lee:</b> Hello.</p><p>Bob Ray: Hi.</p></body></html>"
DOCUMENT = docx("Ann Lee   0:03\nHello.")
SAMPLES = [VOICES, SUBRIP, SEGMENTS, SUBSTATION, PAGE, "Question: How?\n\nA.Holm: So.\n"]


@pytest.mark.parametrize("name", ["talk.txt", "talk.srt", "talk.json", "talk.docx", "talk"])
@pytest.mark.parametrize(
    ("data", "speaker"),
    [(VOICES, "Ann"), (SUBRIP, "SPEAKER_00"), (SEGMENTS, "Ann"), (SUBSTATION, "Ann"), (DOCUMENT, "Ann Lee")],
)
def test_a_format_is_told_by_content_whatever_the_file_is_called(data: str | bytes, speaker: str, name: str) -> None:
    assert said(data, name)[0] == (speaker, "Hello.")


def test_subtitles_without_a_header_are_told_by_their_ending() -> None:
    assert said("00:01.000 --> 00:02.000\nHello.\n", "talk.VTT") == [(None, "Hello.")]


def test_text_that_opens_like_json_is_text() -> None:
    assert said("[Speaker 1] says: {so}\n", "talk.txt") == [(None, "[Speaker 1] says: {so}")]


def assert_lawful(heard: Transcript) -> None:
    """Assert that each character lies in one turn or mark, or is white space between them."""
    spans = [turn.span for turn in heard.turns] + [mark.span for mark in heard.marks]
    spans.sort(key=lambda span: span.start)
    gaps = [0, *(edge for span in spans for edge in (span.start, span.end)), len(heard.text)]

    assert all(span.start < span.end for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert not "".join(heard.text[start:end] for start, end in zip(gaps[::2], gaps[1::2], strict=True)).strip()
    assert [turn.index for turn in heard.turns] == list(range(len(heard.turns)))
    assert all(heard.slice(turn.span) == heard.slice(turn.span).strip() for turn in heard.turns)
    heard.text.encode()


def assert_read_or_refused(data: bytes, name: str) -> None:
    try:
        heard = read(data, name, "talk")
    except TranscriptError as error:
        assert str(error).startswith(name)  # noqa: PT017 - a transcript would be as right
    else:
        assert_lawful(heard)


@given(st.binary(max_size=300), st.sampled_from(NAMES))
@example(b"\xff\xfe\x00\xd8", "talk.srt")
@example(b"{" * 10_000, "talk.json")
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert_read_or_refused(data, name)


@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    sound = data.draw(st.sampled_from([*(sample.encode() for sample in SAMPLES), DOCUMENT]))
    start, end = sorted((data.draw(st.integers(0, len(sound))), data.draw(st.integers(0, len(sound)))))

    assert_read_or_refused(
        sound[:start] + data.draw(st.binary(max_size=8)) + sound[end:], data.draw(st.sampled_from(NAMES))
    )


@given(st.lists(st.sampled_from(SAMPLES), min_size=2, max_size=3).map("\n".join), st.sampled_from(NAMES))
def test_mixed_files_are_read_or_refused(text: str, name: str) -> None:
    assert_read_or_refused(text.encode(), name)


LABELS = st.text(max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PIECES = st.fixed_dictionaries(
    {"text": st.text(max_size=20)},
    optional={"speaker": LABELS | VALUES, "start": VALUES, "end": VALUES, "words": VALUES, "word": VALUES},
)
RECORDS = st.builds(
    lambda place, pieces, more: {**more, place: pieces},
    st.sampled_from(["segments", "utterances", "words", "word_segments", "results", "transcription", "status"]),
    st.lists(PIECES | VALUES, max_size=4) | VALUES,
    st.dictionaries(st.sampled_from(["title", "date", "language", "duration", "results", "text"]), VALUES, max_size=2),
)


@given(RECORDS)
def test_any_record_is_read_or_refused(record: object) -> None:
    assert_read_or_refused(json.dumps(record).encode(), "talk.json")


@given(st.lists(st.tuples(LABELS, st.text(max_size=30)), min_size=1, max_size=5))
def test_any_voices_are_read_or_refused(cues: list[tuple[str, str]]) -> None:
    text = webvtt(*(f"<v {label}>{words}</v>" for label, words in cues))

    assert_read_or_refused(text.encode(errors="replace"), "talk.vtt")


@given(st.lists(st.tuples(LABELS, st.text(max_size=30)), min_size=1, max_size=5))
def test_a_label_is_a_mark_before_its_words(cues: list[tuple[str, str]]) -> None:
    segments = [{"speaker": f"S{n}{label}", "text": f"W{words}"} for n, (label, words) in enumerate(cues)]

    heard = read(json.dumps({"segments": segments}).encode(), "talk.json", "talk")

    assert_lawful(heard)
    assert [(mark.kind, heard.slice(mark.span)[:1]) for mark in heard.marks] == [("label", "S")] * len(cues)
