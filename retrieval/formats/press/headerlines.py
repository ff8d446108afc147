"""Plain lines at the top that say what a file is: `Title: …`, `Date: …`, `Speakers: …`, `Video: …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.formats.press.facts import Facts, facts_of
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

SURE = frozenset(
    "title|date|speakers|topic|topics|location|video|audio|media|source|url|link|slides|tags|recorded|published"
    "|duration|length|episode|show|series|event|guests|hosts|participants|attendees|transcript|place|venue|language"
    "|category|categories|description|summary|keywords|subject|video url|youtube url|recorded on|published on|air date"
    "|transcript by|transcribed by|transcriber|episode title|recording date"
    "|título|fecha|ubicación|lugar|diapositivas|oradores|ponentes|transcripción de|transcripción por|temas|vídeo"
    "|titel|datum|ort|thema|sprecher|titre|lieu|sujet|intervenants|тема|дата|место".split("|")
)
"""Keys that are nobody's label."""
EITHER = frozenset("speaker guest host moderator interviewer interviewee presenter name".split())
"""Keys that may be a label as well, and are none beside sure ones."""
LINE = re.compile(
    r"(?:[-*][^\S\n]+)?(?:\*\*|__)?(?P<key>[^\W\d_][^\W\d_ -]*(?: [^\W\d_]+)?)(?:\*\*|__)?[^\S\n]*:(?:\*\*|__)?"
    r"(?:[^\S\n]+(?P<value>\S.{0,2000}))?"
)
FILLED = re.compile(r"^[^\S\n]*(?P<words>\S.*)", re.MULTILINE)
REACH = 20_000  # characters at the top that are looked at
MOST_BEFORE = 3  # lines that may stand above: a title, an occasion
LONGEST_BEFORE = 200  # characters of such a line
FEWEST = 2  # lines by which a block is known that gives no title


def read_header_lines(text: str, start: int) -> tuple[Facts, Sequence[Span]]:
    """Return what the plain lines after some place say, and where they and those above them stand; or nothing."""
    fields: dict[str, list[str]] = {}
    spans: list[Span] = []
    sure = above = 0
    for line in FILLED.finditer(text, start, start + REACH):
        words = line["words"].rstrip()
        written = LINE.fullmatch(words)
        key = " ".join(written["key"].casefold().split()) if written else ""
        if written and key in SURE | EITHER:
            sure += key in SURE
            fields.setdefault(key, []).append((written["value"] or "").strip(" *_"))
        elif fields or above == MOST_BEFORE or len(words) > LONGEST_BEFORE:
            break
        else:
            above += 1
        spans.append(Span(start=line.start("words"), end=line.start("words") + len(words)))
    header = (sure and len(spans) - above >= FEWEST) or "title" in fields
    return (facts_of(fields), spans) if header else (Facts(), [])
