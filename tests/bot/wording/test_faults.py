from __future__ import annotations

from bot import wording
from retrieval import UnknownSpeakerError


def test_a_complaint_is_a_whole_sentence() -> None:
    error = UnknownSpeakerError("Bob", ("Ross",))

    assert wording.complaint(error) == "Nobody called “Bob” speaks in these transcripts; did you mean Ross?"


def test_a_complaint_ends_with_a_full_stop() -> None:
    assert wording.complaint(UnknownSpeakerError("Bob")) == "Nobody called “Bob” speaks in these transcripts."
