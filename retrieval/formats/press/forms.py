"""The forms in which people set a speaker's label apart, line by line: bold print, brackets, times, dashes, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from retrieval.formats.press.candidates import LabelLine
from retrieval.formats.press.shapes import bare, named_like
from retrieval.formats.press.stamps import BRACKETED, CLOCK, STAMP, time_in
from retrieval.titles import HONORIFIC, OFFICE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

Form: TypeAlias = Literal[
    "bold",
    "bold name",
    "timed",
    "bracketed",
    "parenthesised",
    "angled",
    "tabbed",
    "tabled",
    "listed",
    "headed",
    "dashed",
    "lettered",
    "stopped",
    "small",
    "alone",
]

SPACE = r"[^\S\n]*"
ITEM = r"(?:[-*+•;](?=\s)|>{1,3}|[0-9]{1,3}[.)](?=\s))"
"""What opens an item of a list, a quotation, or captions."""
LEAD = rf"(?P<lead>{SPACE}(?:(?:\#{{1,6}}|{ITEM}){SPACE})?)"
NAME = r"@?[^\W\d_][^\n\t:：*<>|\[\]“”\"]{0,59}?"
CAPITALS = (
    r"(?:(?:The|Mrs?|Ms|Miss|Dr|Sen|Rep|Chair\w*|Senator|Representative|Congress(?:wo)?man|Judge|Secretary|General"
    r"|Admiral|Governor|Ambassador)\.?[^\S\n])?[^\W\d_a-z](?:[^\W\d_a-z]|[ .’'\-]){0,40}"
    r"(?:[^\S\n]of(?:[^\S\n][^\W\d_a-z][^\W\d_]+){1,2})?"
)
LOOSE = rf"{SPACE}(?:[-–—|,·]{SPACE})?"
"""What people set between a name and a time."""
LONG_CLOCK = r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,3})?"
"""What is no hour of the day in a sentence."""
CLOCK_BEFORE_COLON = r"(?<![0-9:.,])(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9](?=[^\S\n]*[:：]\s)"
RANGE = rf"{STAMP}(?:{SPACE}(?:-|–|—|to|-->|→){SPACE}{STAMP})?"
SURE_STAMP = (
    rf"(?:[*_]?{BRACKETED}(?:[^\S\n]+to[^\S\n]+{BRACKETED})?[*_]?|{LONG_CLOCK}(?=[^\S\n]*$|[^\W\d]|[^\S\n]+[^\W\d])"
    rf"|[*_]?{CLOCK}[*_]?(?={SPACE}$))"
)
OPEN = r"(?:(?P<mark>\*{3}|\*{1,2}|_{1,2}|'{2,3})\*?|<(?P<tag>b|strong|i|em)>)"
CLOSE = r"(?(mark)(?P=mark)|</(?P=tag)>)"
EMPHASIS = re.compile(
    rf"{LEAD}(?P<before>(?:{RANGE}{SPACE})?){OPEN}(?P<inside>[^\n*<>]{{1,100}}?){CLOSE}"
    rf"(?P<colon>{LOOSE}(?:{SURE_STAMP}{SPACE}|\([^()\n]{{1,40}}\){SPACE})?[:：])?{LOOSE}(?P<stamp>{SURE_STAMP}?){SPACE}",
    re.MULTILINE,
)
USUAL = re.compile(r"\*\*(?P<label>[^\W\d_][\w.’' \-]{1,58}\w):\*\*[ \t]*(?![\\\[(\d*_ \t])")
"""What nearly all lines in bold print look like; nothing about them is in doubt."""
INSIDE = re.compile(
    rf"(?:{STAMP}|[\[\]:：\s\\,–—-])*(?P<label>{NAME})(?P<after>{LOOSE}(?:{STAMP}|\\|\]|\s)*(?:[:：]\s*|$))"
)
"""The label between the marks of emphasis, with times, brackets and colons around it."""
TIMES = re.compile(rf"{STAMP}|\\")

WRITINGS: tuple[tuple[Form, str], ...] = (
    ("bracketed", rf"\\?\[(?P<label>{NAME})\\?\]{SPACE}(?P<stamp>{STAMP}?){SPACE}[:：]?{SPACE}"),
    ("bracketed", rf"(?P<stamp>{STAMP}){SPACE}\\?\[(?P<label>{NAME})\\?\]{SPACE}[:：]?{SPACE}"),
    ("angled", rf"(?P<stamp>{STAMP}?){SPACE}<(?P<label>{NAME})>(?=[^\S\n]){SPACE}"),
    ("parenthesised", rf"\((?P<label>{NAME})\)(?=[^\S\n]){SPACE}"),
    ("timed", rf"(?P<label>{NAME}){LOOSE}(?P<stamp>{RANGE}){SPACE}[:：]?{SPACE}$"),
    ("timed", rf"(?P<label>{NAME}){SPACE}[:：]{SPACE}(?P<stamp>{SURE_STAMP}){SPACE}"),
    ("timed", rf"(?P<label>{NAME}){LOOSE}(?P<stamp>{BRACKETED}|{CLOCK_BEFORE_COLON}){SPACE}[:：]?{SPACE}"),
    ("timed", rf"(?P<stamp>{RANGE}){LOOSE}(?P<label>{NAME}){SPACE}(?:[:：](?=\s)|(?P<bare>$)){SPACE}"),
    (
        "tabbed",
        rf"(?P<stamp>(?:{RANGE}{SPACE})?)(?P<label>{NAME})[:：]?{SPACE}\t{SPACE}(?P<after>(?:{RANGE}{SPACE}\t)?){SPACE}",
    ),
    ("tabbed", r"(?P<label>[QA])\.?[^\S\n]{2,}"),
    ("tabled", rf"\|{SPACE}(?P<stamp>(?:{STAMP}{SPACE}\|)?){SPACE}(?P<label>{NAME}){SPACE}\|{SPACE}"),
    ("alone", rf"(?P<label>{NAME}[^\S\n]+(?:--|[-–—])[^\S\n]+(?P<office>[^\n.?!]{{2,60}})){SPACE}$"),
    ("dashed", rf"(?P<label>{NAME})\.{SPACE}[–—][^\S\n]+"),
    ("dashed", rf"(?P<label>{NAME})—(?=[^\W\d_a-z]|[“\"‘(\[])"),
    ("dashed", rf"(?P<label>{NAME})[^\S\n]+(?:[-–—]{{1,2}}|>)(?:[^\S\n]+|$)"),
    ("lettered", rf"(?P<label>[QA](?:{SPACE}#?[0-9]{{1,3}})?)[.)](?=\s){SPACE}"),
    ("stopped", rf"(?P<label>{CAPITALS})\.[^\S\n]+"),
    ("small", r"(?P<label>@?[a-z][\w.\-]{1,20}):[^\S\n]+"),
    ("listed", rf"(?P<label>{NAME}){SPACE}[:：](?=\s|$){SPACE}"),
    ("alone", rf"(?P<label>{NAME}){SPACE}$"),
)
"""How labels are set apart but by emphasis; of several that fit a line the first is meant."""
FORMS = tuple((form, re.compile(LEAD + writing, re.MULTILINE)) for form, writing in WRITINGS)
SIGN = re.compile(
    rf"{SPACE}(?:[*_'<\[(|#>\-+•;]|[0-9]|[^\W_]{{1,20}}:[^\S\n]|[QA](?![^\W_])|(?:Mrs?|Ms|Dr)\."
    r"|[^\n]{1,70}?(?:[0-9]:[0-9]|—|[^\S\n][-–—>]{1,2}(?!\S)|\t|[^\Wa-z]\.[^\S\n]))"
)
"""What a line has near its start that is worth a look."""
STAMPED = re.compile(rf"{SPACE}{RANGE}{SPACE}")
STAMPED_NEXT = re.compile(rf"\s*{STAMP}")
"""What follows a line that is stamped, but no label: its words were short."""
LINE = re.compile(r"^[^\n]+", re.MULTILINE)
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?)+[^\W\d_a-z][\w’'\-]+")
"""A name by its initials: `K. C. O’Neil`."""
HANDLE = re.compile(r"@?[^\W\d_][\w.\-]{0,30}[\w\-]")
"""What people call themselves in chats."""
SENTENCE = re.compile(
    r"\b(?!(?:prof|sen|rep|gov|gen|rev|hon|col|capt|sgt|mrs)\.)[^\W\d_]{3,}\.(?:\s|$)|[.!?…]\s.*[.!?…]$", re.IGNORECASE
)
NAMED = frozenset({"angled", "tabbed", "tabled", "parenthesised", "dashed", "alone", "listed"})
"""Forms that prose has as well, where what is set apart is no name."""
LONGEST = 200  # characters of a line that can be its label
LONGEST_ALONE = 60  # characters of a label that stands alone


@dataclass(frozen=True, kw_only=True, slots=True)
class Styled:
    """A line that may open with a label set apart.

    Attributes:
        line: The label.
        form: How it is set apart.
        lead: What opens the line before it: the mark of a heading or of an item, or nothing.
        paragraph: Whether a paragraph begins there.
        alone: Whether nothing follows on its line.
    """

    line: LabelLine
    form: Form
    lead: str
    paragraph: bool
    alone: bool


def styled_lines(text: str, start: int, skipped: Container[int]) -> Iterator[Styled]:
    """Yield the lines of a text that may open with a label set apart."""
    end, timed = start - 2, False
    for line in LINE.finditer(text, start):
        paragraph, end, below = line.start() > end + 1, line.end(), timed and line.start() == end + 1
        timed = STAMPED.fullmatch(text, line.start(), min(end, line.start() + LONGEST_ALONE)) is not None
        short = line.end() - line.start() <= LONGEST_ALONE
        if line.start() not in skipped and (short or SIGN.match(text, line.start(), end)):
            styled = _styled(text, line.start(), end, paragraph=paragraph)
            if styled:
                yield replace(styled, form="timed") if below and styled.form == "alone" else styled


def _styled(text: str, start: int, end: int, *, paragraph: bool) -> Styled | None:
    """Return the label that a line sets apart, or None."""
    limit = min(end, start + LONGEST)
    usual = USUAL.match(text, start, limit)
    if usual:
        line = LabelLine(start=start, end=usual.end(), label=usual["label"])
        return Styled(line=line, form="bold", lead="", paragraph=paragraph, alone=usual.end() >= end)
    emphasis = EMPHASIS.match(text, start, limit)
    if emphasis:
        return _emphasised(text, emphasis, end, paragraph=paragraph)
    for form, writing in FORMS:
        match = writing.match(text, start, limit)
        if match and not _mistaken(form, match, text, end):
            return _match(form, match, end, paragraph=paragraph)
    return None


def _mistaken(form: Form, match: re.Match[str], text: str, end: int) -> bool:
    """Tell whether what fits a form is something else: prose, a stamped line of few words, `MR.` before a name."""
    if form in NAMED and not _names(match["label"], alone=form == "alone"):
        return True
    if form == "listed":
        return not match["lead"].strip()
    if form == "stopped":
        whole = text[match.start("label") : end].strip()
        capitals = whole.isupper() and named_like(whole)  # LLOYD ST. JOHN
        name = len(whole) <= LONGEST_ALONE and (capitals or INITIALS.fullmatch(whole) is not None)
        return HONORIFIC.fullmatch(f"{match['label']}.") is not None or name
    office, stands_bare = match.groupdict().get("office"), match.groupdict().get("bare") is not None
    return (office is not None and not OFFICE.search(office)) or (
        stands_bare and STAMPED_NEXT.match(text, end) is not None
    )


def _names(label: str, *, alone: bool) -> bool:
    """Tell whether a label may be a name, or a name and an office; alone on a line it can be nothing else."""
    if SENTENCE.search(label):
        return False
    if alone:
        noted = OFFICE.search(label) is not None or (label.isupper() and label.endswith(")"))  # ANN LEE (CONT'D)
        return named_like(label) or (named_like(bare(label)) and noted)
    return named_like(bare(label)) or HANDLE.fullmatch(label) is not None


def _match(form: Form, match: re.Match[str], end: int, *, paragraph: bool) -> Styled:
    lead = match["lead"].strip()
    if form == "alone" and lead.startswith("#"):
        form = "headed"
    stamp = " ".join(match.groupdict().get(part) or "" for part in ("stamp", "after"))
    line = _line(match, match["label"], stamp, match.end())
    if form == "tabbed" and line.time is not None:
        form = "timed"
    return Styled(line=line, form=form, lead=_kind(lead), paragraph=paragraph, alone=match.end() >= end)


def _emphasised(text: str, found: re.Match[str], end: int, *, paragraph: bool) -> Styled | None:
    """Return the label within emphasis; where words follow it there, they are its turn's."""
    inside = INSIDE.match(found["inside"])
    if inside is None:
        return None
    rest = TIMES.sub("", found["inside"][inside.end() :]).strip(":： ")
    plain = TIMES.sub("", found["inside"])
    colon = bool(found["colon"]) or ":" in plain or "：" in plain
    goes_on = rest not in {"", inside["label"]}
    if goes_on and not (colon and named_like(bare(inside["label"]))):
        return None
    stop = found.start("inside") + inside.end() if goes_on else found.end()
    line = _line(found, inside["label"], text[found.start() : stop], stop)
    lead = _kind(found["lead"].strip())
    form: Form = "bold" if colon else "timed" if line.time is not None else "bold name"
    return Styled(line=line, form=form, lead=lead, paragraph=paragraph, alone=stop >= end)


def _kind(lead: str) -> str:
    """Return what opens a line, numbers all alike."""
    return lead.lstrip("0123456789")[:1]


def _line(match: re.Match[str], label: str, stamp: str, end: int) -> LabelLine:
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    return LabelLine(start=begin, end=end, label=label.strip(), time=time_in(stamp))
