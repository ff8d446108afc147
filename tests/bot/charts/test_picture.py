from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.charts import Bar, Bars, png

if TYPE_CHECKING:
    import pytest

BARS = Bars(period="year", bars=(Bar("2021", 3), Bar("2022", 0), Bar("2023", 12)))


def test_a_picture_is_a_png_of_a_size_that_suits_a_phone() -> None:
    picture = png(BARS)

    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (1200, 480)


def test_the_same_bars_give_the_same_picture() -> None:
    assert png(BARS) == png(BARS)


def test_drawing_says_nothing_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        png(BARS)

    assert caplog.records == []


def test_without_the_extra_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    assert png(BARS) is None
