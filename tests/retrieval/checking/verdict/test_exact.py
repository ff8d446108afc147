import pytest

from retrieval import Library
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
        ("Twenty-five boats came.", "25 boats came"),
        ("Plan B\u00a0. And then plan C.", "plan b and then plan c"),
        ("हिन्दी एक भाषा है।", "हिन्दी एक भाषा"),
        ("Мы – за мир!", "мы за мир"),
    ],
)
def test_words_are_the_same_however_they_are_written(said: str, quotation: str) -> None:
    assert library(f"Question: Well?\n\nA.Holm: {said}\n").check(quotation).kind == "exact"


@pytest.mark.parametrize("quotation", ["联合国的工作", "合国的工作", "工作好我们", "们支持联合国的工作"])
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


def test_a_quotation_may_go_on_over_paragraphs_of_one_turn(harbour: Library) -> None:
    assert harbour.check("than this year. We have also agreed").kind == "exact"


def test_all_places_are_given_the_earliest_first() -> None:
    later, sooner = (
        f"Minister Anna Holm, Bergen, {day}\n\nA.Holm: The harbour is too narrow.\n\nQuestion: Still?\n\n"
        "A.Holm: As I said, the harbour is too narrow.\n"
        for day in ("7 June 2021", "3 May 2021")
    )

    verdict = library(later, sooner).check("the harbour is too narrow")

    assert [match.quote.transcript.id for match in verdict.matches] == ["t1", "t1", "t0", "t0"]
    starts = [match.quote.span.start for match in verdict.matches]
    assert starts[0] < starts[1]
    assert starts[2] < starts[3]


def test_a_quotation_of_20000_words_is_checked_without_hanging(harbour: Library) -> None:
    assert harbour.check("the harbour " * 10_000).kind != "exact"


@pytest.mark.parametrize(
    "quotation",
    [
        "We do not want the $5 million boats of Bergen",
        "we don't want the five million dollar boats of bergen",
        "I cannot say that it will not happen",
        "I can't say that it won't happen",
        "I can not say that it wont happen",
        "We are sure that it is Bergen’s turn",
        "We're sure that it's Bergen's turn",
    ],
)
def test_what_is_run_together_or_written_in_digits_is_the_same(quotation: str) -> None:
    held = library(
        "Question: Well?\n\nA.Holm: We don’t want the five million dollar boats of Bergen. I can’t say that it won’t"
        " happen. We’re sure that it is Bergen’s turn.\n"
    )

    assert held.check(quotation).kind == "exact"


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("Version 2.0 of it costs us $0.05 more", "version 2 0 of it costs us $0 05 more"),
        ("The quota was 885,000 tonnes of cod", "the quota was 885 000 tonnes of cod"),
    ],
)
def test_numbers_may_have_lost_their_points(said: str, quotation: str) -> None:
    assert library(f"A.Holm: {said}.\n").check(quotation).kind == "exact"


def test_few_words_are_enough_where_they_are_a_whole_turn() -> None:
    held = library("Question: Will you go?\n\nA.Holm: No.\n\nQuestion: No fish?\n\nA.Holm: There is no fish.\n")

    verdict = held.check("no")

    assert verdict.kind == "exact"
    assert [match.quote.turn.index for match in verdict.matches] == [1]
