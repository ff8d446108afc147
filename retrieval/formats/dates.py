"""Dates as headings write them.

January 17, 2017 · 17 January 2017 · 17 января 2017 года · 17.01.2017 · 2017-01-17 · 2017年1月17日
"""

import re
from dataclasses import dataclass
from datetime import date

from retrieval.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner januari janvier enero gennaio janeiro января січня",
            "february feb februar februari février febrero febbraio fevereiro февраля лютого",
            "march mar märz maart mars marzo março марта березня",
            "april apr avril abril aprile апреля квітня",
            "may mai mei mayo maggio maio мая травня",
            "june jun juni juin junio giugno junho июня червня",
            "july jul juli juillet julio luglio julho июля липня",
            "august aug augustus août agosto августа серпня",
            "september sept sep septembre septiembre settembre setembro сентября вересня",
            "october oct oktober octobre octubre ottobre outubro октября жовтня",
            "november nov novembre noviembre novembro ноября листопада",
            "december dec dezember décembre diciembre dicembre dezembro декабря грудня",
        ),
        start=1,
    )
    for name in names.split()
}
"""Months as they stand beside a day, in the languages whose function words are known."""

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY = r"(?<!\d)(?P<day>\d{1,2})(?:\s?[-–—]\s?\d{1,2})?(?:st|nd|rd|th|er|º|\.)?"
YEAR = r"(?P<year>\d{4})(?!\d)(?:\s(?:года|року|г\.|р\.))?"
WRITINGS = tuple(
    re.compile(writing, re.IGNORECASE)
    for writing in (
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{DAY}\s+(?:of\s|de\s)?{MONTH},?\s+(?:de\s|del\s)?{YEAR}",
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{YEAR}",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenDate:
    """A day, and where a text writes it."""

    day: date
    span: Span


def find_dates(text: str) -> list[WrittenDate]:
    """Return the dates in a text, in order; days that no calendar has are none."""
    found = [
        WrittenDate(day=day, span=Span(start=match.start(), end=match.end()))
        for writing in WRITINGS
        for match in writing.finditer(text)
        if (day := _day(match)) is not None
    ]
    return sorted(found, key=lambda written: written.span.start)


def _day(match: re.Match[str]) -> date | None:
    """Return the day that a match writes, or None for one that no calendar has."""
    month = MONTHS.get(match["month"].casefold()) or int(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
