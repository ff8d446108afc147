"""Questions and the answers that follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Turn

REACH = 3
"""Turns that an answer may stand behind its question: an interruption and its rebuff are common."""


def question_before(turns: Sequence[Turn], turn: Turn) -> Turn | None:
    """Return the question that an answerer's turn replies to, also over an interruption; None where none is near."""
    if turn.role != "answerer":
        return None
    near = reversed(turns[max(turn.index - REACH, 0) : turn.index])
    return next((earlier for earlier in near if earlier.role == "asker"), None)
