"""What stands in Markdown and is nobody's words: section headings, rules, pictures, comments, bare links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.formats.stamps import STAMP, time_in
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

LINK = r"(?:<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w.-]+>|https?://\S+)"
UNSPOKEN = re.compile(
    r"^[^\S\n]*(?:"
    r"(?P<section>\#{2,6}[^\S\n]*(?=[^\s\#]).*|\#[^\S\n]+\S.*)"
    r"|(?P<title>\S.*)\n[^\S\n]*={3,}(?=[^\S\n]*$)"
    r"|(?:-[^\S\n]*){3,}|(?:\*[^\S\n]*){3,}|(?:_[^\S\n]*){3,}|={3,}|~{3,}.*"
    r"|!\[[^\]\n]*\]\([^)\n]*\)|\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)"
    rf"|(?:[-*+][^\S\n]+|[0-9]{{1,3}}[.)][^\S\n]+)?(?:[^\s:：<>\[\]][^\n:：<>\[\]]{{0,80}}[:：][^\S\n]*)?\\?{LINK}"
    r"|</?(?:br|hr|iframe|audio|video|source|img|div|center|section|details|summary|figure|p|pre)\b[^<>\n]*>"
    r"(?:[^\S\n]*</[a-z]+>)?"
    r"|\[(?:toc|TOC)\]|\[\[_?TOC_?\]\]|\{\{[<%].*[>%]\}\}|\{%.*%\}"
    rf"|(?:[^\s<>\[\]]+[^\S\n]+){{1,3}}<https?://[^\s<>]+>"
    r"|(?:<i>|<em>|[*_]{1,2})?(?:Sponsorship|Disclaimer|Tweet|Copyright|Licen[cs]e)(?:</i>|</em>|[*_]{1,2})?:.*"
    r"|[*_]{0,2}(?:\((?:[^()\s]+[^\S\n]+){0,14}[^()\s]+\)|\\?\[(?:[^\[\]\s]+[^\S\n]+){0,14}[^\[\]\s]+\])[*_]{0,2}"
    r"|\|(?:[^\S\n]*:?-+:?[^\S\n]*\|)+|\|[^\n]*\|(?=\n[^\S\n]*\|[\s:|-]+\|[^\S\n]*$)"
    r"|\W{0,3}END(?:[^\S\n]OF[^\S\n][A-Z]+)?\W{0,3}"
    r"|[*_]{0,2}(?:Transcript(?:ion)?|Copyright|©)(?::|[^\S\n]+(?:©|\(c\)|[0-9]{4})).*"
    r"|Audience[^\S\n][Mm]embers?[^\S\n](?:speaks?|asks?[^\S\n](?:a[^\S\n])?questions?|laughs?)\.?"
    r"|(?:[Tt]ranscri(?:be[dr]|pt(?:ion)?)|TRANSCRI(?:BED|PT))[^\S\n]+(?:by|BY)\b(?!.*[?!]).{0,100}"
    r")[^\S\n]*$",
    re.MULTILINE,
)
"""Lines that markup or their form make nobody's, by itself each."""
LABELLED = re.compile(r"\*|<(?:b|strong)>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Unspoken:
    """Characters that nobody says.

    Attributes:
        span: Where they stand.
        section: The words of a section's heading, else None.
        time: The time that a heading gives, or None.
    """

    span: Span
    section: str | None = None
    time: timedelta | None = None


def find_unspoken(text: str, start: int) -> Iterator[Unspoken]:
    """Yield the lines of a text that are nobody's, and its comments; they may overlap."""
    for line in UNSPOKEN.finditer(text, start):
        section = line["section"] or line["title"]
        begin = line.start() + len(line[0]) - len(line[0].lstrip())
        span = Span(start=begin, end=begin + len(line[0].strip()))
        if section is None:
            yield Unspoken(span=span)
        else:
            yield Unspoken(span=span, section=_words(section), time=time_in(section) if ":" in section else None)
    yield from (Unspoken(span=span) for span in _comments(text, start))


def _words(section: str) -> str:
    """Return the words of a heading: without marks, times and emphasis."""
    return re.sub(rf"{STAMP}|[*#_]+|\s+", " ", section).strip()


def _comments(text: str, start: int) -> Iterator[Span]:
    """Yield what stands between comment marks; a mark that nothing closes is a mark only."""
    begin = text.find("<!--", start)
    while begin >= 0:
        end = text.find("-->", begin + 4)
        if end < 0:
            return
        yield Span(start=begin, end=end + 3)
        begin = text.find("<!--", end + 3)
