from __future__ import annotations

from bot import wording
from retrieval import EmptyQuestionError, UnknownSpeakerError


def test_a_complaint_is_a_whole_sentence() -> None:
    error = UnknownSpeakerError("Bob", ("Ross",))

    assert wording.complaint(error) == "Nobody called “Bob” speaks in these transcripts; did you mean Ross?"


def test_a_complaint_ends_with_a_full_stop() -> None:
    assert wording.complaint(UnknownSpeakerError("Bob")) == "Nobody called “Bob” speaks in these transcripts."


def test_a_complaint_that_ends_in_a_quoted_question_needs_no_other_full_stop() -> None:
    error = EmptyQuestionError("the question holds no word; ask something, such as “What was agreed?”")

    assert wording.complaint(error).endswith("such as “What was agreed?”")
