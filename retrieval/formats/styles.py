"""The forms in which people set a speaker's label apart: bold, in brackets, beside a time, before a dash.

A form is known by the company its lines keep: names that the file gives otherwise, words that only labels use, names
that come back. Once a form is the file's own, each of its lines opens a turn.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from retrieval.formats.labels import LabelLine
from retrieval.formats.shapes import bare, full_name, named_like, no_speaker, unmistakable
from retrieval.formats.stamps import BRACKETED, CLOCK, STAMP, time_in
from retrieval.speakers import is_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

Form: TypeAlias = Literal["bold", "bold name", "timed", "bracketed", "dashed", "lettered"]

SPACE = r"[^\S\n]*"
LEAD = rf"{SPACE}(?:#{{1,6}}{SPACE})?"
NAME = r"@?[^\W\d_][^\n:：*<>\[\]“”\"]{0,59}?"
LOOSE = rf"{SPACE}(?:[-–—|,·]{SPACE})?"
"""What people set between a name and a time."""
LONG_CLOCK = r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,3})?"
"""What is no hour of the day in a sentence."""
SURE_STAMP = rf"(?:{BRACKETED}(?:[^\S\n]+to[^\S\n]+{BRACKETED})?|{LONG_CLOCK}|{CLOCK}(?={SPACE}$))"
OPEN, CLOSE = r"(?:\*{2,3}|__|<(?:b|strong)>)", r"(?:\*{2,3}|__|</(?:b|strong)>)"
BOLD = re.compile(
    rf"{LEAD}{OPEN}(?P<inside>[^\n*<>]{{1,100}}?){CLOSE}(?P<colon>{SPACE}(?:{STAMP}{SPACE})?[:：])?"
    rf"{LOOSE}(?P<stamp>{SURE_STAMP}?){SPACE}",
    re.MULTILINE,
)
INSIDE = re.compile(rf"(?:{STAMP}|[\[\]:：\s\\])*(?P<label>{NAME})(?P<after>{LOOSE}(?:{STAMP}|\\|\]|\s)*(?:[:：]\s*|$))")
"""The label between the marks of bold print, with times, brackets and colons around it."""
FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = tuple(
    (form, re.compile(LEAD + writing, re.MULTILINE))
    for form, writing in (
        ("bracketed", rf"\\?\[(?P<label>{NAME})\\?\]{SPACE}(?P<stamp>{STAMP}?){SPACE}[:：]?{SPACE}"),
        ("bracketed", rf"(?P<stamp>{STAMP}){SPACE}\\?\[(?P<label>{NAME})\\?\]{SPACE}[:：]?{SPACE}"),
        ("timed", rf"(?P<label>{NAME}){LOOSE}(?P<stamp>{STAMP}){SPACE}[:：]?{SPACE}$"),
        ("timed", rf"(?P<label>{NAME}){SPACE}[:：]{SPACE}(?P<stamp>{SURE_STAMP}){SPACE}"),
        ("timed", rf"(?P<label>{NAME}){LOOSE}(?P<stamp>{BRACKETED}|{CLOCK}(?={SPACE}[:：]\s)){SPACE}[:：]?{SPACE}"),
        ("timed", rf"(?P<stamp>{STAMP}){LOOSE}(?P<label>{NAME}){SPACE}(?:[:：](?=\s)|(?P<bare>$)){SPACE}"),
        ("dashed", rf"(?P<stamp>)(?P<label>{NAME})[^\S\n]+[-–—](?:[^\S\n]+|$)"),
        ("lettered", rf"(?P<stamp>)(?P<label>[QA](?:{SPACE}#?[0-9]{{1,3}})?)[.)](?=\s){SPACE}"),
    )
)
"""How labels are set apart but by bold print; of several that fit a line the first is meant."""
SIGN = re.compile(r"[*_<\[]|[0-9]:[0-9]|[^\S\n][-–—](?!\S)|[QA][^\S\n]?#?[0-9]{0,3}[.)]")
"""What a line needs near its start to be worth a look."""
STAMPED_NEXT = re.compile(rf"\s*{STAMP}")
"""What follows a line that is stamped, but no label: its words were short."""
LINE = re.compile(r"^[^\n]+", re.MULTILINE)
HANDLE = re.compile(r"@?[^\W\d_][\w.\-]{1,30}")

LONGEST = 200  # characters of a line that can be its label
OFTEN = 2  # lines that a name has to open
TIMES = re.compile(rf"{STAMP}|\\\\")
BOLD_HABIT = 0.25  # likewise, of lines in bold print
HABIT = 0.5  # share of a form's lines that open with sure names, from which all its lines open turns
SHARE = 0.3  # share of the paragraphs, from which brackets, dashes and times beside words are a habit
LONGEST_NAME = 8  # words: `Clip from the news of 17 October`


@dataclass(frozen=True, kw_only=True, slots=True)
class Styled:
    """A line that may open with a label set apart.

    Attributes:
        line: The label.
        form: How it is set apart.
        alone: Whether nothing follows on its line.
    """

    line: LabelLine
    form: Form
    alone: bool


def find_styled(text: str, start: int, known: frozenset[str], skipped: Container[int]) -> list[LabelLine]:
    """Return the labels that a text sets apart, in order.

    Args:
        text: The whole file.
        start: Where what it says of itself ends.
        known: Names of people who may speak, in full and in part, in small letters.
        skipped: Where lines start that are nobody's.
    """
    forms: dict[Form, list[Styled]] = defaultdict(list)
    paragraphs, end = 0, -2
    for line in LINE.finditer(text, start):
        paragraphs += line.start() > end + 1
        end = line.end()
        if line.start() not in skipped and SIGN.search(text, line.start(), min(end, line.start() + LONGEST)):
            styled = _styled(text, line.start(), end)
            if styled:
                forms[styled.form].append(styled)
    return _all_told(text, forms, known, paragraphs)


def _styled(text: str, start: int, end: int) -> Styled | None:
    """Return the label that a line sets apart, or None."""
    limit = min(end, start + LONGEST)
    bold = BOLD.match(text, start, limit)
    if bold:
        return _bold(text, bold, end)
    for form, writing in FORMS:
        match = writing.match(text, start, limit)
        if match and not (match.groupdict().get("bare") is not None and STAMPED_NEXT.match(text, end)):
            line = _line(match, match["label"], match["stamp"], match.end())
            return Styled(line=line, form=form, alone=match.end() >= end)
    return None


def _bold(text: str, bold: re.Match[str], end: int) -> Styled | None:
    """Return the label within bold print; where words follow it there, they are its turn's."""
    inside = INSIDE.match(bold["inside"])
    if inside is None:
        return None
    rest = TIMES.sub("", bold["inside"][inside.end() :]).strip(":： ")
    colon = bool(bold["colon"]) or ":" in TIMES.sub("", bold["inside"]) or "：" in bold["inside"]
    goes_on = rest not in {"", inside["label"]}
    if goes_on and not colon:
        return None
    stop = bold.start("inside") + inside.end() if goes_on else bold.end()
    line = _line(bold, inside["label"], text[bold.start() : stop], stop)
    named = named_like(bare(line.label)) or not goes_on
    return Styled(line=line, form="bold" if colon else "bold name", alone=stop >= end) if named else None


