from __future__ import annotations

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.metrics import MEASURES, Match, auroc, match
from benchmarks.sets import Place, Query
from retrieval import Span

WRONG: Match = frozenset()
FIRST: Match = frozenset({0})
SECOND: Match = frozenset({1})
EITHER: Match = frozenset({0, 1})

matches = st.lists(st.frozensets(st.integers(0, 3), max_size=2), max_size=12)
confidences = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), min_size=1, max_size=12)


def place(start: int, end: int, transcript: str = "talk.txt") -> Place:
    return Place(transcript=transcript, span=Span(start=start, end=end))


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        (place(0, 10), {0}),
        (place(9, 21), {0, 1}),
        (place(10, 20), set()),
        (place(29, 90), {1}),
        (place(0, 10, transcript="other.txt"), set()),
    ],
    ids=["the same", "across two", "between two", "by one character", "in another transcript"],
)
def test_a_hit_matches_the_gold_turns_that_it_overlaps(hit: Place, expected: set[int]) -> None:
    query = Query(id="q", text="?", transcript="talk.txt", gold=(Span(start=0, end=10), Span(start=20, end=30)))

    found = match(hit, query)

    assert found == expected


@pytest.mark.parametrize(
    ("measure", "ranking", "gold", "expected"),
    [
        ("success@1", [FIRST], 1, 1.0),
        ("success@1", [WRONG, FIRST], 1, 0.0),
        ("success@5", [WRONG, WRONG, WRONG, WRONG, FIRST], 1, 1.0),
        ("success@5", [WRONG, WRONG, WRONG, WRONG, WRONG, FIRST], 1, 0.0),
        ("MRR@10", [WRONG, WRONG, FIRST, FIRST], 1, 1 / 3),
        ("MRR@10", [WRONG] * 10 + [FIRST], 1, 0.0),
        ("nDCG@10", [FIRST], 1, 1.0),
        ("nDCG@10", [WRONG, FIRST], 1, 1 / log2(3)),
        ("nDCG@10", [FIRST, WRONG, SECOND], 2, 1.5 / (1 + 1 / log2(3))),
        ("nDCG@10", [FIRST, FIRST], 2, 1 / (1 + 1 / log2(3))),
        ("nDCG@10", [EITHER, FIRST], 2, 1 / (1 + 1 / log2(3))),
        ("nDCG@10", [EITHER, SECOND], 2, 1.0),
        ("nDCG@10", [WRONG] * 10 + [FIRST], 1, 0.0),
    ],
)
def test_a_measure_equals_its_value_by_hand(measure: str, ranking: list[Match], gold: int, expected: float) -> None:
    value = MEASURES[measure](ranking, gold)

    assert value == pytest.approx(expected)


@pytest.mark.parametrize("measure", MEASURES)
def test_finding_nothing_is_worth_nothing(measure: str) -> None:
    value = MEASURES[measure]([], 3)

    assert value == 0.0


@pytest.mark.parametrize("measure", MEASURES)
@given(ranking=matches)
def test_a_measure_lies_between_nought_and_one(measure: str, ranking: list[Match]) -> None:
    value = MEASURES[measure](ranking, 4)

    assert 0.0 <= value <= 1.0


@given(ranking=matches)
def test_what_answers_in_front_is_never_worse(ranking: list[Match]) -> None:
    worse = {name: measure([WRONG, *ranking], 4) for name, measure in MEASURES.items()}

    values = {name: measure([FIRST, *ranking], 4) for name, measure in MEASURES.items()}

    assert all(values[name] >= worse[name] for name in MEASURES)


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [
        ([0.9, 0.8], [0.2, 0.1], 1.0),
        ([0.2, 0.1], [0.9, 0.8], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.5], [0.5, 0.1, 0.7], 4.5 / 6),
    ],
    ids=["apart", "the wrong way", "the same", "mixed"],
)
def test_auroc_equals_its_value_by_hand(positives: list[float], negatives: list[float], expected: float) -> None:
    value = auroc(np.array(positives), np.array(negatives))

    assert value == pytest.approx(expected)


@given(positives=confidences, negatives=confidences)
def test_auroc_is_the_share_of_pairs_in_order(positives: list[float], negatives: list[float]) -> None:
    pairs = [(yes > no) + (yes == no) / 2 for yes in positives for no in negatives]

    value = auroc(np.array(positives), np.array(negatives))

    assert value == pytest.approx(sum(pairs) / len(pairs))
