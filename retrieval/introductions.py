"""Who is introduced: “Foreign Minister Sergey Lavrov’s answer …” gives `S.Lavrov` a full name and an office."""

from __future__ import annotations

import re

from retrieval.names import cased, parted
from retrieval.titles import LINKS, OFFICE

WORD = re.compile(r"[^\W\d_][\w\-]*\.?|[^\W\d_]+[’'][\w\-]+")
BREAKS = frozenset(
    "by with from and to at in on as meets remarks statement interview speech address answer answers transcript"
    " briefing conference comment comments opening closing joint meeting talks".split()
)
"""Words that are part of nobody's name or office, though a title may capitalise them."""
INSTITUTIONS = frozenset(
    "affairs state states defence defense federation nations union council commission relations trade staff"
    " security house republic kingdom party department ministry treasury interior health energy finance economy"
    " education".split()
)
"""Words that end an office and are nobody's forename: Secretary of State Kerry."""
PATRONYMIC = re.compile(r"[^\W\d_]\.|\w+(?:vich|vna|ich|вич|вна)", re.IGNORECASE)
"""A middle name that labels leave out: John F. Kennedy, Sergey Viktorovich Lavrov."""


def introduced(name: str, heading: str) -> tuple[str, str | None]:
    """Return the full name and the office under which a heading introduces somebody, else the name as it is.

    The given name has to agree with the label, and the heading must know one such person only.
    """
    given, surname = parted(name)
    if not _bears_name(surname) or surname.casefold() not in heading.casefold():
        return cased(name), None
    places = re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", heading, re.IGNORECASE)
    people = [
        person for place in places if (person := _person(_run(heading[: place.start()]), place[0], given)) is not None
    ]
    fullest = max((full for full, _ in people), key=len, default="")
    if not people or not all(fullest.endswith(full) for full, _ in people):
        return cased(name), None
    return fullest, next((office for _, office in people if office), None)


def _bears_name(surname: str) -> bool:
    """Tell whether a label's last word can be a surname, as in `Grad E`, `Speaker 2` and `The President` it cannot."""
    return len(surname) > 1 and surname[0].isalpha() and not OFFICE.search(surname)


def _run(before: str) -> list[str]:
    """Return the words of an office and a name that end a text: `… with Foreign Minister Sergey ` → the last three."""
    words = before.split() if before[-1:].isspace() else []
    start = len(words)
    while start and _named(words[start - 1]):
        start -= 1
    while start < len(words) and words[start] in LINKS:
        start += 1
    return words[start:]


def _named(word: str) -> bool:
    """Tell whether a word may be part of an office or a name."""
    return word in LINKS or (word[0].isupper() and WORD.fullmatch(word) is not None and word.casefold() not in BREAKS)


def _person(run: list[str], surname: str, given: list[str]) -> tuple[str, str | None] | None:
    """Return the name and the office that a run of words gives a surname; None when they are somebody else's."""
    forenames = _agreeing(run, given) if given else _forenames(run)
    office = _office(run[: len(run) - len(forenames)])
    if not forenames and (given or office is None):
        return None
    return cased(" ".join([*forenames, surname])), office


def _agreeing(run: list[str], given: list[str]) -> list[str]:
    """Return the forenames that end a run and agree with a label's: `S.V.` with Sergey and with Sergey Viktorovich."""
    tails = [run[-len(given) :], run[-1:], run[-2:] if PATRONYMIC.fullmatch(run[-1]) else []] if run else []
    agreeing = (tail for tail in tails if tail and all(map(_forename, tail)) and all(map(_agree, tail, given)))
    return next(agreeing, [])


def _agree(written: str, given: str) -> bool:
    """Tell whether a forename may be what a label gives: the same, or its initial."""
    return written[0].casefold() == given[0].casefold() if given[1:] == "." else written.casefold() == given.casefold()


def _forenames(run: list[str]) -> list[str]:
    """Return the forenames that end a run where nothing but an office stands before them."""
    names = run[-2:] if run and PATRONYMIC.fullmatch(run[-1]) else run[-1:]
    before = run[: len(run) - len(names)]
    alone = not before or (before[-1] not in LINKS and _office(before) is not None)
    return names if alone and all(map(_forename, names)) else []


def _forename(word: str) -> bool:
    """Tell whether a capitalised word may be a forename: no office and no institution."""
    return word not in LINKS and not OFFICE.search(word) and word.casefold() not in INSTITUTIONS


def _office(words: list[str]) -> str | None:
    """Return the office that words name, None when they name none; `Presidents George Bush and …` is one of them."""
    office = " ".join(words)
    if not OFFICE.search(office):
        return None
    return cased(office[:-1] if OFFICE.search(words[-1]) and re.search(r"[^s]s$", office) else office)
