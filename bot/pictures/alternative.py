"""What stands in for a picture where it is read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.escaping import one_line
from bot.cards.limits import text_length
from bot.wording import attribution, counted, shortened, whence

if TYPE_CHECKING:
    from retrieval import Quote

LONGEST = 1024
"""Characters in the description of an attachment, as Discord limits it."""
_LONGEST_NAME = 300


def alternative_text(quote: Quote) -> str:
    """Describe a picture: the quote whole with whose it is, or whose it is and that it is too long to repeat."""
    origin = f"{_name(attribution(quote))}. {_name(whence(quote.transcript))}."
    words = one_line(quote.text)
    whole = f"“{words}” — {origin}"
    if text_length(whole) <= LONGEST:
        return whole
    return f"A quote of {counted(len(words.split()), 'word')}, too long to repeat here, by {origin}"


def _name(text: str) -> str:
    return shortened(one_line(text), _LONGEST_NAME)
