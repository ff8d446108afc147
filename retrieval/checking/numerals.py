"""English numbers of several words → digits: `two hundred and five` is 205, `1.5 million` 1500000."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HUNDRED = 100
MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SORTS = {
    **{word: "u" if 0 < number < 10 else "t" for word, number in SMALL.items()},  # noqa: PLR2004 - one digit
    **dict.fromkeys(TENS, "x"),
    **dict.fromkeys(MAGNITUDES, "m"),
    "hundred": "h",
    "and": "&",
    "a": "a",
}
DIGITS = re.compile(r"\d{1,15}(?:\.\d{1,9})?")
BELOW_HUNDRED = r"(?:xu?|t|u)"
PART = rf"(?:(?:xu?|t|u|a)h(?:&?{BELOW_HUNDRED})?|{BELOW_HUNDRED})"
NUMBER = re.compile(rf"(?:{PART}|a(?=m)|d(?=m))(?:m(?:&?{PART}m)*(?:&?{PART})?)?")
"""A number by the sorts of its words: units, teens, tens, hundred, magnitudes, digits."""


def composed(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield words, those of one number as its digits, each with how many words it stands for.

    >>> list(composed("about two hundred and five ships".split()))
    [('about', 1), ('205', 4), ('ships', 1)]
    """
    place = 0
    for number in NUMBER.finditer("".join(map(_sort, words))):
        yield from ((word, 1) for word in words[place : number.start()])
        place = number.end()
        yield _value(words[number.start() : place]), place - number.start()
    yield from ((word, 1) for word in words[place:])


def _sort(word: str) -> str:
    """Return a letter for which sort of number word a word is, `-` for none."""
    return SORTS.get(word) or ("d" if DIGITS.fullmatch(word) else "-")


def _value(words: Sequence[str]) -> str:
    total, part = Decimal(0), Decimal(0)
    for word in words:
        if word in MAGNITUDES:
            total, part = total + part * MAGNITUDES[word], Decimal(0)
        elif word == "hundred":
            part *= HUNDRED
        elif word == "a":
            part = Decimal(1)
        elif word != "and":
            part += SMALL.get(word) or TENS.get(word) or Decimal(word if DIGITS.fullmatch(word) else 0)
    value = f"{total + part:f}"
    return value.rstrip("0").rstrip(".") if "." in value else value
