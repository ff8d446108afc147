"""Who is who: `S.Lavrov` under “Foreign Minister Sergey Lavrov’s answer …” is Sergey Lavrov, Foreign Minister."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from retrieval.errors import UnknownSpeakerError
from retrieval.introductions import introduced
from retrieval.model import Speaker
from retrieval.names import cased, without_accents
from retrieval.persons import bearers, person_meant
from retrieval.roles import ANSWERERS, ASKER_PREFIX, ASKERS, BRACKETED, QUESTIONS, UNNAMED, is_nobody, part_of
from retrieval.titles import HONORIFIC, OFFICE, RANKED

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

MISSPELT = 0.75  # similarity of a misspelt name to the right one: one letter in four may be wrong

MARK = re.compile(r"[(\[][^()\[\]]{1,3}[)\]]\s*(?=[^\W\d_])")
"""What points to a note below: `[*] Kurz`."""
SEAT = re.compile(r"(?<=[^\W\d_a-z]{2})\sof(?:\s[^\W\d_a-z][^\W\d_]+){1,2}$")
"""Where a member is from, behind a name in capitals: `Mr. REYES of Ohio`."""
ASIDE = re.compile(
    r"(?:(?:\s+(?:-{1,2}|[–—/|])|,)\s+|/(?=(?:co-?)?(?:host|guest|moderator)$))(?P<note>.*)", re.IGNORECASE
)
AFTER_COMMA = re.compile(r"(?P<name>[^\s,()]+(?: [^\s,()]+){1,3}),\s.+")
OFTEN = 2  # labels that put a title after a comma, from which what follows a comma is one
TWO, THREE = re.compile(r"[A-Z]{2}"), re.compile(r"[A-Z]{3,4}")
"""Where somebody goes by two initials, three capitals are initials as well, and no short name."""
ADDRESS = re.compile(r"(?:(?P<man>Mr)|Mrs|Ms|Miss)\b\.?\s", re.IGNORECASE)
SEVERAL = re.compile(r",|&|\b(?:and|y|und|et|with)\b|/")
NUMBERED = re.compile(r"(?:speaker|host|guest|interviewer|interviewee|moderator)[ _]?\d*", re.IGNORECASE)
FULL = re.compile(r"[^\W\d_a-z][\w.’'\-]*(?: [^\W\d_][\w.’'\-]*){1,3}")


def identify(labels: Iterable[str], heading: str, people: Sequence[str] = ()) -> Mapping[str, Speaker | None]:
    """Return the speaker behind each label, as full as the transcript allows; None for labels that nobody bears.

    Args:
        labels: As printed, `S.Lavrov (in English)` included.
        heading: The lines before the first words; names and offices are taken from there.
        people: Full names of those who, as the transcript says elsewhere, take part.
    """
    printed = tuple(labels)
    titled = len({label for label in printed if AFTER_COMMA.fullmatch(label)}) >= OFTEN
    initialled = any(TWO.fullmatch(label) for label in printed)
    found = {label: _printed(label, heading, titled=titled, initialled=initialled) for label in printed}
    named = [
        speaker.name
        for speaker in found.values()
        if speaker and " " in speaker.name and not SEVERAL.search(speaker.name) and not _only_office(speaker.name)
    ]
    full = frozenset(named)
    told, also = bearers(people), bearers(dict.fromkeys([*people, *named]))
    aliases = {alias: name for label in found for alias, name in _aliases(label, told)}
    aliases.update(_spouses(found))
    return {label: speaker and _known(speaker, aliases, told, also, full) for label, speaker in found.items()}


def _only_office(name: str) -> bool:
    """Tell whether a name ends in an office, as that of a `Deputy Spokesman` who is not the `Spokesman`."""
    return OFFICE.fullmatch(name.rsplit(maxsplit=1)[-1]) is not None


def _spouses(found: Mapping[str, Speaker | None]) -> Iterator[tuple[str, str]]:
    """Yield labels that only tell a man and a woman of one name apart, and a name that keeps them so: `Mrs. Stone`."""
    addressed: dict[str, dict[str, str]] = defaultdict(dict)
    for label, speaker in found.items():
        address = ADDRESS.match(label)
        if speaker and address and " " not in speaker.name:
            addressed[speaker.name][label] = "man" if address["man"] else "woman"
    for name, labels in addressed.items():
        if len({*labels.values()}) > 1:
            yield from ((label, f"{label.split()[0].capitalize()} {name}") for label in labels)


def _aliases(label: str, told: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield by what else a label calls somebody: `Aaron van Wirdum (AvW)`, and `Waxwing (Adam Gibson)` of a guest."""
    brackets = BRACKETED.search(label)
    if brackets is None:
        return
    before, within = label[: brackets.start()].strip(), brackets["note"].strip()
    if person_meant(within, told) == within:
        yield from ((before, within), (label, within))
    elif bearers([before]).get(within.casefold()):
        yield within, before


