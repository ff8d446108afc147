"""Words with the label that holds for them → turns: who speaks, and whether that one asks or answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.exchanges import evident_roles
from retrieval.model import Turn
from retrieval.roles import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

    from retrieval.model import Role, Span, Speaker


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Words that one label holds for.

    Attributes:
        label: As printed; a name that the file gives otherwise where no label is printed; None where nobody is named.
        span: Where the words stand.
        time: From the start of the recording, or None.
    """

    label: str | None
    span: Span
    time: timedelta | None


def turns_of(text: str, pieces: Sequence[Piece], speakers: Mapping[str, Speaker | None]) -> tuple[Turn, ...]:
    """Return the pieces of a text as its turns.

    Args:
        text: The canonical text.
        pieces: In order.
        speakers: Who is behind each label.
    """
    parts = _roles([(piece.label, text[piece.span.start : piece.span.end]) for piece in pieces if piece.label])
    return tuple(
        Turn(
            index=index,
            speaker=speakers[piece.label] if piece.label else None,
            role=parts[piece.label] if piece.label else None,
            span=piece.span,
            time=piece.time,
        )
        for index, piece in enumerate(pieces)
    )


def _roles(labelled: Sequence[tuple[str, str]]) -> Mapping[str, Role | None]:
    """Return the role of each label, given the words after it: as labels tell, or else as who puts questions does."""
    told = roles({label for label, _ in labelled})
    return told if any(told.values()) else evident_roles(labelled)
