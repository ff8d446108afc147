from __future__ import annotations

from bot.interactions import Once


def test_the_second_time_is_not_the_first() -> None:
    once = Once()

    assert [once.first(1), once.first(1), once.first(2)] == [True, False, True]


def test_what_failed_may_be_done_again() -> None:
    once = Once()
    once.first(1)

    once.forget(1)
    once.forget(7)

    assert once.first(1)


def test_only_the_last_few_are_remembered() -> None:
    once = Once(most=2)
    for number in (1, 2, 3):
        once.first(number)

    assert [once.first(3), once.first(1)] == [False, True]
