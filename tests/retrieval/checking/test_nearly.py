import pytest

from retrieval.checking.nearly import all_but_one
from retrieval.checking.sightings import sought
from retrieval.index import Index
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


@pytest.mark.parametrize(
    ("quotation", "there"),
    [
        ("the harbour will be widened in three steps", 7),
        ("the harbour will not be widened in two steps", 8),
        ("the harbour will be widened two steps", 7),
        ("our harbour will be widened in two steps", 7),
    ],
)
def test_a_place_is_found_where_all_words_stand_but_one(index: Index, quotation: str, there: int) -> None:
    found = list(all_but_one(index, sought(index, quotation)))

    assert max(len(one.pairs) for one in found) == there


@pytest.mark.parametrize(
    "quotation",
    ["no harbour will ever be widened in two steps", "the harbour will", "the harbour " * 40],
)
def test_two_changes_too_few_words_and_too_many_are_left_to_others(index: Index, quotation: str) -> None:
    assert list(all_but_one(index, sought(index, quotation))) == []


def test_a_denial_is_looked_at_before_other_changes() -> None:
    other = "We will gladly sell the old boats of the town.\n\nQuestion: So?\n\nA.Holm: "
    index = Index.build([transcript(f"A.Holm: {other * 12}We will not sell the old boats of the town.\n")])

    first = next(all_but_one(index, sought(index, "we will sell the old boats of the town")))

    assert first.turn.stop == len(index.stream)
