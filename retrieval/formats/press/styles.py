"""Which of the forms that set labels apart are a file's own.

A form is known by the company its lines keep: names that the file gives otherwise, words that only labels use, names
that come back. Once a form is the file's own, each of its lines opens a turn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.formats.press.company import HABIT, OFTEN, Company
from retrieval.formats.press.forms import styled_lines
from retrieval.formats.press.shapes import bare, full_name, unmistakable
from retrieval.roles import is_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from retrieval.formats.press.candidates import LabelLine
    from retrieval.formats.press.forms import Form, Styled

LETTER = re.compile(r"[QA](?:[^\S\n]?#?[0-9]{1,3})?")
STRONG = frozenset({"bold", "timed", "bracketed", "angled", "tabled"})
"""Forms that prose never has, if several names come back in them."""
BOLD_HABIT = 0.25  # share of the lines in bold print that open with sure names, from which all of them open turns
SHARE = 0.2  # share of the paragraphs, from which a form that other lines have as well is a habit
BOLD_SHARE = 0.3  # likewise, of bold print without a colon, which prose has more often


def find_styled(text: str, start: int, known: frozenset[str], skipped: Container[int], plain: int) -> list[LabelLine]:
    """Return the labels that a text sets apart, in order.

    Args:
        text: The whole file.
        start: Where what it says of itself ends.
        known: Names of people who may speak, in full and in part, in small letters.
        skipped: Where lines start that are nobody's.
        plain: How many labels before a plain colon the text has; more than these tell a form that prose has as well.
    """
    forms: dict[tuple[Form, str], list[Styled]] = defaultdict(list)
    for styled in styled_lines(text, start, skipped):
        forms[styled.form, styled.lead].append(styled)
    paragraphs = text.count("\n\n", start) + 1
    told: list[LabelLine] = []
    weak: list[list[LabelLine]] = [[]]
    for (form, lead), lines in forms.items():
        company = Company(text=text, start=start, lines=lines, known=known, paragraphs=paragraphs)
        found = company.habitual(SHARE) if lead not in {"", "#"} else RULES[form](company)
        if form in STRONG:
            told += found
        else:
            weak.append(found)
    told += _bold_names_of(told, forms)
    likeliest = max(weak, key=len)
    if len(likeliest) <= max(plain, len(told)):
        likeliest = [line for found in weak for line in found if LETTER.fullmatch(line.label)]
    return sorted([*told, *likeliest], key=lambda line: line.start)


def _bold_names_of(told: Sequence[LabelLine], forms: Mapping[tuple[Form, str], Sequence[Styled]]) -> list[LabelLine]:
    """Return the bold names without a colon that another form has told, and breaks in bold."""
    names, starts = {bare(line.label) for line in told}, {line.start for line in told}
    lines = forms.get(("bold name", ""), ())
    meant = (one.line for one in lines if bare(one.line.label) in names or (one.alone and is_nobody(one.line.label)))
    return [line for line in meant if line.start not in starts]


def _bold_labels(company: Company) -> list[LabelLine]:
    """Return the labels in bold print: where a sure one is among them, or the first words open with a full name."""
    first = company.lines[0]
    told = company.telling(BOLD_HABIT, company.lines)
    opens = not company.text[company.start : first.line.start].strip() and full_name(bare(first.line.label))
    return told or _full_names(company) or ([first.line] if opens else [])


def _bold_names(company: Company) -> list[LabelLine]:
    """Return the labels in bold print without a colon: alone on their lines, or before most paragraphs."""
    alone = replace(company, lines=[one for one in company.lines if one.alone])
    before = replace(company, lines=[one for one in company.lines if one.paragraph and not one.alone])
    often = before.habitual(BOLD_SHARE)
    return _lone_labels(alone) or often


def _timed_labels(company: Company) -> list[LabelLine]:
    """Return the labels beside times: a list of chapters has no words between its lines."""
    return company.telling(HABIT, company.spoken) or _full_names(company)


def _full_names(company: Company) -> list[LabelLine]:
    """Return the lines that open with full names, where many paragraphs do, though none comes back."""
    named = [one.line for one in company.spoken if full_name(bare(one.line.label))]
    return named if len(named) >= max(SHARE * company.paragraphs, HABIT * len(company.lines), OFTEN) else []


def _bracketed_labels(company: Company) -> list[LabelLine]:
    timed = [one for one in company.lines if one.line.time is not None]
    return _timed_labels(replace(company, lines=timed)) if timed else company.habitual(SHARE)


def _lettered_labels(company: Company) -> list[LabelLine]:
    """Return the labels `Q` and `A`, where both are there."""
    letters = [one.line for one in company.lines if one.line.label[:1] in "QA" and unmistakable(one.line.label)]
    return letters if len({line.label[0] for line in letters}) > 1 else []


def _dashed_labels(company: Company) -> list[LabelLine]:
    return company.habitual(SHARE) or _lettered_labels(company)


def _tabbed_labels(company: Company) -> list[LabelLine]:
    """Return the labels before wide space; where only questions are set so, these."""
    questions = [one.line for one in company.lines if one.line.label == "Q"]
    return company.habitual(SHARE) or (questions if len(questions) >= OFTEN else [])


def _lone_labels(company: Company) -> list[LabelLine]:
    """Return the labels that stand alone on their lines without any sign, where nearly all such lines are names."""
    told = company.habitual(SHARE)
    names = [one for one in company.spoken if full_name(one.line.label) or company.sure(one)]
    return told if len(told) >= HABIT * len(names) else []


def _habitual(company: Company) -> list[LabelLine]:
    return company.habitual(SHARE)


RULES: dict[Form, Callable[[Company], list[LabelLine]]] = {
    "bold": _bold_labels,
    "bold name": _bold_names,
    "timed": _timed_labels,
    "bracketed": _bracketed_labels,
    "parenthesised": _habitual,
    "angled": _habitual,
    "tabbed": _tabbed_labels,
    "tabled": _habitual,
    "listed": _habitual,
    "headed": _lone_labels,
    "dashed": _dashed_labels,
    "lettered": _lettered_labels,
    "stopped": _habitual,
    "small": _habitual,
    "alone": _lone_labels,
}
