from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from tests.retrieval.formats.recordings import jsonfile, recording, said, seconds, times

if TYPE_CHECKING:
    from collections.abc import Mapping

WHISPER = {
    "text": " The quota is five per cent less. So it is.",
    "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 3.5, "text": " The quota is five per cent less.", "tokens": [50364]},
        {"id": 1, "seek": 0, "start": 14, "end": 16.02, "text": " So it is."},
    ],
    "language": "en",
}
WHISPERX_WORDS: list[dict[str, object]] = [
    {"word": "Is", "start": 0.5, "end": 0.7, "score": 0.9, "speaker": "SPEAKER_00"},
    {"word": "it", "start": 0.7, "end": 0.8, "score": 0.9, "speaker": "SPEAKER_00"},
    {"word": "5"},
    {"word": "per", "start": 1.0, "end": 1.2, "score": 0.9, "speaker": "SPEAKER_00"},
    {"word": "cent?", "start": 1.2, "end": 1.6, "score": 0.9, "speaker": "SPEAKER_00"},
    {"word": "In", "start": 4.0, "end": 4.2, "score": 0.9, "speaker": "SPEAKER_01"},
    {"word": "2014,"},
    {"word": "yes.", "start": 5.0, "end": 5.5, "score": 0.9, "speaker": "SPEAKER_01"},
]
WHISPERX = {
    "segments": [
        {
            "start": 0.5,
            "end": 6.0,
            "text": " Is it 5 per cent? In 2014, yes.",
            "speaker": "SPEAKER_00",
            "words": WHISPERX_WORDS,
        },
        {"start": 7.0, "end": 8.0, "text": " Hm."},
    ]
}
ASSEMBLYAI = {
    "status": "completed",
    "audio_duration": 6,
    "language_code": "en_us",
    "text": "How large will it be? Five per cent less.",
    "utterances": [
        {"speaker": "A", "text": "How large will it be?", "start": 240, "end": 2400, "words": []},
        {"speaker": "B", "text": "Five per cent less.", "start": 3000, "end": 5200, "words": []},
    ],
    "words": [{"text": "How", "start": 240, "end": 400, "speaker": "A"}],
}
DEEPGRAM_WORDS = [
    {"word": "hello", "start": 0.1, "end": 0.5, "speaker": 0, "punctuated_word": "Hello"},
    {"word": "there", "start": 0.5, "end": 0.8, "speaker": 0, "punctuated_word": "there."},
    {"word": "hi", "start": 1.0, "end": 1.2, "speaker": 1, "punctuated_word": "Hi."},
]
PARAGRAPHS = [
    {"sentences": [{"text": "Hello there.", "start": 0.1, "end": 0.8}, {"text": "So."}], "speaker": 0, "start": 0.1},
    {"sentences": [{"text": "Hi.", "start": 1.0, "end": 1.2}], "speaker": 1, "start": 1.0},
]


def deepgram(*channels: Mapping[str, object], **results: object) -> str:
    alternatives = [{"alternatives": [channel]} for channel in channels]
    return jsonfile({"metadata": {"duration": 1.5}, "results": {"channels": alternatives, **results}})


def test_whisper_names_nobody() -> None:
    assert said(jsonfile(WHISPER), "talk.json") == [
        (None, "The quota is five per cent less."),
        (None, "So it is."),
    ]
    assert times(jsonfile(WHISPER), "talk.json") == seconds(0, 14)


def test_whisperx_tells_the_speaker_by_the_word() -> None:
    assert said(jsonfile(WHISPERX), "talk.json") == [
        ("SPEAKER_00", "Is it 5 per cent?"),
        ("SPEAKER_01", "In 2014, yes."),
        (None, "Hm."),
    ]
    assert times(jsonfile(WHISPERX), "talk.json") == seconds(0.5, 4, 7)


def test_whisperx_words_alone_will_do() -> None:
    text = jsonfile(
        {"segments": [], "word_segments": [{**word, "start": 1} for word in WHISPERX_WORDS if "start" in word]}
    )

    assert said(text, "talk.json") == [("SPEAKER_00", "Is it per cent?"), ("SPEAKER_01", "In yes.")]


def test_assemblyai_counts_milliseconds_and_letters() -> None:
    assert said(jsonfile(ASSEMBLYAI), "talk.json") == [
        ("Speaker A", "How large will it be?"),
        ("Speaker B", "Five per cent less."),
    ]
    assert times(jsonfile(ASSEMBLYAI), "talk.json") == seconds(0.24, 3)


def test_assemblyai_without_speakers_has_words_only() -> None:
    words = [{"text": "So", "start": 500, "end": 700, "speaker": None}, {"text": "be", "start": 700, "end": 800}]
    record = {"utterances": None, "words": [*words, {"text": "it.", "start": 800, "end": 900}]}

    assert said(jsonfile(record), "talk.json") == [(None, "So be it.")]
    assert times(jsonfile(record), "talk.json") == seconds(0.5)


def test_a_transcription_that_failed_is_refused() -> None:
    with pytest.raises(
        TranscriptError, match=r"talk\.json: the transcription has the status “error”; expected “completed”"
    ):
        recording(jsonfile({"status": "error", "text": None, "error": "no sound"}), "talk.json")


