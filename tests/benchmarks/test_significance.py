from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.significance import p_values

ROUNDS = 2_000
differences = st.lists(st.floats(-1, 1, allow_subnormal=False), min_size=1, max_size=30)


def p_of(values: list[float], rounds: int = ROUNDS, seed: int = 1) -> float:
    return float(p_values(np.array(values)[:, None], rounds, seed)[0])


def test_equal_systems_differ_by_chance_for_sure() -> None:
    p = p_of([0.0] * 50)

    assert p == 1.0


def test_a_system_that_wins_every_question_does_not_win_by_chance() -> None:
    p = p_of([1.0] * 50)

    assert p == pytest.approx(1 / (ROUNDS + 1))


def test_p_agrees_with_all_signs_counted_out() -> None:
    values = [0.9, 0.4, -0.3, 0.7, 0.1, -0.2, 0.5, 0.6]
    sums = [abs(np.dot(signs, values)) for signs in product((-1, 1), repeat=len(values))]
    exact = np.mean(np.array(sums) >= abs(sum(values)) - 1e-9)

    p = p_of(values, rounds=20_000)

    assert p == pytest.approx(exact, abs=0.01)


def test_equal_sums_count_whatever_the_order_of_their_terms() -> None:
    p = p_of([0.1, 0.2, -0.3, 0.1, 0.2, -0.3])

    assert p == 1.0


def test_every_comparison_is_tested_by_itself() -> None:
    together = p_values(np.array([[1.0, 0.2], [1.0, -0.1], [1.0, 0.0]]), ROUNDS, 1)

    assert together.tolist() == [p_of([1.0, 1.0, 1.0]), p_of([0.2, -0.1, 0.0])]


def test_the_same_seed_draws_the_same_p() -> None:
    values = [0.5, -0.2, 0.3, 0.1, 0.9]

    assert p_of(values, seed=7) == p_of(values, seed=7)


def test_rounds_that_fill_no_whole_block_all_count() -> None:
    p = p_of([1.0] * 50, rounds=1_500)

    assert p == pytest.approx(1 / 1_501)


@given(values=differences)
def test_p_is_a_probability_and_never_nought(values: list[float]) -> None:
    p = p_of(values, rounds=200)

    assert 1 / 201 <= p <= 1.0


@given(values=differences)
def test_who_is_compared_with_whom_makes_no_difference(values: list[float]) -> None:
    p = p_of(values, rounds=200)

    assert p_of([-value for value in values], rounds=200) == p


@given(values=differences)
def test_scale_makes_no_difference(values: list[float]) -> None:
    p = p_of(values, rounds=200)

    assert p_of([value * 4 for value in values], rounds=200) == p
