"""Who sees a card, and who may turn its pages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.languages import ENGLISH, Language

_BASE = 36


@dataclass(frozen=True, kw_only=True, slots=True)
class Audience:
    """For whom a card is laid out.

    Attributes:
        asker: The user whose card it is: only they turn its pages for all.
        private: Whether only they see it.
        language: The asker's, for all that is no quote.
    """

    asker: int
    private: bool
    language: Language = ENGLISH

    @property
    def key(self) -> str:
        """The asker's id, short enough to stand in a button beside what else it has to hold.

        >>> Audience(asker=36 * 36 + 2, private=False).key
        '102'
        """
        return _base36(self.asker)


def asker_of(key: str) -> int:
    """Return the user id that a key stands for.

    Raises:
        ValueError: It is no key.
    """
    return int(key, _BASE)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, _BASE)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
