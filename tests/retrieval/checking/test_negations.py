import pytest

from retrieval.checking.negations import contrary, denials


@pytest.mark.parametrize(
    ("words", "language", "places"),
    [
        ("we do not want none", "en", {2, 4}),
        ("they wont and cannot", "en", {1, 3}),
        ("we hardly see it and you wouldntve", "en", {1, 6}),
        ("wir haben keine schiffe und nie welche", "de", {2, 5}),
        ("мы никогда не подпишем", "ru", {1, 2}),
        ("il n'y en a pas".replace("'", ""), "fr", {4}),
        ("no quiero nada", "es", {0, 2}),
        ("a knot in nottingham", "en", set()),
        ("not in a language without a list", "xx", set()),
    ],
)
def test_words_that_deny_are_found(words: str, language: str, places: set[int]) -> None:
    assert denials(words.split(), language) == places


def test_signs_deny_where_words_are_not_spaced() -> None:
    assert denials(list("我们不会支持"), "zh") == {2}
    assert denials(list("非常好"), "zh") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("possible", "impossible", "en"), ("disagree", "agree", "en"), ("wichtig", "unwichtig", "de")],
)
def test_a_prefix_makes_the_contrary(one: str, other: str, language: str) -> None:
    assert contrary(one, other, language)


@pytest.mark.parametrize(("one", "other"), [("possible", "possibly"), ("til", "until"), ("agree", "agreed")])
def test_other_words_are_no_contraries(one: str, other: str) -> None:
    assert not contrary(one, other, "en")
