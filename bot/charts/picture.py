"""Bars as a PNG, drawn by matplotlib; a bot without that extra shows bars of text."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from bot.charts.bars import Bars

# Dark on white: that can be read on Discord's dark background and on its light one.
_INK, _PAPER, _FILL = "#1e1f22", "#ffffff", "#4752c4"
_INCHES, _DOTS = (8.0, 3.2), 150  # 1200 × 480 pixels
_MOST_UPRIGHT = 12  # labels that stand side by side without overlapping

# matplotlib's text and font machinery is shared by all figures and not made for threads.
_drawing = threading.Lock()


def png(bars: Bars) -> bytes | None:
    """Draw bars, or return None where matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        return None
    with _drawing:
        figure = Figure(figsize=_INCHES, dpi=_DOTS, facecolor=_PAPER, layout="constrained")
        _draw(figure.add_subplot(), bars)
        file = BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _draw(axes: Axes, bars: Bars) -> None:
    """Draw a bar for each period with its count above it, and no more lines than that needs."""
    labels, counts = [bar.label for bar in bars.bars], [bar.height for bar in bars.bars]
    places = range(len(labels))  # of labels that are numbers, matplotlib would log that it takes them for words
    drawn = axes.bar(places, counts, color=_FILL, width=0.8)
    axes.set_xticks(places, labels)
    axes.bar_label(drawn, labels=[f"{count:,}" if count else "" for count in counts], color=_INK, padding=2)
    upright = len(labels) <= _MOST_UPRIGHT
    axes.tick_params(axis="x", labelrotation=0 if upright else 60, colors=_INK, length=0)
    axes.yaxis.set_visible(False)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_INK)
    axes.margins(x=0.01, y=0.12)
