import pytest

from retrieval import Library
from tests.retrieval.samples import library

OTHER = "A.Holm: The harbours of the north are wide. He said that the harbour will be sold. THE COD is gone.\n"


def texts(held: Library, typed: str, **limits: int) -> list[str]:
    return [quote.text for quote in held.complete(typed, **limits)]


@pytest.mark.parametrize(
    ("typed", "quotes"),
    [
        ("the cod", ["The cod quota will be 885,000 tonnes.", "the cod quota be next year?"]),
        ("The cod quota w", ["The cod quota will be 885,000 tonnes."]),
        ("“will be wid", ["will be widened in two steps."]),
        ("lofo", ["Lofoten grounds in March."]),
        ("we have also agreed to clo", ["We have also agreed to close the Lofoten grounds in March."]),
        ("cod quota will be", ["cod quota will be 885,000 tonnes."]),
        ("whales", []),
        ("the cod whales", []),
        ("tonnes quota", []),
        ("", []),
        ("…", []),
    ],
)
def test_quotes_go_on_from_what_was_typed(harbour: Library, typed: str, quotes: list[str]) -> None:
    assert texts(harbour, typed) == quotes


def test_those_that_start_a_sentence_come_first_and_none_twice() -> None:
    held = library(OTHER, OTHER)

    assert texts(held, "the harb") == ["The harbours of the north are wide.", "the harbour will be sold."]


def test_a_word_that_was_finished_is_not_gone_on_with() -> None:
    assert texts(library(OTHER), "the harbour ") == ["the harbour will be sold."]


def test_words_in_capitals_are_found_too() -> None:
    assert texts(library(OTHER), "the co") == ["THE COD is gone."]


def test_a_quote_ends_with_a_word_and_is_no_longer_than_wanted(harbour: Library) -> None:
    assert texts(harbour, "we have also", longest=40) == ["We have also agreed to close the Lofoten"]


def test_no_more_are_given_than_wanted(harbour: Library) -> None:
    assert len(texts(harbour, "the", limit=2)) == 2


def test_a_quote_that_goes_on_is_one_of_its_transcript(harbour: Library) -> None:
    [quote] = harbour.complete("lofo")

    assert harbour.quote(quote.id) == quote


def test_signs_without_spaces_are_gone_on_with() -> None:
    assert texts(library("问：好吗？\n\n答：我们支持联合国的工作。\n"), "支持联") == ["支持联合国的工作。"]
