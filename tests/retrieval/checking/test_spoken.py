import pytest

from retrieval.checking.spoken import tokens, uncontracted


def keys(text: str, language: str = "en") -> list[str]:
    return [token.key for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("Mr.Roe's boats", "mr. roe’s boats"),
        ("seventy boats", "70 boats"),
        ("two hundred and five boats", "205 boats"),
        ("$5 million", "five million dollars"),
        ("70 %", "seventy percent"),
        ("1,500 boats", "1500 boats"),
        ("U.S. boats", "US boats"),
        ("they don't", "they do not"),
        ("they can’t", "they cannot"),
        ("twenty-five", "25"),
        ("ships & boats", "ships and boats"),
    ],
)
def test_the_same_spoken_words_are_the_same(written: str, otherwise: str) -> None:
    assert keys(written) == keys(otherwise)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("seventy boats", "seventeen boats"),
        ("1.5 boats", "15 boats"),
        ("-5 degrees", "5 degrees"),
        ("$5", "€5"),
        ("boats", "boat"),
        ("they can", "they can't"),
    ],
)
def test_other_words_are_others(written: str, otherwise: str) -> None:
    assert keys(written) != keys(otherwise)


def test_a_stop_parts_two_numbers() -> None:
    assert keys("We hoped for twenty. Five came.") == ["we", "hoped", "for", "20", "5", "came"]


def test_a_comma_is_a_decimal_sign_in_german() -> None:
    assert keys("1,5 und 1.500", "de") == ["1.5", "und", "1500"]


def test_each_word_keeps_its_place() -> None:
    text = "About $1.5 million more"

    assert [text[token.start : token.end] for token in tokens(text)] == ["About", "1.5 million", "$", "more"]


def test_every_sign_of_a_script_without_spaces_is_a_word() -> None:
    assert keys("港口广", "zh") == ["港", "口", "广"]


@pytest.mark.parametrize("word", ["want", "not", "knot", "cannon"])
def test_what_runs_nothing_together_is_one_word(word: str) -> None:
    assert uncontracted(word) == (word,)
