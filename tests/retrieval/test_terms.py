import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.terms import analyse, function_terms, readings, spelled, word_count, words
from tests.retrieval.laws import texts


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Harbour", "harbour", "en"),
        ("agreements", "agreement", "en"),
        ("Holm’s", "Holm", "en"),
        ("Holm's", "Holm’s", "en"),
        ("U.S.", "US", "en"),
        ("1,500", "1500", "en"),
        ("café", "cafe", "en"),
        ("Tromsø", "Tromso", "en"),
        ("Łódź", "Lodz", "pl"),
        ("re\u0301sume\u0301", "résumé", "en"),
        ("agree\u00adment", "agreement", "en"),
        ("ﬁsh", "fish", "en"),
        ("ＦＩＳＨ", "fish", "en"),
        ("ёлка", "елка", "ru"),
        ("рыбы", "рыба", "ru"),
        ("Häfen", "hafen", "de"),
        ("l’accord", "accords", "fr"),
        ("می‌خواهم", "میخواهم", "fa"),
    ],
)
def test_two_forms_of_a_word_are_one_term(one: str, other: str, language: str) -> None:
    assert analyse(one, language) == analyse(other, language)
    assert len(analyse(one, language)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("US", "us"), ("IT", "it"), ("1.5", "15"), ("harbour", "harvest"), ("мир", "мор"), ("2020", "2021")],
)
def test_two_words_are_two_terms(one: str, other: str) -> None:
    assert analyse(one) != analyse(other)


@pytest.mark.parametrize("text", ["", " \n", "— … “”", "😀🎣", "___", "\u0301", "\u202e\u200f"])
def test_what_holds_no_letter_and_no_digit_holds_no_word(text: str) -> None:
    assert analyse(text) == []
    assert spelled(text) == []


@pytest.mark.parametrize("language", ["en", "ru", "zh", "xx"])
def test_signs_that_look_like_digits_are_terms_of_their_own(language: str) -> None:
    assert len(analyse("½ ² ٣ ④", language)) == 4


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("twenty-five", ["20", "25"]),
        ("twenty five", ["20", "25"]),
        ("There were twenty. Five left", ["there", "were", "20", "5", "left"]),
        ("twenty, five", ["20", "5"]),
        ("20 5", ["20", "5"]),
    ],
)
def test_a_number_in_two_words_is_one_only_where_nothing_parts_them(text: str, terms: list[str]) -> None:
    assert analyse(text) == terms


def test_words_carry_their_places_and_whether_they_only_hold_the_sentence_together() -> None:
    text = "The cod, and the crab’s shell."

    found = [(text[word.start : word.end], word.function) for word in words(text)]

    assert found == [
        ("The", True),
        ("cod", False),
        ("and", True),
        ("the", True),
        ("crab’s", False),
        ("shell", False),
    ]


def test_a_word_with_vowel_signs_is_whole() -> None:
    text = "हिन्दी एक भाषा है"

    assert [text[word.start : word.end] for word in words(text, "hi")] == text.split()


def test_scripts_without_spaces_become_pairs_of_characters() -> None:
    assert analyse("联合国。好", "zh") == ["联合", "合国", "好"]


def test_a_script_without_spaces_ends_where_another_begins() -> None:
    assert analyse("用GPT好", "zh") == ["用", "gpt", "好"]


def test_a_language_without_a_list_has_no_function_words() -> None:
    assert function_terms("zh") == frozenset()
    assert "the" in function_terms("en")


def test_spelling_keeps_endings_and_forgives_case_stops_and_kind_of_apostrophe() -> None:
    assert [word for word, _, _ in spelled("The U.S. didn’t, JONAS’S boats did: 1,500!")] == [
        "the",
        "us",
        "didn't",
        "jonas's",
        "boats",
        "did",
        "1,500",
    ]


def test_spelling_takes_each_character_for_a_word_where_words_are_not_spaced() -> None:
    assert spelled("a联合国") == [("a", 0, 1), ("联", 1, 2), ("合", 2, 3), ("国", 3, 4)]


def test_spelling_is_the_same_for_composed_and_decomposed_accents() -> None:
    text = "Élodie Brûlé à Tromsø"

    composed = [word for word, _, _ in spelled(unicodedata.normalize("NFC", text))]
    decomposed = [word for word, _, _ in spelled(unicodedata.normalize("NFD", text))]

    assert composed == decomposed == ["élodie", "brûlé", "à", "tromsø"]


@pytest.mark.parametrize("typed", ["us", "US", "U.S.", "Us"])
def test_readings_hold_the_terms_of_a_word_in_any_case(typed: str) -> None:
    assert readings(typed) == [frozenset({"us", "us."})]


@given(text=texts(), language=st.sampled_from(["en", "ru", "fr", "zh", "xx"]))
def test_a_word_has_the_same_terms_alone_and_with_its_place(text: str, language: str) -> None:
    assert analyse(text, language) == [word.term for word in words(text, language)]


@given(st.text() | st.sampled_from(["Mr.Putin came.", "U.S. and twenty-five", "漁業の予算 is 40億円", "don’t l’homme"]))
def test_words_are_counted_as_the_index_counts_them(text: str) -> None:
    assert word_count(text) == len(analyse(text))