def _line(match: re.Match[str], label: str, stamp: str, end: int) -> LabelLine:
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    return LabelLine(start=begin, end=end, label=label.strip(), time=time_in(stamp))


@dataclass(frozen=True, kw_only=True)
class Company:
    """The lines of one form: what they say of each other."""

    text: str
    lines: Sequence[Styled]
    known: frozenset[str]
    paragraphs: int

    def sure(self, styled: Styled) -> bool:
        """Tell whether a line opens with a name that the file gives, a word of labels, or a name that comes back."""
        label = bare(styled.line.label)
        if unmistakable(label) or label.casefold() in self.known:
            return True
        named = named_like(label) or HANDLE.fullmatch(label) is not None
        return named and not no_speaker(label) and not is_nobody(label) and self.counts[label] >= OFTEN

    @cached_property
    def counts(self) -> Counter[str]:
        """How many lines each label opens."""
        return Counter(bare(styled.line.label) for styled in self.lines)

    @cached_property
    def spoken(self) -> Sequence[Styled]:
        """The lines that words follow, there or below, and those that say that nobody speaks."""
        ends = [*(styled.line.start for styled in self.lines[1:]), len(self.text)]
        return [
            one
            for one, end in zip(self.lines, ends, strict=True)
            if self.text[one.line.end : end].strip() or is_nobody(one.line.label)
        ]

    def telling(self, share: float, lines: Sequence[Styled]) -> list[LabelLine]:
        """Return the sure lines, and all that may be labels where the sure ones are that share of them."""
        sure = [one for one in lines if self.sure(one)]
        likely = [one for one in lines if _possible(one)]
        return [one.line for one in (likely if sure and len(sure) >= share * len(likely) else sure)]

    def habitual(self) -> list[LabelLine]:
        """Return the sure lines where many paragraphs open so."""
        sure = [one.line for one in self.lines if self.sure(one)]
        return sure if len(sure) >= max(SHARE * self.paragraphs, OFTEN) else []


