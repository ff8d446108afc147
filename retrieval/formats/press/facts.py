"""What a file says of itself before anybody speaks: title, day, place, address and who takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from retrieval.formats.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

Fields: TypeAlias = "Mapping[str, Sequence[str]]"
"""What stands under each key, keys in small letters with single spaces."""

TITLE = ("title", "episode title", "título", "titel", "titre", "标题", "название")
DATE = "date|recorded|recorded on|recording date|published|published on|published at|publish date|air date|aired".split(
    "|"
)
PLACE = ("location", "place", "venue", "ubicación", "lugar", "ort", "lieu")
ADDRESS = (
    "media|youtube url|youtube|video|video url|media url|audio|audio url|recording|enclosure|episode url|source"
    "|source url|url|link|permalink|canonical url"
).split("|")
"""Where a recording lies, before where its text does."""
SPEAKERS = ("speakers", "speaker", "presenters", "presenter", "orador", "ponente", "ponentes")
COMPANY = "guests|guest|hosts|host|cohost|co-host|cohosts|moderator|moderators|interviewer|interviewee|panel".split("|")
COMPANY += "panelists panellists participants people cast".split()
LIST = re.compile(r"\s*(?:[;,&|]|\band\b|\by\b|\bund\b|\bet\b|\bwith\b)\s*")
ASIDE = re.compile(r"\s*\([^()]{0,200}\)|\s*\[[^\[\]]{0,200}\]|\s+[-–—]\s.*")
"""What a list of people says of one beside the name."""
WORDS = re.compile(r"[^\W_]")
LONGEST_NAME = 60  # characters
URL = re.compile(r"https?://[^\s<>\"']{3,2000}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a file says of itself.

    Attributes:
        title: What it is called, or None.
        date: When it was said, or None.
        place: Where it was said, or None.
        url: Where it can be heard or read, or None.
        speakers: Who is named as speaking.
        company: Who is named as taking part in another way: hosts, guests.
    """

    title: str | None = None
    date: date | None = None
    place: str | None = None
    url: str | None = None
    speakers: tuple[str, ...] = ()
    company: tuple[str, ...] = ()


def facts_of(fields: Fields) -> Facts:
    """Return what fields say under the names that people give them."""
    days = (find_dates(value) for value in _values(fields, DATE))
    addresses = (URL.match(value) for value in _values(fields, ADDRESS))
    return Facts(
        title=next(_values(fields, TITLE), None),
        date=next((found[0].day for found in days if found), None),
        place=next(_values(fields, PLACE), None),
        url=next((address[0] for address in addresses if address), None),
        speakers=_names(fields, SPEAKERS),
        company=_names(fields, COMPANY),
    )


def joined(first: Facts, second: Facts) -> Facts:
    """Return what two sources say, the first where both say something."""
    return Facts(
        title=first.title or second.title,
        date=first.date or second.date,
        place=first.place or second.place,
        url=first.url or second.url,
        speakers=first.speakers or second.speakers,
        company=(*first.company, *(name for name in second.company if name not in first.company)),
    )


def people(facts: Facts) -> tuple[str, ...]:
    """Return everybody who is named."""
    return tuple(dict.fromkeys((*facts.speakers, *facts.company)))


def sole_speaker(facts: Facts) -> str | None:
    """Return who speaks where only one is named as speaking, else None."""
    return facts.speakers[0] if len(people(facts)) == 1 and facts.speakers else None


def _values(fields: Fields, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        yield from (value.strip(" <>") for value in fields.get(key, ()) if WORDS.search(value))


def _names(fields: Fields, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the names under some keys, each once: of lists, and of lines such as `Ann Lee, Bob Ray and Cy Doe`."""
    listed = (name for value in _values(fields, keys) for name in _parted(value))
    plain = (ASIDE.sub("", name).strip(" .*_@") for name in listed)
    return tuple(dict.fromkeys(name for name in plain if WORDS.search(name) and len(name) <= LONGEST_NAME))


def _parted(value: str) -> Sequence[str]:
    """Return the people of a list; a comma after whom only a title follows is part of a name: Ann Lee, PhD."""
    parts = LIST.split(ASIDE.sub("", value))
    return parts if all(" " in part.strip() for part in parts) or len(parts) == 1 else _untitled(parts)


def _untitled(parts: Sequence[str]) -> Sequence[str]:
    return [part for part in parts if " " in part.strip()] or parts
