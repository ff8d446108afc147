"""Who is introduced: “Foreign Minister Sergey Lavrov’s answer …” gives `S.Lavrov` a full name and an office."""

from __future__ import annotations

import re

from retrieval.persons import PARTICLES

INITIALS = re.compile(r"(?P<initials>(?:[^\W\d_]\.[\s-]?)+)(?P<surname>[^\W\d_][\w’'\-]*)")
INITIALS_MOST = 2  # letters: GZ stays GZ
ACRONYM = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,5}")
"""Letters that nobody can say as a name."""
WORD = re.compile(r"[^\W\d_][\w\-]*\.?|[^\W\d_]+[’'][\w\-]+")
OFFICE = re.compile(
    r"\b(?:(?:minister|president|secretary|ambassador|chancellor|director|governor|senator|commissioner|representative"
    r"|chief|officer|premier|professor|mayor|envoy|deputy|leader|founder|ceo|general|admiral|colonel|captain|judge"
    r"|justice|speaker|member|counsel|advis[eo]r|manager|editor|moderator|host|presenter|interpreter|translator"
    r"|operator|narrator|analyst|economist|correspondent|attorney|treasurer)s?|spokes\w+|chair\w*|congress(?:wo)?man|king|queen|prince(?:ss)?|pope)\b",
    re.IGNORECASE,
)
LINKS = frozenset({"of", "for", "the"})
"""Small words within an office."""
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
    given, surname = _split(name)
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


def _split(name: str) -> tuple[list[str], str]:
    """Return the given names or initials and the surname of a label, without an office: `President von der Leyen`."""
    initials = INITIALS.fullmatch(name)
    if initials:
        return [f"{letter}." for letter in re.findall(r"[^\W\d_]", initials["initials"])], initials["surname"]
    words = name.split()
    start = len(words) - 1
    while start and words[start - 1].casefold() in PARTICLES:
        start -= 1
    offices = [number for number, word in enumerate(words[:start]) if OFFICE.search(word)]
    given = words[offices[-1] + 1 : start] if offices else words[:start]
    return given[2:] if given[:1] and given[0] in LINKS else given, " ".join(words[start:])


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


def cased(name: str) -> str:
    """Return a name that was printed in capitals as names are written: JEAN-PIERRE → Jean-Pierre."""
    parts = re.findall(r"[^\W\d_]+", name)
    if not name.isupper() or re.search(r"\d", name) or max(map(len, parts)) <= INITIALS_MOST or ACRONYM.fullmatch(name):
        return name
    cased = re.sub(
        r"[^\W\d_]+", lambda part: part[0].lower() if part[0].lower() in LINKS else part[0].capitalize(), name
    )
    return cased[0].upper() + cased[1:]
