import pytest

from retrieval import EmptyQuestionError, Library, TooFewWordsError, UnknownSpeakerError, Verdict
from tests.retrieval.samples import library

FILLING = {
    "М": "Это то, что мы и так о нём уже знали.",
    "W": "Das ist es, was wir auch von der Stadt und den Schiffen hören.",
    "我": "他说的是这个。",
    "私": "それはそうです。",
}
"""What tells the language of a transcript, by the first letter of what is said in it."""


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


def test_what_nobody_said_is_not_found_and_says_what_was_searched(harbour: Library) -> None:
    verdict = harbour.check("Whales sing louder than trumpets")

    assert verdict.kind == "not_found"
    assert verdict.matches == ()
    assert (verdict.searched.transcripts, verdict.searched.passages) == (2, 8)


@pytest.mark.parametrize(
    ("quotation", "kind"), [("five boats came home", "differs"), ("five crews are missing", "exact")]
)
def test_part_of_a_number_is_another_number(quotation: str, kind: str) -> None:
    held = library(
        "Question: Well?\n\nA.Holm: Twenty-five boats came home. We had hoped for twenty. Five crews are missing.\n"
    )

    assert held.check(quotation).kind == kind


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


@pytest.mark.parametrize("quotation", ["", " ", "…", "😀", "“”", "___"])
def test_a_quotation_without_a_word_says_so(harbour: Library, quotation: str) -> None:
    with pytest.raises(EmptyQuestionError, match="the quotation holds no word"):
        harbour.check(quotation)


def test_somebody_who_never_speaks_is_unknown(harbour: Library) -> None:
    with pytest.raises(UnknownSpeakerError, match="Zachary"):
        harbour.check("in two steps", "Zachary")


def test_a_quotation_of_20000_words_is_checked_without_hanging(harbour: Library) -> None:
    assert harbour.check("the harbour " * 10_000).kind != "exact"


def changes(verdict: Verdict) -> list[tuple[str, str, str]]:
    return [(one.kind, one.claimed, one.said) for match in verdict.matches for one in match.differences]


@pytest.mark.parametrize(
    ("quotation", "change"),
    [
        ("The cod quota will be 985,000 tonnes", ("number", "985,000", "885,000")),
        ("The cod quota will not be 885,000 tonnes", ("negation", "not", "")),
        ("The cod quota won't be 885,000 tonnes", ("negation", "won't", "will")),
        ("That is six per cent less than this year", ("number", "six", "five")),
        ("That is five per mille less than this year", ("word", "mille", "cent")),
        ("We have also agreed to close the Svalbard grounds in March", ("name", "Svalbard", "Lofoten")),
        ("we have also agreed to close the lofoten grounds in april", ("name", "april", "March")),
        ("The first step costs 40 billion kroner", ("number", "40 billion", "40 million")),
        ("The scientists asked us to, and the fishermen disagreed", ("negation", "disagreed", "agreed")),
        ("The harbour will be wdiened in two steps", ("word", "wdiened", "widened")),
        ("The harbour will be widened two steps", ("omission", "", "in")),
    ],
)
def test_what_differs_is_named_with_both_sides(harbour: Library, quotation: str, change: tuple[str, str, str]) -> None:
    verdict = harbour.check(quotation)

    assert verdict.kind == "differs"
    assert changes(verdict) == [change]


def test_a_difference_points_at_its_words_on_both_sides(harbour: Library) -> None:
    verdict = harbour.check("“The cod quota will be 985,000 tonnes”")

    (match,) = verdict.matches
    (change,) = match.differences
    assert change.claimed_span is not None
    assert change.said_span is not None
    assert verdict.quotation[change.claimed_span.start : change.claimed_span.end] == "985,000"
    assert match.quote.transcript.slice(change.said_span) == "885,000"


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[…]", "[...]", "(…)"])
def test_pieces_around_an_ellipsis_are_stitched_and_show_what_lies_between(harbour: Library, mark: str) -> None:
    verdict = harbour.check(f"The cod quota will be 885,000 tonnes {mark} The scientists asked us to")

    assert verdict.kind == "stitched"
    assert [match.quote.text for match in verdict.matches] == [
        "The cod quota will be 885,000 tonnes",
        "The scientists asked us to",
    ]
    ((kind, _, between),) = changes(verdict)
    assert kind == "omission"
    assert between.startswith("That is five per cent less")
    assert between.endswith("in March")


def test_pieces_are_found_in_any_order(harbour: Library) -> None:
    verdict = harbour.check("The first step costs 40 million kroner … the cod quota will be 885,000 tonnes")

    assert verdict.kind == "stitched"
    assert [match.quote.turn.index for match in verdict.matches] == [3, 1]


