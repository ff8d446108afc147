"""Who is who: `S.Lavrov` under “Foreign Minister Sergey Lavrov’s answer …” is Sergey Lavrov, Foreign Minister."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from retrieval.errors import UnknownSpeakerError
from retrieval.model import Role, Speaker
from retrieval.persons import PARTICLES, parts_of, person_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MISSPELT = 0.75  # similarity of a misspelt name to the right one: one letter in four may be wrong

ASKERS = frozenset(
    "question q journalist reporter correspondent interviewer media press audience"
    " вопрос журналист корреспондент frage pregunta domanda 質問 記者 问 记者".split()
)
ANSWERERS = frozenset("answer a ответ antwort respuesta réponse risposta 回答 答".split())
LETTERS: tuple[Mapping[str, Role], ...] = tuple(
    {asks: "asker", replies: "answerer"} for asks, replies in ("qa", "pr", "qr", "fa", "dr", "во")
)
"""Letters for question and answer: English, Spanish and Portuguese, French, German, Italian, Russian."""
BREAK = re.compile(r"\W*(?:\w+ ){0,2}(?:break|interlude)\W*", re.IGNORECASE)
NOBODY = frozenset(
    "note notes scene break music applause laughter jingle outro intro theme song advertisement advertisements ad ads"
    " sponsor sponsors commercial crosstalk silence inaudible pause video".split()
)

ASKER_PREFIX = re.compile(r"Q\.?\s+(?P<name>\S.*)")
HONORIFICS = r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Rt|Hon|Lord|Lady)\b\.?\s*)+"
HONORIFIC = re.compile(HONORIFICS, re.IGNORECASE)
INITIALS = re.compile(r"(?P<initials>(?:[^\W\d_]\.[\s-]?)+)(?P<surname>[^\W\d_][\w’'\-]*)")
INITIALS_MOST = 2  # letters: GZ stays GZ
ACRONYM = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,5}")
"""Letters that nobody can say as a name."""
BRACKETED = re.compile(r"\s*[(\[（](?P<note>[^()\[\]（）]*)[)\]）]\s*$")
ASIDE = re.compile(r"(?:\s+(?:-{1,2}|[–—/|])|,)\s+(?P<note>.*)")
NUMBER = re.compile(r"\s*#?\s*\d+$")
WORD = re.compile(r"[^\W\d_][\w\-]*\.?|[^\W\d_]+[’'][\w\-]+")
OFFICE = re.compile(
    r"\b(?:(?:minister|president|secretary|ambassador|chancellor|director|governor|senator|commissioner|representative"
    r"|chief|officer|premier|professor|mayor|envoy|deputy|leader|founder|ceo|general|admiral|colonel|captain|judge"
    r"|justice|speaker|member|counsel|advis[eo]r|manager|editor|moderator|host|presenter|interpreter|translator"
    r"|operator|narrator)s?|spokes\w+|chair\w*|congress(?:wo)?man|king|queen|prince(?:ss)?|pope)\b",
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


def identify(labels: Iterable[str], heading: str, people: Sequence[str] = ()) -> Mapping[str, Speaker | None]:
    """Return the speaker behind each label, as full as the transcript allows; None for labels that nobody bears.

    Args:
        labels: As printed, `S.Lavrov (in English)` included.
        heading: The lines before the first words; names and offices are taken from there.
        people: Full names of those who, as the transcript says elsewhere, take part.
    """
    printed = tuple(labels)
    titled = len({label for label in printed if AFTER_COMMA.fullmatch(label)}) >= OFTEN
    found = {label: _printed(label, heading, titled=titled) for label in printed}
    named = [speaker.name for speaker in found.values() if speaker and " " in speaker.name and not SEVERAL.search(speaker.name)]
    told, also = parts_of(people), parts_of(dict.fromkeys([*people, *named]))
    aliases = {alias: name for label in found for alias, name in _aliases(label, told)}
    return {
        label: speaker and _known(speaker, aliases, told, also) for label, speaker in found.items()
    }


def _aliases(label: str, told: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield by what else a label calls somebody: `Aaron van Wirdum (AvW)`, and `Waxwing (Adam Gibson)` of a guest."""
    brackets = BRACKETED.search(label)
    if brackets is None:
        return
    before, within = label[: brackets.start()].strip(), brackets["note"].strip()
    if person_meant(within, told) == within:
        yield from ((before, within), (label, within))
    elif parts_of([before]).get(within.casefold()):
        yield within, before


