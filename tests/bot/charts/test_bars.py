from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts import Bar, bars_of
from bot.charts.bars import MOST_BARS


def test_a_few_days_are_shown_day_by_day_without_a_gap() -> None:
    bars = bars_of([(date(2021, 5, 30), 2), (date(2021, 6, 1), 1)])

    assert bars is not None
    assert (bars.period, bars.bars) == (
        "day",
        (Bar("2021-05-30", 2), Bar("2021-05-31", 0), Bar("2021-06-01", 1)),
    )


@pytest.mark.parametrize(
    ("last", "period", "labels"),
    [
        (date(2021, 12, 31), "month", ("2021-01", "2021-12")),
        (date(2023, 1, 1), "year", ("2021", "2023")),
        (date(2061, 1, 1), "decade", ("2020–2029", "2060–2069")),
    ],
)
def test_the_longer_the_time_the_longer_the_periods(last: date, period: str, labels: tuple[str, str]) -> None:
    bars = bars_of([(date(2021, 1, 1), 1), (last, 1)])

    assert bars is not None
    assert (bars.period, (bars.bars[0].label, bars.bars[-1].label)) == (period, labels)


def test_one_day_alone_is_no_chart() -> None:
    assert bars_of([(date(2021, 1, 1), 5)]) is None
    assert bars_of([]) is None


@given(st.dictionaries(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 9), min_size=2))
def test_nothing_is_lost_and_there_are_never_too_many(counts: dict[date, int]) -> None:
    bars = bars_of(sorted(counts.items()))

    assert bars is not None
    assert sum(bar.height for bar in bars.bars) == sum(counts.values())
    assert len(bars.bars) <= MOST_BARS
