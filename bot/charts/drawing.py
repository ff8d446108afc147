"""Bars of text, a line each, for where no picture can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.charts.bars import Bars

WIDTH = 16  # characters of the longest bar
_FULL = "█"
_PARTS = " ▏▎▍▌▋▊▉"


def drawn(bars: Bars) -> list[tuple[str, str, int]]:
    """Return the label, the drawn bar and the count of each period; whatever is counted shows."""
    tallest = max(1, *(bar.height for bar in bars.bars))
    return [(bar.label, _bar(bar.height / tallest), bar.height) for bar in bars.bars]


def _bar(part: float) -> str:
    """Draw a part of the longest bar, in eighths of a character.

    >>> _bar(0.5), _bar(0.01), _bar(0)
    ('████████', '▏', '')
    """
    if not part:
        return ""
    full, eighths = divmod(max(1, round(part * WIDTH * 8)), 8)
    return (_FULL * full + _PARTS[eighths]).rstrip()
