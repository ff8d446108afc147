"""What a name is made of, and what makes two of them the same: letters, not case, accents, stops or honorifics."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.titles import HONORIFIC, LINKS, OFFICE

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTICLES = frozenset("de da di du del della van von der den ten ter la le el al bin ibn dos das".split())
"""Small words that belong to the surname after them."""
INITIALS = re.compile(r"(?P<initials>(?:[^\W\d_]\.[\s-]?)+)(?P<surname>[^\W\d_][\w’'\-]*)")
INITIALS_MOST = 2  # letters: GZ stays GZ
ACRONYM = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,5}")
"""Letters that nobody can say as a name."""
WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
INITIAL = re.compile(r"[^\W\d_]")
ARTICLES = frozenset("the of for and".split())
OUTSIDE = re.compile(r"[(\[（,].*|\s[-–—]\s.*", re.DOTALL)
"""What follows a name: an office, a company, a language."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, in small letters: forenames or their initials, and the surname; either may be empty."""

    given: tuple[str, ...]
    surname: str

    @property
    def spelled(self) -> bool:
        """Whether it holds a forename that is spelled out."""
        return bool(self.given) and len(self.given[0]) > 1 and bool(self.surname)


def surname_start(words: Sequence[str]) -> int:
    """Return which word of a name its surname begins with: `van` of Jonas van der Berg."""
    start = max(len(words) - 1, 0)
    while start and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start


def parted(name: str) -> tuple[list[str], str]:
    """Return the given names or initials and the surname of a name as it is written, without an office.

    >>> parted("President von der Leyen"), parted("J.F.Kennedy")
    (([], 'von der Leyen'), (['J.', 'F.'], 'Kennedy'))
    """
    initials = INITIALS.fullmatch(name)
    if initials:
        return [f"{letter}." for letter in re.findall(r"[^\W\d_]", initials["initials"])], initials["surname"]
    words = name.split()
    start = surname_start(words)
    offices = [number for number, word in enumerate(words[:start]) if OFFICE.search(word)]
    given = words[offices[-1] + 1 : start] if offices else words[:start]
    return given[2:] if given[:1] and given[0] in LINKS else given, " ".join(words[start:])


def cased(name: str) -> str:
    """Return a name that was printed in capitals as names are written: JEAN-PIERRE → Jean-Pierre."""
    parts = re.findall(r"[^\W\d_]+", name)
    if not name.isupper() or re.search(r"\d", name) or max(map(len, parts)) <= INITIALS_MOST or ACRONYM.fullmatch(name):
        return name
    cased = re.sub(
        r"[^\W\d_]+", lambda part: part[0].lower() if part[0].lower() in LINKS else part[0].capitalize(), name
    )
    return cased[0].upper() + cased[1:]


def without_accents(name: str) -> str:
    """Return a name in plain letters: Ángel → Angel."""
    if name.isascii():
        return name
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def folded(name: str) -> str:
    """Return a name's words in small letters, without honorifics, stops and accents.

    >>> folded("Dr. Ángel O’Neil-Roe")
    'angel oneil-roe'
    """
    return " ".join(WORD.findall(APOSTROPHE.sub("", HONORIFIC.sub("", without_accents(name)).casefold())))


def parts_of(name: str) -> Name | None:
    """Return the parts of a person's name, without an office; None for what names nobody by surname: `Speaker 2`.

    >>> parts_of("President von der Leyen")
    Name(given=(), surname='von der leyen')
    """
    bare = OFFICE.sub(" ", OUTSIDE.sub("", name))
    if re.search(r"\d|_", bare):
        return None
    words = [word for word in folded(bare).split() if word not in ARTICLES]
    if not words or INITIAL.fullmatch(words[-1]):
        return None
    start = surname_start(words)
    return Name(given=tuple(words[:start]), surname=" ".join(words[start:]))


def may_be(short: Name, full: Name) -> bool:
    """Tell whether a short name may be a fuller one: the same surname, and forenames or initials that agree in order.

    >>> may_be(Name(("s",), "lavrov"), Name(("sergey", "viktorovich"), "lavrov"))
    True
    """
    if short.surname != full.surname or len(short.given) > len(full.given):
        return False
    if not short.given:
        return True
    return _agree(short.given[0], full.given[0]) and _in_order(short.given[1:], full.given[1:])


def _in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether each of some forenames agrees with one of others, in the same order."""
    rest = iter(full)
    return all(any(_agree(one, other) for other in rest) for one in short)


def _agree(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one))
