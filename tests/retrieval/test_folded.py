from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from retrieval.folded import Folded

words = st.text(alphabet="abcdeéжñ", min_size=1, max_size=9)


@given(st.lists(words, max_size=20), words, st.integers(0, 2))
def test_no_word_within_so_many_slips_is_missed(spellings: list[str], typed: str, slips: int) -> None:
    folded = Folded.of(sorted({*spellings}))

    found = {*folded.words.texts_at(folded.within(typed, slips))}

    assert {word for word in spellings if OSA.distance(typed, word) <= slips} <= found


@given(st.lists(words, max_size=20), words)
def test_no_word_that_is_alike_is_missed(spellings: list[str], typed: str) -> None:
    folded = Folded.of(sorted({*spellings}))

    found = {*folded.words.texts_at(folded.alike(typed, 0.9))}

    assert {word for word in spellings if JaroWinkler.similarity(typed, word) >= 0.9} <= found


def test_a_word_is_found_as_it_is_written_first_of_all_in_capitals() -> None:
    folded = Folded.of(["Sea", "sea", "wind"])

    assert [folded.words.text_at(number) for number in range(2)] == ["wind", "sea"]
    assert folded.written.tolist() == [2, 0]


def test_words_without_a_letter_in_common_are_not_compared() -> None:
    folded = Folded.of(["harbour", "sky"])

    assert folded.within("harbor", 2).tolist() == [1]