def _possible(styled: Styled) -> bool:
    """Tell whether a line may open with a label in a file whose labels look so."""
    label = bare(styled.line.label)
    return is_nobody(label) or (not no_speaker(label) and len(label.split()) <= LONGEST_NAME)


def _bold_labels(company: Company) -> list[LabelLine]:
    """Return the labels in bold print: where a sure one is among them, or the first words open with a full name."""
    first = company.lines[0]
    told = company.telling(BOLD_HABIT, company.lines)
    opens = not company.text[: first.line.start].strip() and full_name(bare(first.line.label))
    return told or ([first.line] if opens else [])


def _bold_names(company: Company) -> list[LabelLine]:
    """Return the labels in bold print without a colon, which stand alone on their lines."""
    return [one.line for one in company.spoken if one.alone and company.sure(one)]


def _timed_labels(company: Company) -> list[LabelLine]:
    """Return the labels beside times: a list of chapters has no words between its lines."""
    told = company.telling(HABIT, company.spoken)
    if not told and len(company.spoken) >= max(SHARE * company.paragraphs, OFTEN):
        told = [one.line for one in company.spoken if full_name(bare(one.line.label))]
    return told


def _bracketed_labels(company: Company) -> list[LabelLine]:
    timed = [one for one in company.lines if one.line.time is not None]
    return _timed_labels(replace(company, lines=timed)) if timed else company.habitual()


def _lettered_labels(company: Company) -> list[LabelLine]:
    """Return the labels `Q` and `A`, where both are there."""
    letters = [one.line for one in company.lines if one.line.label[:1] in "QA" and unmistakable(one.line.label)]
    return letters if len({line.label[0] for line in letters}) > 1 else []


def _dashed_labels(company: Company) -> list[LabelLine]:
    return company.habitual() or _lettered_labels(company)


RULES: dict[Form, Callable[[Company], list[LabelLine]]] = {
    "bold": _bold_labels,
    "bold name": _bold_names,
    "timed": _timed_labels,
    "bracketed": _bracketed_labels,
    "dashed": _dashed_labels,
    "lettered": _lettered_labels,
}


def _all_told(text: str, forms: Mapping[Form, Sequence[Styled]], known: frozenset[str], paragraphs: int) -> list[LabelLine]:
    """Return the labels among the lines of all forms; a bold name needs no colon where another form has told it."""
    told: list[LabelLine] = []
    for form, lines in forms.items():
        told += RULES[form](Company(text=text, lines=lines, known=known, paragraphs=paragraphs))
    names = {bare(line.label) for line in told}
    told += [one.line for one in forms.get("bold name", ()) if bare(one.line.label) in names and one.line not in told]
    return sorted(told, key=lambda line: line.start)