def _known(
    speaker: Speaker,
    aliases: Mapping[str, str],
    told: Mapping[str, frozenset[str]],
    also: Mapping[str, frozenset[str]],
    named: Container[str],
) -> Speaker:
    """Return a speaker under the full name that the transcript gives elsewhere, where it gives one such."""
    if part_of(speaker.name) in ASKERS | ANSWERERS:
        return speaker
    words = speaker.name.split()
    tails = (" ".join(words[start:]) for start in range(1, len(words) - 1))
    office = next((tail for tail in tails if tail in named), None)
    if office and OFFICE.search(speaker.name[: -len(office)]):
        return replace(speaker, name=office, title=speaker.name[: -len(office)].strip())
    name = aliases.get(speaker.label) or aliases.get(speaker.name)
    name = name or person_meant(speaker.name, told) or person_meant(speaker.name, also)
    return replace(speaker, name=name) if name else speaker


def _printed(label: str, heading: str, *, titled: bool, initialled: bool) -> Speaker | None:
    speaker = _speaker(_untitled(label) if titled else label, heading)
    if speaker is None:
        return None
    return replace(speaker, label=label, name=label if initialled and THREE.fullmatch(label) else speaker.name)


def _untitled(label: str) -> str:
    """Return a label without what follows a comma: `Ann Lee, gardener`."""
    titled = AFTER_COMMA.fullmatch(label)
    return titled["name"] if titled and not OFFICE.search(label) else label


def _speaker(label: str, heading: str) -> Speaker | None:
    if is_nobody(label):
        return None
    brackets = BRACKETED.search(label)
    printed = label[: brackets.start()] if brackets else label
    if part_of(printed) in ASKERS | ANSWERERS:
        return Speaker(name=printed.capitalize() if printed.isupper() and len(printed) > 1 else printed, label=label)
    if UNNAMED.fullmatch(printed):
        return Speaker(name=printed.capitalize() if printed.isupper() else printed, label=label)
    note = brackets["note"] if brackets else ""
    if NUMBERED.fullmatch(printed) and FULL.fullmatch(note):  # Speaker 1 (Ann Lee)
        return Speaker(name=note, label=label)
    printed = BRACKETED.sub("", printed)
    if HONORIFIC.match(note) and OFFICE.search(printed):  # The Chair (Hon. Anthony Rota)
        return Speaker(name=HONORIFIC.sub("", note), label=label, title=printed.removeprefix("The "))
    printed = SEAT.sub("", MARK.sub("", printed))
    asker = ASKER_PREFIX.fullmatch(printed)
    named, aside = _parted(asker["name"] if asker else printed)
    honorific = HONORIFIC.match(named)
    ranked = RANKED.fullmatch(named)
    rank = ranked["rank"] if ranked and not OFFICE.search(ranked["name"]) else ""
    borne = ranked["name"] if ranked and rank else named[honorific.end() :] if honorific else named
    full, title = introduced(borne.strip(" |") or printed, heading)
    told = next((one for one in (note, aside) if OFFICE.search(one)), title or (cased(rank) if rank else None))
    return Speaker(name=full, label=label, title=told)


def _parted(printed: str) -> tuple[str, str]:
    """Part a name from the office or company after it: `Anna Holm, Fisheries Minister`, `Tom Ray - Cowen & Company`."""
    aside = ASIDE.search(printed)
    if aside is None or (printed[aside.start()] == "," and not OFFICE.search(aside["note"])):
        return printed, ""
    return printed[: aside.start()], aside["note"]


def is_generic(speaker: Speaker) -> bool:
    """Tell whether a speaker is known by a part only, such as `Question`."""
    return part_of(speaker.name) in ASKERS | ANSWERERS


def is_question(name: str) -> bool:
    """Tell whether a name is none, but says that a question follows: `Question`, `Q`."""
    return part_of(name) in QUESTIONS


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
    return " ".join(re.findall(r"\w+", HONORIFIC.sub("", without_accents(name)).casefold()))
