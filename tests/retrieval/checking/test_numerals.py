import pytest

from retrieval.checking.numerals import composed


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty five", "25"),
        ("two hundred and five", "205"),
        ("a hundred", "100"),
        ("a million", "1000000"),
        ("1.5 million", "1500000"),
        ("three thousand four hundred and seven", "3407"),
        ("two million three hundred thousand", "2300000"),
        ("0.25 billion", "250000000"),
        ("zero", "0"),
    ],
)
def test_a_number_of_several_words_is_its_digits(words: str, number: str) -> None:
    assert list(composed(words.split())) == [(number, len(words.split()))]


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [word for word, _ in composed("five six twenty thirty".split())] == ["5", "6", "20", "30"]


@pytest.mark.parametrize("words", ["a boat and million reasons", "hundred boats", "and a", "2017 2018"])
def test_what_is_no_number_of_several_words_is_left_alone(words: str) -> None:
    assert [word for word, _ in composed(words.split())] == words.split()