def _known(
    speaker: Speaker,
    aliases: Mapping[str, str],
    told: Mapping[str, frozenset[str]],
    also: Mapping[str, frozenset[str]],
) -> Speaker:
    """Return a speaker under the full name that the transcript gives elsewhere, where it gives one such."""
    if _part(speaker.name) in ASKERS | ANSWERERS:
        return speaker
    name = aliases.get(speaker.label) or aliases.get(speaker.name)
    name = name or person_meant(speaker.name, told) or person_meant(speaker.name, also)
    return replace(speaker, name=name) if name else speaker


def roles(labels: Iterable[str]) -> Mapping[str, Role | None]:
    """Return each label's role: told by the labels, and only where somebody is labelled as asking."""
    distinct = set(labels)
    printed = {_part(label) for label in distinct}
    askers = {label for label in distinct if _asks(label) or _letter(label, printed) == "asker"}
    answering: Role | None = "answerer" if askers else None
    return {label: "asker" if label in askers else _answering(label, answering) for label in distinct}


def _letter(label: str, printed: set[str]) -> Role | None:
    """Return the role of a letter that stands for question or answer where both letters are there: `P` and `R`."""
    return next(
        (role for pair in LETTERS if printed.issuperset(pair) for letter, role in pair.items() if _part(label) == letter),
        None,
    )


def answers(label: str, labels: Iterable[str]) -> bool:
    """Tell whether a label only says that somebody answers: `A`, `Answer`, and `R` beside `P`."""
    return _part(label) in ANSWERERS or _letter(label, {_part(one) for one in labels}) == "answerer"


@lru_cache(4096)
def is_nobody(label: str) -> bool:
    """Tell whether a label says that nobody speaks: `Break`, `Laughter`."""
    return _part(label) in NOBODY or BREAK.fullmatch(label) is not None


def _asks(label: str) -> bool:
    return _part(BRACKETED.sub("", label)) in ASKERS or ASKER_PREFIX.fullmatch(label) is not None


def _answering(label: str, otherwise: Role | None) -> Role | None:
    if is_nobody(label):
        return None
    return "answerer" if _part(label) in ANSWERERS else otherwise


def _part(name: str) -> str:
    """Return the part that a label names, if that is all it names: `Question 2` → question."""
    return NUMBER.sub("", name.casefold().strip("#*[](). ").removeprefix("the "))


def _printed(label: str, heading: str, *, titled: bool) -> Speaker | None:
    speaker = _speaker(_untitled(label) if titled else label, heading)
    return speaker and replace(speaker, label=label)


def _untitled(label: str) -> str:
    """Return a label without what follows a comma: `Ann Lee, gardener`."""
    titled = AFTER_COMMA.fullmatch(label)
    return titled["name"] if titled and not OFFICE.search(label) else label


def _speaker(label: str, heading: str) -> Speaker | None:
    if is_nobody(label):
        return None
    brackets = BRACKETED.search(label)
    printed = label[: brackets.start()] if brackets else label
    if _part(printed) in ASKERS | ANSWERERS:
        return Speaker(name=printed.capitalize() if printed.isupper() and len(printed) > 1 else printed, label=label)
    note = brackets["note"] if brackets else ""
    if NUMBERED.fullmatch(printed) and FULL.fullmatch(note):  # Speaker 1 (Ann Lee)
        return Speaker(name=note, label=label)
    printed = BRACKETED.sub("", printed)
    if HONORIFIC.match(note) and OFFICE.search(printed):  # The Chair (Hon. Anthony Rota)
        return Speaker(name=HONORIFIC.sub("", note), label=label, title=printed.removeprefix("The "))
    asker = ASKER_PREFIX.fullmatch(printed)
    named, aside = _parted(asker["name"] if asker else printed)
    honorific = HONORIFIC.match(named)
    full, title = _introduced((named[honorific.end() :] if honorific else named).strip(" |") or printed, heading)
    return Speaker(name=full, label=label, title=next((one for one in (note, aside) if OFFICE.search(one)), title))


