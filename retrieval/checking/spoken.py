"""Text → words as they are compared: the same spoken words, however they are written down.

Case, punctuation, apostrophes, `70 %` against `70 percent`, `$5` against `5 dollars` and `seventy` against `70` make no
difference. An ending or an accent does: quoting is stricter than searching.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.checking.numerals import MAGNITUDES, composed
from retrieval.languages import DEFAULT, NUMERALS
from retrieval.terms import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "₽": "rubles", "¥": "yen"}
SIGNS = {"%": "percent", "&": "and", "-": "minus", "−": "minus", **CURRENCIES}
"""Signs that are spoken, and how; any other currency's is its own word."""
SIGN = re.compile(r"[%&$€£₽¥₹₩₪₴₺₿¢]|(?<![^\s(\[“\"])[-−](?=\d)")
SPOKEN_ALIKE = {
    "en": {
        "mister": "mr",
        "doctor": "dr",
        "okay": "ok",
        "dollar": "dollars",
        "euro": "euros",
        "pound": "pounds",
        "ruble": "rubles",
        "rouble": "rubles",
        "roubles": "rubles",
    }
}
"""Ways to write one spoken word, by language."""
NOT_ENDING = re.compile(
    r"(?P<verb>do|does|did|is|are|was|were|have|has|had|would|could|should|might|must|need|ought|dare|ca|wo|sha|can)"
    r"(?:n['’]?t|not)",
    re.IGNORECASE,
)
"""A verb that English runs together with “not”; speech recognition may drop the apostrophe."""
IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
COMPOUNDING = frozenset({"en"})
"""Languages whose numbers of several words are put together."""
DECIMAL_COMMA = frozenset("ca cs da de el es et eu fi fr hu id it lt nl no pl pt ro ru sr sv tr uk".split())
THOUSANDS = {
    ",": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    ".": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
"""Numbers whose thousands are set apart, by the decimal sign."""
PARTING = re.compile(r"[^\s\-‐‑–]")
"""What stands between two words that are not of one number."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, or a sign that is spoken: what it is compared by, and its place."""

    key: str
    start: int
    end: int


def tokens(text: str, language: str = DEFAULT) -> list[Token]:
    """Return the words of a text as they are compared, in the order spoken.

    >>> [token.key for token in tokens("Mr.Roe's second-class $1.5 million – twenty-five %")]
    ['mr', 'roes', 'second', 'class', '1500000', 'dollars', '25', 'percent']
    """
    read = [token for word, start, end in spelled(text) for token in _read(word, start, end, language)]
    signs = [Token(SIGNS.get(sign[0], sign[0]), sign.start(), sign.end()) for sign in SIGN.finditer(text)]
    words = _in_spoken_order(text, sorted((*read, *signs), key=lambda token: token.start)) if signs else read
    return list(_composed(text, words)) if language in COMPOUNDING else words


def uncontracted(word: str) -> tuple[str, ...]:
    """Return the English words that a word runs together.

    >>> uncontracted("won't"), uncontracted("cannot"), uncontracted("want")
    (('will', 'not'), ('can', 'not'), ('want',))
    """
    found = NOT_ENDING.fullmatch(word)
    return (IRREGULAR.get(found["verb"], found["verb"]), "not") if found else (word,)


def _read(word: str, start: int, end: int, language: str) -> Iterator[Token]:
    parts = uncontracted(word) if language == DEFAULT else (word,)
    return (Token(_key(part, language), start, end) for part in parts)


def _key(word: str, language: str) -> str:
    if word[0].isdigit():
        return _number(word, "," if language in DECIMAL_COMMA else ".")
    key = word.replace("'", "").replace("ё", "е") or word
    if language not in COMPOUNDING:
        key = NUMERALS.get(language, {}).get(key, key)
    return SPOKEN_ALIKE.get(language, {}).get(key, key)


def _number(word: str, point: str) -> str:
    """Return a number in European digits with a decimal point, and nothing between the thousands."""
    western = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in word)
    if THOUSANDS[point].fullmatch(western):
        western = western.replace("," if point == "." else ".", "")
    return western.replace(",", ".")


def _in_spoken_order(text: str, words: Sequence[Token]) -> list[Token]:
    """Return words with a currency's sign behind its number: `$5 million` is spoken “five million dollars”."""
    ordered: list[Token] = []
    held: list[Token] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        if unicodedata.category(text[word.start]) == "Sc" and following and _numeric(following):
            held = [word]
            continue
        ordered.append(word)
        if held and not (following and following.key in MAGNITUDES):
            ordered, held = [*ordered, *held], []
    return ordered


def _numeric(word: Token) -> bool:
    return word.key[0].isdigit()


def _composed(text: str, words: Sequence[Token]) -> Iterator[Token]:
    """Yield words with those of one number put together; a stop or a comma parts two numbers."""
    for run in _unparted(text, words):
        place = 0
        for key, length in composed([word.key for word in run]):
            yield Token(key, run[place].start, run[place + length - 1].end)
            place += length


def _unparted(text: str, words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield words in runs without punctuation between them."""
    first = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or PARTING.search(text, words[place - 1].end, words[place].start):
            yield words[first:place]
            first = place
