from __future__ import annotations

from datetime import date

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from tests.retrieval.formats.recordings import docx, recording, said, seconds, times

TEAMS = docx(
    "Weekly sync",
    "January 15, 2024, 3:00PM",
    "30m 5s",
    "Ann Lee started transcription",
    "\nAnn Lee   0:03\nGood morning.\nAll well?",
    "Ray, Bob (Harbour)   1:02:03",
    "Yes.",
    "\nRay, Bob (Harbour)   1:02:09\nQuite.",
    "Ann Lee stopped transcription",
)


def test_teams_writes_name_and_time_above_the_words() -> None:
    assert said(TEAMS, "sync.docx") == [
        ("Ann Lee", "Good morning. All well?"),
        ("Ray, Bob", "Yes. Quite."),
        (None, "Ann Lee stopped transcription"),
    ]
    assert times(TEAMS, "sync.docx") == seconds(3, 3723, 3729)


def test_the_lines_above_the_first_words_give_title_and_date() -> None:
    heard = recording(TEAMS, "sync.docx")

    assert (heard.title, heard.date) == ("Weekly sync", date(2024, 1, 15))


def test_teams_once_wrote_intervals() -> None:
    data = docx("0:0:0.0 --> 0:0:3.12\nAnn Lee\nGood morning.", "0:0:4.5 --> 0:0:5.0", "Bob Ray", "Hi.")

    assert said(data, "sync.docx") == [("Ann Lee", "Good morning."), ("Bob Ray", "Hi.")]
    assert times(data, "sync.docx") == seconds(0, 4.5)


def test_a_document_without_times_is_read_as_text() -> None:
    data = docx(
        "Minister Anna Holm meets the press (Bergen, 3 May 2021)", "Question: How\u00a0large?", "A.Holm: Large."
    )

    heard = recording(data, "talk.docx")

    assert heard.title == "Minister Anna Holm meets the press"
    assert said(data, "talk.docx") == [("Question", "How large?"), ("Anna Holm", "Large.")]


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        (("📝 Notes", "Summary", "We met.", "📖 Transcript", "Ann Lee: Hello."), "📝 Notes"),
        (("Sync", "Summary", "We met.", "Sync - Transcript", "Ann Lee: Hello."), "Summary"),
        (("Sync – Notes by Gemini", "Ann Lee: Hello."), "Sync – Notes by Gemini"),
        (("Ann Lee: Hello.", "You should review Gemini's notes to make sure they're accurate."), "You should review"),
        (("Summary", "We met.", "Transcript", "Ann Lee   0:03", "Hello."), "Summary"),
    ],
)
def test_a_summary_beside_the_transcript_is_refused(paragraphs: tuple[str, ...], shown: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        recording(docx(*paragraphs), "meet.docx")

    assert raised.value.reason.startswith(f"a summary stands beside the transcript (“{shown}")
    assert raised.value.reason.endswith("export the transcript alone")


def test_a_word_that_is_said_is_no_heading_of_a_summary() -> None:
    data = docx("Transcript", "Ann Lee   0:03", "Summary.", "Bob Ray   0:05", "Next steps?")

    assert said(data, "sync.docx") == [("Ann Lee", "Summary."), ("Bob Ray", "Next steps?")]


def test_a_document_without_words_is_empty() -> None:
    with pytest.raises(EmptyTranscriptError):
        recording(docx("…"), "talk.docx")
