"""Written names → what makes two of them the same: letters, not case, accents, stops or honorifics."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.introductions import OFFICE
from retrieval.persons import PARTICLES
from retrieval.speakers import HONORIFIC, without_accents

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
    start = len(words) - 1
    while start and words[start - 1] in PARTICLES:
        start -= 1
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
