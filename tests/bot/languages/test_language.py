from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.languages import ENGLISH, LANGUAGES, language_of

DAY = date(2017, 1, 17)


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en-US", "17 January 2017"),
        ("en-GB", "17 January 2017"),
        ("de", "17. Januar 2017"),
        ("fr", "17 janvier 2017"),
        ("es-ES", "17 de enero de 2017"),
        ("es-419", "17 de enero de 2017"),
        ("ru", "17 января 2017\u202fг."),
        ("ja", "2017年1月17日"),
        ("pl", "17 January 2017"),
    ],
)
def test_each_language_writes_dates_its_way_and_those_we_do_not_speak_get_english(locale: str, day: str) -> None:
    assert language_of(locale).day(DAY) == day


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 слово"), (3, "3 слова"), (5, "5 слов"), (11, "11 слов"), (21, "21 слово"), (104, "104 слова")],
)
def test_russian_counts_in_three_forms(count: int, words: str) -> None:
    assert language_of("ru").say("transcripts.words", count=count) == words


def test_a_million_is_counted_in_french_too() -> None:
    assert language_of("fr").say("transcripts.words", count=1_000_000).replace("\u202f", " ") == "1 000 000 mots"


def test_numbers_parts_and_lists_follow_the_language() -> None:
    german, japanese = language_of("de"), language_of("ja")

    assert (ENGLISH.number(1234), german.number(1234)) == ("1,234", "1.234")
    assert (ENGLISH.percent(0.071), german.percent(0.071)) == ("7%", "7\xa0%")
    assert (ENGLISH.listed(["a", "b", "c"]), japanese.listed(["a", "b", "c"])) == ("a, b and c", "a、b、c")
    assert ENGLISH.listed([]) == ""


def test_sentences_are_joined_as_the_language_does() -> None:
    assert ENGLISH.joined("One.", "", "Two.") == "One. Two."
    assert language_of("ja").joined("一。", "", "二。") == "一。二。"


def test_a_moment_is_written_alike_everywhere() -> None:
    assert {language.moment(timedelta(seconds=3727)) for language in LANGUAGES} == {"1:02:07"}


def test_a_message_that_does_not_exist_or_lacks_a_value_is_a_fault() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("nothing.like.this")
    with pytest.raises(KeyError):
        ENGLISH.say("speakers.ask")