def test_deepgram_s_words_bear_speakers_and_stops() -> None:
    text = deepgram({"transcript": "hello there hi", "words": DEEPGRAM_WORDS})

    assert said(text, "talk.json") == [("Speaker 0", "Hello there."), ("Speaker 1", "Hi.")]
    assert times(text, "talk.json") == seconds(0.1, 1)


def test_deepgram_s_paragraphs_are_read_before_its_words() -> None:
    text = deepgram({"transcript": "", "words": DEEPGRAM_WORDS, "paragraphs": {"paragraphs": PARAGRAPHS}})

    assert said(text, "talk.json") == [("Speaker 0", "Hello there. So."), ("Speaker 1", "Hi.")]


def test_deepgram_s_utterances_are_read_before_its_channels() -> None:
    utterances = [{"transcript": "Hello there.", "start": 0.1, "end": 0.8, "speaker": 0, "channel": 0}]

    assert said(deepgram({"words": DEEPGRAM_WORDS}, utterances=utterances), "talk.json") == [
        ("Speaker 0", "Hello there.")
    ]


def test_each_of_several_channels_is_a_speaker() -> None:
    hello = {"words": [{"word": "hello", "start": 0.5, "end": 0.9}]}
    reply = {"words": [{"word": "hi", "start": 0.1, "end": 0.4}]}

    assert said(deepgram(hello, reply), "talk.json") == [("Channel 1", "hi"), ("Channel 0", "hello")]


def test_utterances_of_several_channels_come_in_order_of_time() -> None:
    utterances = [
        {"transcript": "Hello.", "start": 0.5, "end": 0.8, "channel": 0},
        {"transcript": "Hi.", "start": 0.1, "end": 0.4, "channel": 1},
    ]

    assert said(deepgram(utterances=utterances), "talk.json") == [("Channel 1", "Hi."), ("Channel 0", "Hello.")]


def test_the_podcast_namespace_may_give_one_word_a_segment() -> None:
    words = ["I", "am", "your father", "."]
    segments = [
        {"speaker": "Darth Vader", "startTime": number / 2, "endTime": number / 2 + 0.5, "body": word}
        for number, word in enumerate(words)
    ]
    record = {"version": "1.0.0", "segments": [*segments, {"speaker": "Luke", "startTime": 4, "body": "No!"}]}

    assert said(jsonfile(record), "talk.json") == [("Darth Vader", "I am your father."), ("Luke", "No!")]
    assert times(jsonfile(record), "talk.json") == seconds(0, 4)


def test_whisper_cpp_nests_its_times() -> None:
    segment = {"timestamps": {"from": "00:00:03,000"}, "offsets": {"from": 3000, "to": 5000}, "text": " Hello there."}

    text = jsonfile({"result": {"language": "de"}, "transcription": [segment]})

    assert times(text, "talk.json") == seconds(3)
    assert recording(text, "talk.json").language == "de"


def test_a_bare_list_of_segments_will_do() -> None:
    text = jsonfile([{"speaker": "Ann", "start": "00:01:02", "text": "Hello."}, {"start": 70, "text": "Hm."}])

    assert said(text, "talk.json") == [("Ann", "Hello."), (None, "Hm.")]
    assert times(text, "talk.json") == seconds(62, 70)


def test_a_text_without_segments_has_no_times() -> None:
    assert times(jsonfile({"text": "Hello there."}), "talk.json") == [None]


def test_title_and_date_are_taken_where_they_are_given() -> None:
    heard = recording(jsonfile({**WHISPER, "title": "Budget talk", "date": "2021-05-03"}), "talk.json")

    assert (heard.title, str(heard.date)) == ("Budget talk", "2021-05-03")


def test_unknown_speakers_are_nobody() -> None:
    speakers: tuple[object, ...] = ("UNKNOWN", "", None, True, [], {})
    segments = [{"text": "Hm.", "start": 1, "speaker": speaker} for speaker in speakers]

    assert said(jsonfile({"segments": segments}), "talk.json") == [(None, "Hm. Hm. Hm. Hm. Hm. Hm.")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{"segments": [\n{"text": "a",}]}', 2, "no sound JSON"),
        ('{"name": "x"}', None, "JSON without a transcript; expected that of Whisper, WhisperX"),
        ('[{"text": "a"}]', None, "JSON without a transcript"),
        ('{"segments": [{"text": "a"}, 3]}', None, "segment 2 holds no text"),
        ('{"segments": [{"text": "a", "start": NaN}]}', None, "JSON that no recogniser writes"),
        ('{"segments": [{"text": "a", "start": 1e300}]}', None, "1e+300 is no time in a recording"),
        ("[" * 100_000, None, "JSON that no recogniser writes"),
        ("3", None, "JSON without a transcript"),
    ],
)
def test_other_json_is_refused_with_a_reason(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        recording(text, "talk.json")

    assert raised.value.line == line
    assert raised.value.reason.startswith(reason)


@pytest.mark.parametrize("record", [{"segments": []}, {"text": "", "segments": []}, {"utterances": [], "words": []}])
def test_a_recording_in_which_nothing_was_recognised_is_empty(record: dict[str, object]) -> None:
    with pytest.raises(EmptyTranscriptError):
        recording(jsonfile(record), "talk.json")