def test_pieces_that_are_joined_without_owning_it_are_stitched(harbour: Library) -> None:
    verdict = harbour.check("The scientists asked us to, and the fishermen agreed. The state pays for the dredging.")

    assert verdict.kind == "stitched"
    assert [match.quote.transcript.id for match in verdict.matches] == ["t0", "t1"]


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


def test_a_denial_that_an_ellipsis_hides_is_flagged() -> None:
    held = library("A.Holm: The wide harbour of Bergen will certainly not, I say, be open to modern ships next year.\n")

    verdict = held.check("The wide harbour of Bergen will … be open to modern ships next year")

    assert ("negation", "certainly not, I say") in [(kind, said) for kind, _, said in changes(verdict)]


def test_words_that_cross_from_one_turn_into_the_next_say_so(harbour: Library) -> None:
    verdict = harbour.check("The town cannot pay for the widening alone. Who pays for the dredging?")

    assert verdict.kind == "stitched"
    assert verdict.crosses
    assert [match.quote.turn.index for match in verdict.matches] == [1, 2]


def test_words_within_a_turn_cross_nothing(harbour: Library) -> None:
    assert not harbour.check("than this year. We have also agreed").crosses


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


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("Version 2.0 of it costs us $0.05 more", "version 2 0 of it costs us $0 05 more"),
        ("The quota was 885,000 tonnes of cod", "the quota was 885 000 tonnes of cod"),
    ],
)
def test_numbers_may_have_lost_their_points(said: str, quotation: str) -> None:
    assert library(f"A.Holm: {said}.\n").check(quotation).kind == "exact"


def test_a_stranger_to_whom_words_are_ascribed_is_no_error(harbour: Library) -> None:
    verdict = harbour.check("The state pays for the dredging", claimed="Otto Grau")

    assert (verdict.kind, verdict.claimed) == ("other_speaker", "Otto Grau")


def test_changed_words_that_somebody_else_said_keep_their_differences(harbour: Library) -> None:
    verdict = harbour.check("The cod quota will be 985,000 tonnes", "Lund")

    assert verdict.kind == "other_speaker"
    assert changes(verdict) == [("number", "985,000", "885,000")]


@pytest.mark.parametrize("quotation", ["the harbour", "885,000 tonnes", "it is", "we", "我", "我们走"])
def test_too_few_words_ask_for_more(harbour: Library, quotation: str) -> None:
    with pytest.raises(TooFewWordsError, match="give at least three words"):
        harbour.check(quotation)


def test_few_words_are_enough_where_they_are_a_whole_turn() -> None:
    held = library("Question: Will you go?\n\nA.Holm: No.\n\nQuestion: No fish?\n\nA.Holm: There is no fish.\n")

    verdict = held.check("no")

    assert verdict.kind == "exact"
    assert [match.quote.turn.index for match in verdict.matches] == [1]


def test_what_is_not_found_comes_with_the_nearest_passage(harbour: Library) -> None:
    verdict = harbour.check("Whales in the harbour sing louder than trumpets and fiddles")

    assert verdict.kind == "not_found"
    assert "harbour" in verdict.nearest[0].text


@pytest.mark.parametrize(
    ("said", "quotation", "change"),
    [
        ("Мы никогда не подпишем этот договор с Осло.", "Мы никогда не подпишем этот договор с Осло", None),
        ("Мы не подпишем этот новый договор.", "Мы подпишем этот новый договор", ("negation", "", "не")),
        ("Мы купили семьдесят новых кораблей.", "Мы купили 70 новых кораблей", None),
        ("Мы купили 70 новых кораблей.", "Мы купили 80 новых кораблей", ("number", "80", "70")),
        ("Wir werden den Hafen nicht schließen.", "Wir werden den Hafen schließen", ("negation", "", "nicht")),
        ("Wir haben siebzig Schiffe gekauft.", "Wir haben achtzig Schiffe gekauft", ("number", "achtzig", "siebzig")),
        ("我们不会支持这个新的港口计划。", "我们会支持这个新的港口计划", ("negation", "", "不")),
        ("私たちは港を広げません。", "私たちは港を広げます", ("negation", "す", "せ")),
    ],
)
def test_other_languages_are_told_apart_too(said: str, quotation: str, change: tuple[str, str, str] | None) -> None:
    held = library(f"A.Holm: {said}\n\nA.Berg: {FILLING[said[0]]}\n")

    verdict = held.check(quotation)

    assert verdict.kind == ("differs" if change else "exact")
    assert changes(verdict) == ([change] if change else [])


@pytest.mark.parametrize(
    "quotation",
    ["😀 " * 40 + "a b c d e", "שלום לכולם על הספינות בנמל", "a\u200bb c\u200dd e\u202ef g h", "x" * 20_000],
)
def test_whatever_is_put_to_us_there_is_a_verdict(harbour: Library, quotation: str) -> None:
    assert harbour.check(quotation + " one two three four").kind == "not_found"
