"""Seconds or milliseconds: nothing in a file of numbers says which, so what they measure has to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.formats.recognition.pieces import Piece

APART = 30.0
"""Times this much over the recording's length in seconds can only be milliseconds: the two lie a thousand apart."""
DAY = 86_400.0
SLOWEST = 0.15
"""Characters a second of the slowest speech worth a transcript. Speech has 5 to 30: in milliseconds 0.005 to 0.03."""


def in_milliseconds(pieces: Sequence[Piece], duration: float | None, *, usual: bool) -> bool:
    """Tell whether the times of pieces are milliseconds.

    Args:
        pieces: What was recognised, in order.
        duration: The length of the recording as the file states it, or None.
        usual: What the times of such files are when nothing shows it.
    """
    times = [time for piece in pieces for time in (piece.start, piece.end) if time is not None]
    longest = max(times, default=0.0)
    if duration and not 1 / APART < longest / duration < APART:
        return longest > duration
    if any(time % 1 for time in times) and longest < DAY:
        return False
    spoken = sum(piece.end - piece.start for piece in pieces if piece.start is not None and piece.end is not None)
    span = spoken if spoken > 0 else longest - min(times, default=0.0)
    return sum(len(piece.words) for piece in pieces) < SLOWEST * span if span > 0 else usual
