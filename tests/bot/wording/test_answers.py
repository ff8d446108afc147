from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot import wording
from bot.languages import LANGUAGES, language_of
from retrieval import Searched, UnknownWord
from tests.bot.records import found, not_found

if TYPE_CHECKING:
    from bot.languages import Language


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(1.0, "sure"), (0.8, "sure"), (0.79, "fairly sure"), (0.6, "fairly sure"), (0.59, "not sure"), (0.0, "not sure")],
)
def test_confidence_is_put_in_words(confidence: float, words: str) -> None:
    assert wording.confidence_words(confidence) == words


def test_an_answer_says_who_does_not_speak_and_how_sure_it_is() -> None:
    assert wording.answered(found(confidence=0.5)) == "Verbatim is not sure that the answer is here."
    assert wording.answered(found(confidence=0.5, silent="Ann Poe")) == (
        "Nobody called “Ann Poe” speaks in what was searched. Verbatim is not sure that the answer is here."
    )


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_who_does_not_speak_is_named_in_every_language(language: Language) -> None:
    refused = replace(not_found(), silent="Ann Poe")

    assert "Ann Poe" in wording.refusal(refused, language)


def test_a_refusal_without_unknown_words_says_what_was_searched() -> None:
    assert wording.refusal(not_found()) == (
        "Nothing in these transcripts answers this. Searched: 1 transcript (17 January 2017), 7 passages."
    )


def test_in_japanese_no_space_stands_between_sentences() -> None:
    japanese = language_of("ja")
    unknown = not_found(unknown=[UnknownWord(word="石油")])

    told = [
        wording.refusal(replace(unknown, silent="Ann Poe"), japanese),
        wording.answered(found(confidence=0.5, silent="Ann Poe"), japanese),
    ]

    assert all("。" in words[:-1] for words in told)
    assert not any("。 " in words for words in told)


def test_a_refusal_names_the_word_that_never_occurs_and_the_closest_that_do() -> None:
    unknown = UnknownWord(word="Crimea", closest=("crime", "criminal"))

    assert wording.refusal(not_found(unknown=[unknown])) == (
        "Nothing in these transcripts answers this. The word “Crimea” occurs nowhere in them; the closest that do: "
        "“crime”, “criminal”. Searched: 1 transcript (17 January 2017), 7 passages."
    )


def test_a_refusal_names_several_words_and_what_is_close_to_each() -> None:
    unknown = [UnknownWord(word="oil"), UnknownWord(word="gas", closest=("gasp",))]

    assert "The words “oil” and “gas” occur nowhere in them; the closest to “gas” that do: “gasp”." in wording.refusal(
        not_found(unknown=unknown)
    )


def test_a_refusal_stays_readable_with_many_words_and_long_ones() -> None:
    unknown = [UnknownWord(word=letter * 1000, closest=("z" * 1000,) * 9) for letter in "abcdefgh"]

    sentence = wording.refusal(not_found(unknown=unknown))

    assert "and 3 more occur nowhere" in sentence
    assert len(sentence) < 1800


@pytest.mark.parametrize(
    ("searched", "said"),
    [
        (Searched(transcripts=0, passages=0), "Searched: 0 transcripts, 0 passages."),
        (
            Searched(transcripts=2, passages=1234, earliest=date(2017, 1, 17), latest=date(2019, 5, 3)),
            "Searched: 2 transcripts (17 January 2017 to 3 May 2019), 1,234 passages.",
        ),
    ],
)
def test_what_was_searched_is_counted_and_dated(searched: Searched, said: str) -> None:
    assert wording.searched(searched) == said
