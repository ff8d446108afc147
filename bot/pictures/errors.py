"""What keeps a quote from being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class PictureError(Exception):
    """A quote of which there is no picture; its text is one sentence that a user may read.

    Attributes:
        missing: Characters that no font has; none where the quote is too long.
    """

    def __init__(self, message: str, missing: Sequence[str] = ()) -> None:
        """Keep the sentence and the characters."""
        super().__init__(message)
        self.missing = missing
