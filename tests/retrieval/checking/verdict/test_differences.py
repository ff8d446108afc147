import pytest

from retrieval import Library
from tests.retrieval.checking.verdict.showing import changes
from tests.retrieval.samples import library

FILLING = {
    "М": "Это то, что мы и так о нём уже знали.",
    "W": "Das ist es, was wir auch von der Stadt und den Schiffen hören.",
    "我": "他说的是这个。",
    "私": "それはそうです。",
}
"""What tells the language of a transcript, by the first letter of what is said in it."""


@pytest.mark.parametrize(
    ("quotation", "kind"), [("five boats came home", "differs"), ("five crews are missing", "exact")]
)
def test_part_of_a_number_is_another_number(quotation: str, kind: str) -> None:
    held = library(
        "Question: Well?\n\nA.Holm: Twenty-five boats came home. We had hoped for twenty. Five crews are missing.\n"
    )

    assert held.check(quotation).kind == kind


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
