"""The heading of a transcript: its title, place and date, as press offices and many others write them.

Foreign Minister Sergey Lavrov’s answer to media questions (Moscow, January 17, 2017)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from retrieval.formats.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from retrieval.formats.dates import WrittenDate

SEPARATORS = " ,，;:|–—-"
LETTER = re.compile(r"[^\W\d_]")
BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
OPENING = re.compile(r"[(\[（;:|–—]|\s-\s|\w{3}[.!?]\s")
"""What parts a place from the words before it."""
CLOSING = re.compile(r"[)\]）;:|–—]")
IN = re.compile(r"\b(?:in|at)\s+")
ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]{2}")
"""A state beside its city: `Washington, D.C.`"""
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
SMALL = frozenset("of the upon on am an der de del la le les do da dos sur".split())
"""Words that a place's name writes small."""
OCCASIONS = frozenset(
    "press news conference briefing interview remarks statement speech address transcript answer answers question"
    " questions meeting talks summit visit session hearing debate published updated released posted date dated".split()
)
"""Words that no place's name holds, though a date may follow them."""
LONGEST_PLACE = 5  # words
MOST_PARTS = 3  # The Kremlin, Moscow, Russia


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What the lines before the first words say of a transcript."""

    title: str
    place: str | None
    date: date | None


def read_heading(text: str, source: str) -> Heading:
    """Return title, place and date of a heading; the title is the file's name where there is no heading."""
    stripped = (line.strip(" #*=\t") for line in text.splitlines())
    lines = [line for line in stripped if LETTER.search(line) or find_dates(line)]
    title = lines[0] if lines else _from_name(source)
    for number, written in _dated(lines):
        place = _place_beside(lines[number], written, title=number == 0) or _place_near(lines, number)
        return Heading(title=_without_date(title, written.day), place=place, date=written.day)
    named = find_dates(PurePath(source).stem)
    return Heading(title=title, place=None, date=named[0].day if named else None)


def _dated(lines: Sequence[str]) -> Iterator[tuple[int, WrittenDate]]:
    """Yield lines with a date, the likeliest first: the title's closing brackets, a line below it, the title's end."""
    closing = BRACKETS.search(lines[0]) if lines else None
    if closing is not None:
        yield from ((0, written) for written in find_dates(lines[0]) if written.span.start >= closing.start())
    for number, line in enumerate(lines[1:], start=1):
        yield from ((number, written) for written in find_dates(line))
    if lines:
        yield from ((0, written) for written in reversed(find_dates(lines[0])))


def _place_beside(line: str, written: WrittenDate, *, title: bool) -> str | None:
    """Return the place right before a date, `(Moscow, `, or after it, where the line has nothing else to say."""
    before = OPENING.split(line[: written.span.start].rstrip(SEPARATORS))
    parts = _parts(before[-1])
    running = title and len(before) == 1
    place = _last_place(parts) if running else _place(parts)
    if place or (title and len(before) == 1):
        return place
    return _place(_parts(CLOSING.split(line[written.span.end :].lstrip(SEPARATORS))[0]))


def _place_near(lines: Sequence[str], number: int) -> str | None:
    """Return the place on a line of its own above or below a date: `Washington, DC`."""
    near = [lines[beside] for beside in (number - 1, number + 1) if number and 0 < beside < len(lines)]
    return next((place for line in near if "," in line and (place := _place(_parts(line)))), None)


def _parts(segment: str) -> list[str]:
    """Return the parts of a place between commas, without weekdays and closing stops."""
    parts = (part.strip() for part in segment.split(","))
    plain = (part if ABBREVIATION.fullmatch(part) else part.rstrip(".") for part in parts)
    return [part for part in plain if part and part.casefold() not in WEEKDAYS]


def _place(parts: Sequence[str]) -> str | None:
    """Return the place that parts name together, or None when one of them is no place."""
    return ", ".join(parts) if parts and len(parts) <= MOST_PARTS and all(map(_names_place, parts)) else None


def _last_place(parts: Sequence[str]) -> str | None:
    """Return the place that closes a title: `… meet the press in Washington, D.C.` → Washington, D.C."""
    plain = [IN.split(part)[-1] for part in parts]
    two = len(parts) > 1 and (len(parts) > 2 or plain[0] != parts[0] or ABBREVIATION.fullmatch(parts[-1]))  # noqa: PLR2004 - words, city, country
    return (_place(plain[-2:]) if two else None) or _place(plain[-1:])


def _names_place(part: str) -> bool:
    """Tell whether words are written as a place's name is."""
    words = part.split()
    if len(words) > LONGEST_PLACE or {word.casefold() for word in words} & OCCASIONS:
        return False
    return all(word in SMALL or (word[0].isalpha() and not word[0].islower()) for word in words)


def _without_date(title: str, day: date) -> str:
    """Return a title without its closing brackets where these only hold place and date."""
    brackets = BRACKETS.search(title)
    if brackets is None:
        return title
    return title[: brackets.start()] if day in {written.day for written in find_dates(brackets[0])} else title


def _from_name(source: str) -> str:
    """Return a readable title from a file's name: `talks/2017-01-17_press-briefing.txt` → 2017-01-17 press briefing."""
    stem = PurePath(source).stem
    return re.sub(r"(?<!\d)-|-(?!\d)|_+", " ", stem).strip() or stem
