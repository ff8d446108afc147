from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.interactions.pace import Pace

ANN, BOB = 1, 2


class Seconds:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_all_of_a_minutes_requests_may_come_at_once_and_the_next_waits_its_share() -> None:
    pace = Pace(4, Seconds())

    assert [pace.wait(ANN) for _ in range(5)] == [0, 0, 0, 0, 15]


def test_a_request_that_was_refused_costs_nothing() -> None:
    clock = Seconds()
    pace = Pace(4, clock)
    for _ in range(9):
        pace.wait(ANN)

    clock.now += 15

    assert pace.wait(ANN) == 0
    assert pace.wait(ANN) == 15


def test_each_user_is_counted_alone() -> None:
    pace = Pace(1, Seconds())

    assert (pace.wait(ANN), pace.wait(BOB), pace.wait(ANN)) == (0, 0, 60)


def test_zero_is_no_limit() -> None:
    pace = Pace(0, Seconds())

    assert {pace.wait(ANN) for _ in range(1000)} == {0.0}


def test_whoever_has_not_asked_for_a_minute_is_forgotten() -> None:
    clock = Seconds()
    pace = Pace(60, clock)
    for user in range(10_000):
        pace.wait(user)

    clock.now += 60
    pace.wait(10_001)

    assert len(pace._paid_until) == 1  # noqa: SLF001 - what is kept is what this is about


@given(st.integers(1, 1000), st.lists(st.floats(0, 30)))
def test_no_minute_and_a_half_sees_more_than_its_share(per_minute: int, pauses: list[float]) -> None:
    clock = Seconds()
    pace, granted = Pace(per_minute, clock), []
    for pause in pauses:
        clock.now += pause
        if pace.wait(ANN) == 0:
            granted.append(clock.now)

    assert all(len([one for one in granted if start <= one < start + 30]) <= per_minute * 1.5 + 1 for start in granted)
