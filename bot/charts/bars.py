"""Counts by day → bars of equal periods, short enough to be looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Period: TypeAlias = Literal["day", "month", "year", "decade"]

MOST_BARS = 24
_MONTHS = 12
_DECADE = 10


class Bar(NamedTuple):
    """A period and how much was counted in it."""

    label: str
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Bars:
    """Neighbouring periods without a gap, the oldest first; labels are numbers, which every language reads."""

    period: Period
    bars: tuple[Bar, ...]


def bars_of(counts: Sequence[tuple[date, int]]) -> Bars | None:
    """Choose the shortest periods of which there are few enough; None where all is in one, or in none.

    Args:
        counts: What was counted on each day, in order; days that count nothing widen the range.
    """
    if not counts:
        return None
    first, last = counts[0][0], counts[-1][0]
    period, number, label = next(
        scale for scale in _SCALES if scale.number(last) - scale.number(first) < MOST_BARS or scale is _SCALES[-1]
    )
    heights: Counter[int] = Counter()
    for day, count in counts:
        heights[number(day)] += count
    numbers = range(number(first), number(last) + 1)
    if len(numbers) == 1:
        return None
    return Bars(period=period, bars=tuple(Bar(label=label(one), height=heights[one]) for one in numbers))


class _Scale(NamedTuple):
    """How days fall into periods, which are numbered without a gap, and how a period is called."""

    period: Period
    number: Callable[[date], int]
    label: Callable[[int], str]


_SCALES = (
    _Scale(
        period="day",
        number=date.toordinal,
        label=lambda number: (date.min + timedelta(number - 1)).isoformat(),
    ),
    _Scale(
        period="month",
        number=lambda day: day.year * _MONTHS + day.month - 1,
        label=lambda number: f"{number // _MONTHS:04}-{number % _MONTHS + 1:02}",
    ),
    _Scale(period="year", number=lambda day: day.year, label=lambda number: f"{number:04}"),
    _Scale(
        period="decade",
        number=lambda day: day.year // _DECADE,
        label=lambda number: f"{number * _DECADE:04}–{number * _DECADE + _DECADE - 1:04}",
    ),
)
