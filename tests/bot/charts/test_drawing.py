from __future__ import annotations

from bot.charts import Bar, Bars, drawn


def heights(*counts: int) -> list[str]:
    return [bar for _, bar, _ in drawn(Bars(period="year", bars=tuple(Bar(str(count), count) for count in counts)))]


def test_bars_are_as_long_as_their_share_of_the_longest() -> None:
    assert heights(4, 2, 1) == ["█" * 16, "█" * 8, "█" * 4]


def test_whatever_is_counted_shows_and_nothing_shows_nothing() -> None:
    assert heights(10_000, 1, 0) == ["█" * 16, "▏", ""]
    assert heights(0, 0) == ["", ""]
