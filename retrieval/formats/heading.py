"""The heading of a press-office text: its title, place and date.

Foreign Minister Sergey Lavrov’s answer to media questions (Moscow, January 17, 2017)
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from retrieval.formats.dates import find_date

PLACE = re.compile(r"(?:^|[(\[,.;—–\-])\s*(?P<place>[^\W\d_][\w’'.\- ]*(?:,\s[^\W\d_][\w’'.\- ]*)?),?\s*$")
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What the lines before the first words say of a transcript."""

    title: str
    place: str | None
    date: date | None


def read_heading(text: str, source: str) -> Heading:
    """Return title, place and date of a heading; the title is the file's name where there is no heading."""
    lines = [line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*\t")]
    title = lines[0] if lines else _from_name(source)
    for line in lines:
        found = find_date(line)
        if found is not None:
            day, start, _ = found
            return Heading(title=_without_date(title, day), place=_place(line[:start]), date=day)
    named = find_date(PurePath(source).stem)
    return Heading(title=title, place=None, date=named[0] if named else None)


def _place(before: str) -> str | None:
    """Return the place that stands right before a date: `(Moscow, ` → Moscow."""
    match = PLACE.search(before)
    return match["place"].strip() if match else None


def _without_date(title: str, day: date) -> str:
    """Return a title without its closing brackets where these only hold place and date."""
    brackets = BRACKETS.search(title)
    if brackets is None:
        return title
    found = find_date(brackets[0])
    return title[: brackets.start()] if found is not None and found[0] == day else title


def _from_name(source: str) -> str:
    """Return a readable title from a file's name: `talks/2017-01-17_press-briefing.txt` → 2017-01-17 press briefing."""
    stem = PurePath(source).stem
    return re.sub(r"(?<!\d)-|-(?!\d)|_+", " ", stem).strip() or stem