AFTER_COMMA = re.compile(r"(?P<name>[^\s,()]+(?: [^\s,()]+){1,3}),\s.+")
OFTEN = 2  # labels that put a title after a comma, from which what follows a comma is one
SEVERAL = re.compile(r",|&|\b(?:and|y|und|et|with)\b|/")
NUMBERED = re.compile(r"(?:speaker|host|guest|interviewer|interviewee|moderator)[ _]?\d*", re.IGNORECASE)
FULL = re.compile(r"[^\W\d_a-z][\w.’'\-]*(?: [^\W\d_][\w.’'\-]*){1,3}")


def _parted(printed: str) -> tuple[str, str]:
    """Part a name from the office or company after it: `Anna Holm, Fisheries Minister`, `Tom Ray - Cowen & Company`."""
    aside = ASIDE.search(printed)
    if aside is None or (printed[aside.start()] == "," and not OFFICE.search(aside["note"])):
        return printed, ""
    return printed[: aside.start()], aside["note"]


def _introduced(name: str, heading: str) -> tuple[str, str | None]:
    """Return the full name and the office under which a heading introduces somebody, else the name as it is.

    The given name has to agree with the label, and the heading must know one such person only.
    """
    given, surname = _split(name)
    if not _bears_name(surname) or surname.casefold() not in heading.casefold():
        return _cased(name), None
    places = re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", heading, re.IGNORECASE)
    people = [
        person for place in places if (person := _person(_run(heading[: place.start()]), place[0], given)) is not None
    ]
    fullest = max((full for full, _ in people), key=len, default="")
    if not people or not all(fullest.endswith(full) for full, _ in people):
        return _cased(name), None
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
    return _cased(" ".join([*forenames, surname])), office


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
    return _cased(office[:-1] if OFFICE.search(words[-1]) and re.search(r"[^s]s$", office) else office)


def _cased(name: str) -> str:
    """Return a name that was printed in capitals as names are written: JEAN-PIERRE → Jean-Pierre."""
    parts = re.findall(r"[^\W\d_]+", name)
    if not name.isupper() or re.search(r"\d", name) or max(map(len, parts)) <= INITIALS_MOST or ACRONYM.fullmatch(name):
        return name
    cased = re.sub(
        r"[^\W\d_]+", lambda part: part[0].lower() if part[0].lower() in LINKS else part[0].capitalize(), name
    )
    return cased[0].upper() + cased[1:]


def is_generic(speaker: Speaker) -> bool:
    """Tell whether a speaker is known by a part only, such as `Question`."""
    return _part(speaker.name) in ASKERS | ANSWERERS


def called(name: str, speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers that a name may mean: in full, in part, or nearly so.

    A person is meant whole: whoever is found, all records of that person's name are returned.

    Raises:
        UnknownSpeakerError: Nobody bears a name like that.
    """
    wanted = _folded(name)
    for fits in (_is_full, _is_part, _is_misspelt):
        found = [speaker for speaker in speakers if fits(wanted, speaker)]
        if found:
            return found
    names = {speaker.name: _folded(speaker.name) for speaker in speakers}
    near = process.extract(wanted, names, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    raise UnknownSpeakerError(name, tuple(match[2] for match in near))


def _is_full(wanted: str, speaker: Speaker) -> bool:
    return wanted in {_folded(speaker.name), _folded(speaker.label)}


def _is_part(wanted: str, speaker: Speaker) -> bool:
    """Tell whether every word that was given is a word of the name, its label or its office."""
    borne = {
        *_folded(speaker.name).split(),
        *_folded(speaker.label).split(),
        *_folded(speaker.title or "").split(),
    }
    return bool(wanted) and {*wanted.split()} <= borne


def _is_misspelt(wanted: str, speaker: Speaker) -> bool:
    """Tell whether every word that was given is nearly a word of the name."""
    borne = _folded(speaker.name).split()
    return bool(wanted) and all(
        any(OSA.normalized_similarity(word, part) >= MISSPELT for part in borne) for word in wanted.split()
    )


def _folded(name: str) -> str:
    """Return a name's words in lower case, without honorifics, stops and accents."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", HONORIFIC.sub("", plain).casefold()))
