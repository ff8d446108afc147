"""Which of the people a transcript names a short label means: `Mat` is Mat Ryer, `AvW` Aaron van Wirdum."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from retrieval.names import PARTICLES, parted, surname_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_][\w’'\-]*\.?")
CAPITALISED = r"[^\W\d_a-z][\w’'\-]*"
FULL = (
    rf"{CAPITALISED}(?:[^\S\n](?:[^\W\d_]\.|{CAPITALISED}\.?|{'|'.join(sorted(PARTICLES))})){{0,3}}[^\S\n]{CAPITALISED}"
)
SHORT = r"[^\W\d_a-z][\w.]{1,4}"
LEGEND = re.compile(
    rf"\b(?P<before>{SHORT})[^\S\n]*[=–—:-][^\S\n]*(?P<full>{FULL})[^\S\n]*(?=$|[,;(])"
    rf"|\b(?P<name>{FULL})[^\S\n]*\((?P<after>{SHORT})\)|^(?P<alone>{FULL})[^\S\n]*(?=\()",
    re.MULTILINE,
)
"""`JS = Jane Stone`, `Jane Stone (JS)`, and a line that begins `Jane Stone (chair)`."""
INTRODUCES = re.compile(
    r"\b(?:I[’']m|I am|[Mm]y name is|[Mm]y name[’']s|joined by|guests? (?:today )?(?:is|are)|[Ww]elcome,?|[Hh]osts?,?)"
    rf"[^\S\n](?P<name>{FULL})(?=[,.!?;]|[^\S\n][a-z]|$)"
)
STOPPED = re.compile(r"(?:[^\W\d_]\.\s?){2,4}")
"""Initials with stops: `J.S.`"""
STOPS = re.compile(r"[.\s]")
FEWEST = 2  # letters of a part by which somebody may be called


def legend(text: str) -> list[str]:
    """Return the full names that some lines give beside initials, or before brackets.

    >>> legend("Present: Jane Stone (JS), Max de la Cruz (MC)")
    ['Jane Stone', 'Max de la Cruz']
    """
    found: list[str] = []
    for entry in LEGEND.finditer(text):
        name, initials = entry["name"] or entry["full"] or entry["alone"], entry["after"] or entry["before"]
        if initials is None or initials.casefold() in {part.casefold() for part in _parts(name)}:
            found.append(name)
    return list(dict.fromkeys(found))


def introduced_in(speech: str) -> list[str]:
    """Return the full names under which people introduce themselves or a guest.

    >>> introduced_in("Hi, I’m Jane Stone, and I am joined by Max de la Cruz.")
    ['Jane Stone', 'Max de la Cruz']
    """
    return list(dict.fromkeys(entry["name"] for entry in INTRODUCES.finditer(speech)))


def bearers(people: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return who bears each name that people may be called by: in full, by one of their names, by their initials.

    Keys are in small letters.
    """
    meant: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for part in _parts(person):
            if len(part) >= FEWEST:
                meant[part.casefold()].add(person)
    return {part: frozenset(persons) for part, persons in meant.items()}


def person_meant(name: str, bearing: Mapping[str, frozenset[str]]) -> str | None:
    """Return the only one of those whom a name may mean, as `bearers` has them; None for nobody or several."""
    persons = bearing.get(STOPS.sub("", name).casefold() if STOPPED.fullmatch(name) else name.casefold())
    given, surname = parted(name)
    if persons is None and given and given[0][1:2] == ".":
        family = bearing.get(surname.casefold(), frozenset())
        persons = frozenset(person for person in family if person[0].casefold() == given[0][0].casefold())
    return next(iter(persons)) if persons and len(persons) == 1 else None


def _parts(person: str) -> Iterable[str]:
    words = [word for word in person.split() if WORD.fullmatch(word)]
    yield person
    if len(words) < FEWEST:
        return
    surname = " ".join(words[max(surname_start(words), 1) :])
    yield from (words[0], words[-1], surname, f"{words[0]} {surname}")
    for kept in (words, [word for word in words if word.casefold() not in PARTICLES]):
        yield "".join(word[0] for word in kept)
