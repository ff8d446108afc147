import pytest

from retrieval.checking.differences import compare, slight, verbatim
from retrieval.checking.meaning import Wording
from retrieval.model import Difference

NAMES = frozenset({"bergen", "oslo"})


def wording(text: str, language: str = "en") -> Wording:
    return Wording(text, language, NAMES.__contains__)


def changes(claimed: str, said: str) -> list[tuple[str, str, str]]:
    ours, theirs = wording(claimed), wording(said)
    found = compare(ours, range(len(ours.keys)), theirs, range(len(theirs.keys)), 100)
    return [(one.kind, one.claimed, one.said) for one in found.differences] if found else []


@pytest.mark.parametrize(
    ("claimed", "said", "change"),
    [
        ("about 80 ships came", "about 70 ships came", ("number", "80", "70")),
        ("about seventeen ships came", "about seventy ships came", ("number", "seventeen", "seventy")),
        ("about 70 boats came", "about 70 ships came", ("word", "boats", "ships")),
        ("70 million ships came", "70 billion ships came", ("number", "70 million", "70 billion")),
        ("two hours ago it came", "two minutes ago it came", ("number", "hours", "minutes")),
        ("it cost 5 million euros here", "it cost 5 million dollars here", ("number", "euros", "dollars")),
        ("the first ship came", "the second ship came", ("number", "first", "second")),
        ("the new Arrow Bergen came", "the new Arrow Two came", ("name", "Bergen", "Two")),
        ("ships did not come here", "ships did come here", ("negation", "not", "")),
        ("the ships don't know it", "the ships know it", ("negation", "don't", "")),
        ("the ships know it", "the ships don't know it", ("negation", "", "don't")),
        ("ships did come here", "ships did not come here", ("negation", "", "not")),
        ("ships do come here", "ships don't come here", ("negation", "do", "don't")),
        ("ships never come here", "ships always come here", ("negation", "never", "always")),
        ("it is possible to come", "it is impossible to come", ("negation", "possible", "impossible")),
        ("ships of Oslo came", "ships of Bergen came", ("name", "Oslo", "Bergen")),
        ("ships of oslo came", "ships of Bergen came", ("name", "oslo", "Bergen")),
        ("ships came here", "ships slowly came here", ("omission", "", "slowly")),
        ("ships slowly came here", "ships came here", ("word", "slowly", "")),
    ],
)
def test_a_change_is_named_by_what_it_changes(claimed: str, said: str, change: tuple[str, str, str]) -> None:
    assert changes(claimed, said) == [change]


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("we are gonna come here", "we're gon na come here"),
        ("an e-mail came here", "an email came here"),
        ("it's not what we'd have liked", "it is not what we would have liked"),
        ("there has been a ship", "there's been a ship"),
    ],
)
def test_where_words_are_set_apart_makes_no_difference(claimed: str, said: str) -> None:
    assert changes(claimed, said) == []


@pytest.mark.parametrize(("claimed", "said"), [("we saw 1 05 ships", "we saw 105 ships"), ("a no table", "a notable")])
def test_numbers_and_denials_are_not_put_together(claimed: str, said: str) -> None:
    assert changes(claimed, said)


def test_a_difference_tells_its_place_on_both_sides() -> None:
    ours, theirs = wording("about 80 ships"), wording("about 70 ships")

    found = compare(ours, range(3), theirs, range(3), 100)

    assert found is not None
    [change] = found.differences
    assert change.claimed_span is not None
    assert change.said_span is not None
    assert (change.claimed_span.start, change.claimed_span.end) == (6, 8)
    assert (change.said_span.start, change.said_span.end) == (106, 108)


def test_texts_without_a_common_word_are_not_compared() -> None:
    assert compare(wording("ships came"), range(2), wording("boats went"), range(2), 0) is None


def test_all_words_in_a_row_are_found_wherever_they_stand() -> None:
    said = wording("The harbour is wide. Yes, the harbour is wide.")

    found = list(verbatim(wording("the harbour is wide"), said, 0))

    assert [(one.first, one.last, one.differences) for one in found] == [(0, 4, ()), (5, 9, ())]


@pytest.mark.parametrize(
    ("kind", "claimed", "said", "is_slight"),
    [
        ("number", "80", "70", True),
        ("negation", "", "not", True),
        ("negation", "possible", "impossible", True),
        ("name", "Oslo", "Bergen", True),
        ("word", "narow", "narrow", True),
        ("word", "whales", "trumpets", False),
        ("omission", "", "slowly", False),
    ],
)
def test_slips_are_told_from_other_words(kind: str, claimed: str, said: str, *, is_slight: bool) -> None:
    assert slight(Difference(kind=kind, claimed=claimed, said=said)) is is_slight  # type: ignore[arg-type]


def test_words_that_are_set_apart_belong_to_what_was_said() -> None:
    ours, theirs = wording("it's far too narrow"), wording("Yes. It is far too narrow.")

    found = compare(ours, range(4), theirs, range(6), 0)

    assert found is not None
    assert (found.first, found.last, found.differences) == (1, 6, ())
