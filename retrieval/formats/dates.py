"""Dates as headings write them: `January 17, 2017`, `17 January 2017`, `2017-01-17`."""

import re
from datetime import date, datetime

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
WRITTEN = re.compile(
    rf"(?P<month>\b(?:{MONTHS})\b)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\b\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>(?:{MONTHS})\b)\.?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\b\d{4}-\d{2}-\d{2}\b)",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[date, int, int] | None:
    """Return the first date in a text with its start and end, or None."""
    for match in WRITTEN.finditer(text):
        day = _date(match)
        if day is not None:
            return day, match.start(), match.end()
    return None


def _date(match: re.Match[str]) -> date | None:
    """Return the day that a match writes, or None for one that no calendar has."""
    month = (match["month"] or match["month2"] or "")[:3]
    written = match["iso"] or f"{match['year'] or match['year2']}-{month}-{match['day'] or match['day2']}"
    try:
        return datetime.strptime(written, "%Y-%m-%d" if match["iso"] else "%Y-%b-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
