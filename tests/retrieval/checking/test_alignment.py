import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.checking.alignment import align, runs

LETTERS = st.text(alphabet="abcde", max_size=12)


@pytest.mark.parametrize(
    ("claimed", "said", "pairs"),
    [
        ("the big dog", "the cat and the big dog", [(0, 3), (1, 4), (2, 5)]),
        ("he is not here", "he is here but she is not", [(0, 0), (1, 1), (3, 2)]),
        ("one two", "three four", []),
        ("", "three four", []),
        ("a b c", "a b c", [(0, 0), (1, 1), (2, 2)]),
    ],
)
def test_equal_words_close_together_are_paired(claimed: str, said: str, pairs: list[tuple[int, int]]) -> None:
    assert align(claimed.split(), said.split()) == pairs


def test_a_word_far_from_the_rest_is_a_stray() -> None:
    assert align("ships came here".split(), ["ships", "came", *"abcdefgh", "here"]) == [(0, 0), (1, 1)]


@given(LETTERS, LETTERS)
def test_pairs_are_equal_words_and_ascend_on_both_sides(claimed: str, said: str) -> None:
    pairs = align(claimed, said)

    assert all(claimed[one] == said[other] for one, other in pairs)
    assert pairs == sorted(pairs)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)


@given(LETTERS)
def test_words_are_paired_with_themselves(words: str) -> None:
    assert align(words, words) == [(place, place) for place in range(len(words))]


def test_pairs_that_go_on_word_by_word_are_one_run() -> None:
    assert runs([(0, 3), (1, 4), (3, 5), (4, 6)]) == [[(0, 3), (1, 4)], [(3, 5), (4, 6)]]
