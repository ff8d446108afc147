import pytest

from retrieval import EmptyQuestionError, Library, UnknownSpeakerError
from tests.retrieval.samples import library


@pytest.mark.parametrize(
    "quotation",
    [
        "The scientists asked us to, and the fishermen agreed.",
        "the scientists asked us to and the fishermen agreed",
        "THE SCIENTISTS ASKED US TO, AND THE FISHERMEN AGREED!",
        "“The scientists asked us to – and the fishermen agreed…”",
        "'The scientists asked us to' — and the fishermen agreed",
        "  The scientists\n asked us to,\tand the fishermen\u00a0agreed",
        "«The scientists asked us to, and the fishermen agreed»",
    ],
)
def test_case_punctuation_white_space_quote_marks_and_dashes_make_no_difference(
    harbour: Library, quotation: str
) -> None:
    verdict = harbour.check(quotation)

    assert verdict.kind == "exact"
    assert [match.quote.text for match in verdict.matches] == ["The scientists asked us to, and the fishermen agreed"]
    assert verdict.quotation == quotation


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("The US and the U.K. agreed that it is ours.", "THE US AND THE UK AGREED THAT IT IS OURS"),
        ("The US and the U.K. agreed that it is ours.", "the us and the u.k. agreed that it is ours"),
        ("It isn’t Jonas’s boat.", "it isn't jonas's boat"),
        ("Mr.Berg said so.", "Mr. Berg said so"),
        ("A well-known, second-class boat.", "a well known second class boat"),
        ("Le re\u0301sume\u0301 est bon.", "Le résumé est bon"),
        ("An agree\u00adment was reached.", "an agreement was reached"),
        ("Twenty-five boats came.", "twenty-five boats"),
        ("Plan B\u00a0. And then plan C.", "plan b and then plan c"),
        ("हिन्दी एक भाषा है।", "हिन्दी एक भाषा"),
        ("Мы – за мир!", "мы за мир"),
    ],
)
def test_words_are_the_same_however_they_are_written(said: str, quotation: str) -> None:
    assert library(f"Question: Well?\n\nA.Holm: {said}\n").check(quotation).kind == "exact"


@pytest.mark.parametrize("quotation", ["联合国的工作", "合国", "工作好我们", "我们走", "我"])
def test_part_of_a_sentence_without_spaces_is_found(quotation: str) -> None:
    assert library("问：好吗？\n\n答：我们支持联合国的工作，好，我们走。\n").check(quotation).kind == "exact"


@pytest.mark.parametrize(
    "quotation",
    [
        "The cod quota will be 985,000 tonnes",
        "The cod quota will not be 885,000 tonnes",
        "The cod quota would be 885,000 tonnes",
        "The cod quotas will be 885,000 tonnes",
        "tonnes 885,000 be will quota cod The",
        "How large will the cod quota be next year? The cod quota will be 885,000 tonnes.",
    ],
)
def test_other_words_other_order_and_words_of_two_people_are_never_exact(harbour: Library, quotation: str) -> None:
    assert harbour.check(quotation).kind != "exact"


def test_what_nobody_said_is_not_found_and_says_what_was_searched(harbour: Library) -> None:
    verdict = harbour.check("Whales sing louder than trumpets")

    assert verdict.kind == "not_found"
    assert verdict.matches == ()
    assert (verdict.searched.transcripts, verdict.searched.passages) == (2, 8)


def test_part_of_a_number_is_another_number() -> None:
    held = library(
        "Question: Well?\n\nA.Holm: Twenty-five boats came. We had hoped for twenty. Five crews are missing.\n"
    )

    assert held.check("five boats came").kind != "exact"
    assert held.check("five crews are missing").kind == "exact"


def test_a_quotation_may_go_on_over_paragraphs_of_one_turn(harbour: Library) -> None:
    assert harbour.check("than this year. We have also agreed").kind == "exact"


def test_all_places_are_given_the_earliest_first(harbour: Library) -> None:
    verdict = harbour.check("the harbour")

    days = [match.quote.transcript.date for match in verdict.matches]
    assert len(days) == 3
    assert days == sorted(day for day in days if day)
    assert [match.quote.transcript.id for match in verdict.matches] == ["t0", "t0", "t1"]


@pytest.mark.parametrize("speaker", ["Anna Holm", "holm", "A.Holm", "Fisheries Minister"])
def test_words_are_exact_by_whoever_said_them(harbour: Library, speaker: str) -> None:
    verdict = harbour.check("in two steps", speaker)

    assert verdict.kind == "exact"


def test_words_that_somebody_else_said_are_shown_as_theirs(harbour: Library) -> None:
    verdict = harbour.check("The state pays for the dredging", "Holm")

    assert verdict.kind == "other_speaker"
    assert [match.quote.speaker.name for match in verdict.matches if match.quote.speaker] == ["Ida Lund"]


def test_where_several_said_it_only_the_speaker_asked_for_is_shown(harbour: Library) -> None:
    verdict = harbour.check("the dredging", "Question")

    assert [match.quote.role for match in verdict.matches] == ["asker"]


def test_the_words_of_nobody_are_found_too() -> None:
    verdict = library("The harbour is narrow. Ships wait outside.\n").check("ships wait outside")

    assert verdict.kind == "exact"
    assert verdict.matches[0].quote.speaker is None


@pytest.mark.parametrize("quotation", ["", " ", "…", "😀", "“”", "___"])
def test_a_quotation_without_a_word_says_so(harbour: Library, quotation: str) -> None:
    with pytest.raises(EmptyQuestionError, match="the quotation holds no word"):
        harbour.check(quotation)


def test_somebody_who_never_speaks_is_unknown(harbour: Library) -> None:
    with pytest.raises(UnknownSpeakerError, match="Zachary"):
        harbour.check("in two steps", "Zachary")


def test_a_quotation_of_100000_words_is_checked_without_hanging(harbour: Library) -> None:
    assert harbour.check("the harbour " * 50_000).kind != "exact"
