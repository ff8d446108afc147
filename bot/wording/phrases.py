"""Parts of sentences: things counted, listed, cut to a length that can be read, and set in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.languages import Language

# A question may hold sixty words that are unknown, and a hostile transcript a word of a thousand letters.
MOST_WORDS = 5
LONGEST_NAME = 100  # characters
_LONGEST_WORD = 40


def counted(number: int, noun: str) -> str:
    """Count things: `1 passage`, `1,234 passages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Join names as people do: `a, b and c`."""
    return ENGLISH.listed(names)


def shortened(text: str, limit: int) -> str:
    """Cut a name or title, never a quote, to a number of characters, and show that it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def quoted(word: str, language: Language) -> str:
    """Set a word in quotation marks, at a length that can be read."""
    return language.say("quote.marks", words=shortened(word, _LONGEST_WORD))
