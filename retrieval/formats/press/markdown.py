"""What stands in Markdown and is nobody's words: section headings, rules, pictures, comments, bare links, notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.formats.press.stamps import STAMP, time_in
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

SPACE = r"[^\S\n]*"
END = rf"{SPACE}$"
FILLED = re.compile(r"^[^\S\n]*(?:(?P<sign>[^\w\s]|_)|[^\W\d_])", re.MULTILINE)
"""How lines begin that may be nobody's: with a sign or with a letter."""
MARKED = re.compile(
    rf"{SPACE}(?:"
    rf"(?P<section>\#{{2,6}}{SPACE}(?=[^\s\#]).*|\#[^\S\n]+\S.*|=[^\S\n][^\n=]+[^\S\n]=(?={END}))"
    rf"|(?:-{SPACE}){{3,}}|(?:\*{SPACE}){{3,}}|(?:_{SPACE}){{3,}}|~{{3,}}.*"
    r"|!\[[^\]\n]*\]\([^)\n]*\)|\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)"
    r"|</?(?:br|hr|iframe|audio|video|source|img|div|center|section|details|summary|figure|p|pre)\b[^<>\n]*>"
    rf"(?:{SPACE}</[a-z]+>)?"
    r"|\[(?:toc|TOC)\]|\[\[_?TOC_?\]\]|\{\{[<%].*[>%]\}\}|\{%.*%\}"
    r"|[*_]{0,2}(?:\((?:[^()\s]+[^\S\n]+){0,14}[^()\s]+\)|\\?\[(?:[^\[\]\s]+[^\S\n]+){0,14}[^\[\]\s]+\]|（[^（）\n]{1,60}）)[*_]{0,2}"
    rf"|\|(?:{SPACE}:?-+:?{SPACE}\|)+|\|.*\|(?=\n{SPACE}\|[\s:|-]+\|{END})"
    rf"){END}",
    re.MULTILINE,
)
"""Lines that their marks make nobody's; among them whole lines in brackets, which tell what was heard or done."""
UNDERLINED = re.compile(rf"^{SPACE}(?P<title>\S.*)\n{SPACE}={{3,}}{END}", re.MULTILINE)
"""A heading with a line of its own below."""
GAP = r"[^\S\n]+"
NOTICES = (
    # who wrote it down, whose it is, and what its publisher adds
    rf"(?:[Tt]ranscri(?:be[dr]|pt(?:ion)?)|TRANSCRI(?:BED|PT)){GAP}(?:by|BY)\b(?!.*[?!]).{{0,100}}",
    rf"(?:[^\W\d_]{{1,20}}:{GAP})?(?:Transcript(?:ion)?|Copyright|©)(?::|{GAP}(?:©|\(c\)|[0-9]{{4}})).*",
    r"(?:<i>|<em>)?(?:Sponsorship|Disclaimer|Licen[cs]e)(?:</i>|</em>|[*_]{1,2})?:.*",
    # who speaks and cannot be heard
    rf"Audience{GAP}[Mm]embers?{GAP}(?:speaks?|asks?{GAP}(?:a{GAP})?questions?|laughs?)\.?",
    # when a sitting ended, or was interrupted
    (
        rf"(?:The{GAP})?(?:[^\W\d_]+{GAP}){{1,3}}(?:(?:was|is|stood){GAP})?"
        rf"(?:rose|adjourned|suspended|resumed|concluded|closed|ended|recessed){GAP}(?:at|until|from){GAP}"
        r"(?=[^\n]*(?:[0-9]|noon|midnight))[^\n.]{0,20}(?:\.[^\n.]{0,12}){0,4}"
    ),
    # how long it is, what part of it follows, on what page it stands, and where it ends
    rf"Duration:{SPACE}[0-9].{{0,30}}",
    rf"Prepared{GAP}Remarks:?|Questions?(?:{GAP}(?:&|and){GAP}|-and-)Answers?(?:{GAP}[Ss]ession)?:?",
    rf"Page{GAP}[0-9]{{1,4}}(?:{GAP}of{GAP}[0-9]{{1,4}})?",
    rf"END(?:{GAP}OF{GAP}[A-Z]+|[^\S\n]{{2,}}.{{0,40}})?\W{{0,3}}",
)
NOTICE = re.compile(rf"{SPACE}[^\w\n]{{0,5}}(?:{'|'.join(NOTICES)}){END}", re.MULTILINE)
"""Lines about the transcript and about those who cannot be heard in it."""
LINK = r"(?:<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w.-]+>|https?://\S+)"
LINKED = re.compile(
    rf"{SPACE}(?:(?:[-*+][^\S\n]+|[0-9]{{1,3}}[.)][^\S\n]+)?(?:[^\s:：<>\[\]][^\n:：<>\[\]]{{0,80}}[:：]{SPACE})?\\?{LINK}"
    rf"|(?:[^\s<>\[\]]+[^\S\n]+){{1,3}}<https?://[^\s<>]+>|<[\w.+-]+@[\w.-]+>){END}",
    re.MULTILINE,
)
"""A link by itself, or behind what it is called."""


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
    for filled in FILLED.finditer(text, start):
        if filled["sign"] and (line := MARKED.match(text, filled.start())):
            yield _unspoken(line, line["section"])
        elif line := NOTICE.match(text, filled.start()):
            yield _unspoken(line, None)
    yield from (_unspoken(line, None) for line in _linked(text, start))
    if "===" in text:
        yield from (_unspoken(line, line["title"]) for line in UNDERLINED.finditer(text, start))
    yield from (Unspoken(span=span) for span in _comments(text, start))


def _unspoken(line: re.Match[str], section: str | None) -> Unspoken:
    begin = line.start() + len(line[0]) - len(line[0].lstrip())
    span = Span(start=begin, end=begin + len(line[0].strip()))
    if section is None:
        return Unspoken(span=span)
    return Unspoken(span=span, section=_words(section), time=time_in(section) if ":" in section else None)


def _words(section: str) -> str:
    """Return the words of a heading: without marks, times and emphasis."""
    return re.sub(rf"(?:{STAMP}|[*#_=\s])+", " ", section).strip()


def _linked(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the lines that are a link."""
    for sign in ("://", "@"):
        place = text.find(sign, start)
        while place >= 0:
            line = LINKED.match(text, max(text.rfind("\n", start, place) + 1, start))
            if line:
                yield line
            end = text.find("\n", place)
            place = text.find(sign, end) if end >= 0 else -1


def _comments(text: str, start: int) -> Iterator[Span]:
    """Yield what stands between comment marks; a mark that nothing closes is a mark only."""
    begin = text.find("<!--", start)
    while begin >= 0:
        end = text.find("-->", begin + 4)
        if end < 0:
            return
        yield Span(start=begin, end=end + 3)
        begin = text.find("<!--", end + 3)
