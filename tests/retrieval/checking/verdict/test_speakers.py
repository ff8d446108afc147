import pytest

from retrieval import Library, UnknownSpeakerError
from tests.retrieval.checking.verdict.showing import changes
from tests.retrieval.samples import library


@pytest.mark.parametrize("speaker", ["Anna Holm", "holm", "A.Holm", "Fisheries Minister"])
def test_words_are_exact_by_whoever_said_them(harbour: Library, speaker: str) -> None:
    verdict = harbour.check("widened in two steps", speaker)

    assert verdict.kind == "exact"


def test_words_that_somebody_else_said_are_shown_as_theirs(harbour: Library) -> None:
    verdict = harbour.check("The state pays for the dredging", "Holm")

    assert verdict.kind == "other_speaker"
    assert [match.quote.speaker.name for match in verdict.matches if match.quote.speaker] == ["Ida Lund"]


def test_where_several_said_it_only_the_speaker_asked_for_is_shown() -> None:
    held = library(
        "Question: Our old harbour is too narrow, is it not?\n\nA.Holm: Yes, our old harbour is too narrow.\n"
    )

    verdict = held.check("our old harbour is too narrow", "Question")

    assert [match.quote.role for match in verdict.matches] == ["asker"]


def test_the_words_of_nobody_are_found_too() -> None:
    verdict = library("The harbour is narrow. Ships wait outside.\n").check("ships wait outside")

    assert verdict.kind == "exact"
    assert verdict.matches[0].quote.speaker is None


def test_somebody_who_never_speaks_is_unknown(harbour: Library) -> None:
    with pytest.raises(UnknownSpeakerError, match="Zachary"):
        harbour.check("in two steps", "Zachary")


@pytest.mark.parametrize(
    "quotation",
    [
        "Holm: “The state pays for the dredging”",
        "Anna Holm said: 'The state pays for the dredging'",
        "«The state pays for the dredging» — Anna Holm",
        '"The state pays for the dredging," said Fisheries Minister Anna Holm',
        "The state pays for the dredging — Holm",
        "A.Holm: The state pays for the dredging",
        "**Holm**: “The state pays for the dredging”",
        "According to Anna Holm, “The state pays for the dredging”",
        "Otto Grau: “The state pays for the dredging”",
    ],
)
def test_a_name_in_the_text_is_taken_for_the_speakers(harbour: Library, quotation: str) -> None:
    verdict = harbour.check(quotation)

    assert verdict.kind == "other_speaker"
    assert verdict.claimed is not None
    assert [match.quote.speaker.name for match in verdict.matches if match.quote.speaker] == ["Ida Lund"]


@pytest.mark.parametrize(
    "quotation",
    [
        "Lund: “The state pays for the dredging”",
        "As Mayor Ida Lund said, “the state pays for the dredging”",
        "BREAKING: “The state pays for the dredging”",
        "She said: “The state pays for the dredging”",
    ],
)
def test_words_are_exact_whoever_is_rightly_named_or_not_named_at_all(harbour: Library, quotation: str) -> None:
    assert harbour.check(quotation).kind == "exact"


@pytest.mark.parametrize(
    "quotation",
    [
        "Lund said that the state pays for the dredging",
        "“The state pays,” said Ida Lund, “for the dredging”",
        "Mayor Ida Lund told reporters in Tromsø: “The state pays for the dredging”",
        "“The state pays for the dredging” — Ida Lund (Mayor (Tromsø))",
    ],
)
def test_reported_and_interrupted_words_are_read_as_those_of_whom_they_name(harbour: Library, quotation: str) -> None:
    verdict = harbour.check(quotation)

    assert verdict.kind == "exact"
    assert verdict.claimed is not None
    assert verdict.claimed.endswith("Lund")


def test_a_name_that_was_said_along_with_the_words_is_no_claim() -> None:
    held = library(
        "J.Berg: Lund said the town will pay for all of the dredging. The harbour is too narrow for modern ships.\n\n"
        "I.Lund: The state pays for the quay.\n"
    )

    verdict = held.check("Lund said the town will pay for all of the dredging … narrow for modern ships")

    assert (verdict.kind, verdict.claimed) == ("stitched", None)


def test_a_stranger_to_whom_words_are_ascribed_is_no_error(harbour: Library) -> None:
    verdict = harbour.check("The state pays for the dredging", claimed="Otto Grau")

    assert (verdict.kind, verdict.claimed) == ("other_speaker", "Otto Grau")


def test_changed_words_that_somebody_else_said_keep_their_differences(harbour: Library) -> None:
    verdict = harbour.check("The cod quota will be 985,000 tonnes", "Lund")

    assert verdict.kind == "other_speaker"
    assert changes(verdict) == [("number", "985,000", "885,000")]
