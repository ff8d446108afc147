"""Who is who: `S.Lavrov` under “Foreign Minister Sergey Lavrov’s answer …” is Sergey Lavrov, Foreign Minister."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from retrieval.errors import UnknownSpeakerError
from retrieval.model import Role, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MISSPELT = 0.75  # similarity of a misspelt name to the right one: one letter in four may be wrong

ASKERS = frozenset(
    "question q journalist reporter correspondent interviewer media press audience"
    " вопрос журналист корреспондент frage pregunta domanda 質問 記者 问 记者".split()
)
ANSWERERS = frozenset("answer a ответ antwort respuesta réponse risposta 回答 答".split())
NOBODY = frozenset("note notes scene break music applause laughter".split())

ASKER_PREFIX = re.compile(r"Q\.?\s+(?P<name>\S.*)")
HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Hon|Lord|Lady)\b\.?\s*", re.IGNORECASE)
INITIALS = re.compile(r"(?P<initials>(?:[^\W\d_]\.[\s-]?)+)(?P<surname>[^\W\d_][\w’'\-]*)")
BRACKETED = re.compile(r"\s*[(\[](?P<note>[^()\[\]]*)[)\]]\s*$")
WORD = r"[^\W\d_][\w\-]*\.?"
OFFICE = re.compile(
    r"\b(?:minister|president|secretary|spokes\w+|ambassador|chancellor|director|chair\w*|governor|senator|commissioner"
    r"|representative|chief|officer|premier|king|queen|prince\w*|pope|professor|mayor|envoy|deputy|leader|founder|ceo"
    r"|general|admiral|colonel|judge|justice|speaker|member|counsel|advis[eo]r|manager|editor)\b",
    re.IGNORECASE,
)


def identify(labels: Iterable[str], heading: str) -> Mapping[str, Speaker | None]:
    """Return the speaker behind each label, as full as the heading allows; None for labels that nobody bears.

    Args:
        labels: As printed, `S.Lavrov (in English)` included.
        heading: The lines before the first words; names and offices are taken from there.
    """
    return {label: _speaker(label, heading) for label in labels}


def roles(labels: Iterable[str]) -> Mapping[str, Role | None]:
    """Return each label's role: told by the labels, and only where somebody is labelled as asking."""
    distinct = set(labels)
    askers = {label for label in distinct if _asks(label)}
    answering: Role | None = "answerer" if askers else None
    return {label: "asker" if label in askers else _answering(label, answering) for label in distinct}


def _asks(label: str) -> bool:
    bare = BRACKETED.sub("", label).casefold().strip(". ")
    return bare in ASKERS or ASKER_PREFIX.fullmatch(label) is not None


def _answering(label: str, otherwise: Role | None) -> Role | None:
    bare = label.casefold().strip(". #")
    if bare in NOBODY:
        return None
    return "answerer" if bare in ANSWERERS else otherwise


def _speaker(label: str, heading: str) -> Speaker | None:
    if label.casefold().strip("#*[]() ") in NOBODY:
        return None
    brackets = BRACKETED.search(label)
    printed = label[: brackets.start()] if brackets else label
    asker = ASKER_PREFIX.fullmatch(printed)
    name = HONORIFIC.sub("", asker["name"] if asker else printed).strip(" |") or printed
    office = brackets["note"] if brackets and OFFICE.search(brackets["note"]) else None
    if name.casefold() in ASKERS | ANSWERERS:
        return Speaker(name=name.capitalize() if name.isupper() and len(name) > 1 else name, label=label)
    full, title = _introduced(name, heading)
    return Speaker(name=full, label=label, title=office or title)


def _introduced(name: str, heading: str) -> tuple[str, str | None]:
    """Return the full name and the office under which a heading introduces somebody, else the name as it is.

    The given name has to agree with the label's initials, and the heading must know one such person only.
    """
    initials = INITIALS.fullmatch(name)
    surname = initials["surname"] if initials else name.rsplit(maxsplit=1)[-1]
    found = {
        people
        for match in re.finditer(
            rf"(?P<before>(?:(?:{WORD}|of|for|the)\s+)*){re.escape(surname)}\b", heading, re.IGNORECASE
        )
        if (
            people := _person(
                match["before"].split(), match[0].split()[-1], initials["initials"] if initials else "", name
            )
        )
    }
    return found.pop() if len(found) == 1 else (_cased(name), None)


def _person(before: list[str], surname: str, initials: str, name: str) -> tuple[str, str | None] | None:
    """Split the words before a surname into office and given names; None when they are somebody else's."""
    given = _given(before, initials, name)
    if given is None:
        return None
    office = _office(before[: len(before) - len(given)])
    if not given and office is None:
        return None
    return " ".join([*given, _cased(surname)]), office


def _given(before: list[str], initials: str, name: str) -> list[str] | None:
    """Return the given names right before a surname that agree with a label, or None when none do."""
    letters = re.findall(r"[^\W\d_]", initials)
    if letters:
        given = before[-1:]
        return given if given and given[0][0].casefold() == letters[0].casefold() else None
    names = name.split()[:-1]
    if names:
        tail = before[-len(names) :]
        return tail if [word.casefold() for word in tail] == [word.casefold() for word in names] else None
    capital = before and before[-1][0].isupper() and not OFFICE.search(before[-1])
    return before[-1:] if capital else []


def _office(words: list[str]) -> str | None:
    """Return the office that ends a run of words: `Remarks by Foreign Minister` → Foreign Minister."""
    start = len(words)
    while start and (words[start - 1][0].isupper() or words[start - 1] in {"of", "for", "the"}):
        start -= 1
    while start < len(words) and not words[start][0].isupper():
        start += 1
    office = " ".join(words[start:])
    return office if OFFICE.search(office) else None


def _cased(name: str) -> str:
    """Return a name that was printed in capitals as names are written: JEAN-PIERRE → Jean-Pierre."""
    if not name.isupper() or not any(len(part) > 2 for part in re.findall(r"[^\W\d_]+", name)):  # noqa: PLR2004 - GZ stays GZ
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def is_generic(speaker: Speaker) -> bool:
    """Tell whether a speaker is known by a part only, such as `Question`."""
    return speaker.name.casefold() in ASKERS | ANSWERERS


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
