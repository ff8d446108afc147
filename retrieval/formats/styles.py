"""Which of the forms that set labels apart are a file's own.

A form is known by the company its lines keep: names that the file gives otherwise, words that only labels use, names
that come back. Once a form is the file's own, each of its lines opens a turn.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from retrieval.formats.forms import HANDLE, styled_lines
from retrieval.formats.shapes import bare, full_name, named_like, no_speaker, unmistakable
from retrieval.roles import is_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from retrieval.formats.forms import Form, Styled
    from retrieval.formats.labels import LabelLine

LETTER = re.compile(r"[QA](?:[^\S\n]?#?[0-9]{1,3})?")
STRONG = frozenset({"bold", "timed", "bracketed", "angled", "tabled"})
"""Forms that prose never has, if several names come back in them."""
PROSE = frozenset({"alone", "dashed", "stopped"})
"""Forms in which a single capitalised word may be anything."""
OFTEN = 2  # lines that a name has to open
BOLD_HABIT = 0.25  # share of the lines in bold print that open with sure names, from which all of them open turns
HABIT = 0.5  # likewise, of lines in another form
SHARE = 0.2  # share of the paragraphs, from which a form that other lines have as well is a habit
ALWAYS = 0.9  # share of the paragraphs, from which a form opens every turn
NEARLY_ONLY = 0.8  # share of the lines that stand alone, from which they stand for nothing but speakers
NEARLY_ALL = 0.3  # likewise, where a third of the paragraphs, or else nearly all lines of the form, are wanted
LONGEST_NAME = 8  # words: `Clip from the news of 17 October`


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


@dataclass(frozen=True, kw_only=True)
class Company:
    """The lines of one form: what they say of each other."""

    text: str
    start: int
    lines: Sequence[Styled]
    known: frozenset[str]
    paragraphs: int

    def sure(self, styled: Styled) -> bool:
        """Tell whether a line opens with a name that the file gives, a word of labels, or a name that comes back."""
        return bare(styled.line.label) in self.sure_names

    @cached_property
    def sure_names(self) -> frozenset[str]:
        """The labels that are surely some."""
        return frozenset(label for label, times in self.counts.items() if self._sure(label, times))

    def _sure(self, label: str, times: int) -> bool:
        if unmistakable(label) or label.casefold() in self.known:
            return True
        named = named_like(label) or HANDLE.fullmatch(label) is not None
        return named and not no_speaker(label) and not is_nobody(label) and times >= OFTEN

    @cached_property
    def counts(self) -> Counter[str]:
        """How many lines each label opens."""
        return Counter(bare(styled.line.label) for styled in self.lines)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        return frozenset(word for word in re.split(r"[\W_]+", self.text) if word[:1].islower())

    @cached_property
    def always(self) -> bool:
        """Whether sure labels open all paragraphs but a few, so that nobody's words take two."""
        return sum(1 for one in self.lines if one.paragraph and self.sure(one)) >= ALWAYS * self.paragraphs

    @cached_property
    def spoken(self) -> Sequence[Styled]:
        """The lines that words follow, there or below, and those that say that nobody speaks."""
        return _spoken(self.text, self.lines)

    def telling(self, share: float, lines: Sequence[Styled]) -> list[LabelLine]:
        """Return the sure lines, and all that may be labels where the sure ones are that share of them."""
        sure = [one for one in lines if self.sure(one)]
        named = (one for one in lines if self.sure(one) or full_name(one.line.label))
        first = next((one.line.start for one in named), 0)
        likely = [one for one in lines if _possible(one) and one.line.start >= first]
        return [one.line for one in (likely if sure and len(sure) >= share * len(likely) else sure)]

    def habitual(self, share: float) -> list[LabelLine]:
        """Return the sure lines, and other names among them, where several open many paragraphs so, or one most."""
        first = next((one.line.start for one in self.lines if self.sure(one)), 0)
        later = [one for one in self.lines if one.line.start >= first]  # what stands above is a title
        named = [one for one in later if self.sure(one) or (one.paragraph and full_name(bare(one.line.label)))]
        sure = [one for one in _spoken(self.text, named) if self.sure(one)]
        names = {bare(one.line.label) for one in sure}
        many = len(sure) >= share * min(self.paragraphs, len(self.lines) * 3)
        most = len(sure) > max(HABIT * self.paragraphs, OFTEN)
        if not most and not (many and len(names) >= OFTEN):
            return []
        lone = all(one.alone for one in self.lines) and len(sure) >= NEARLY_ONLY * len(later)
        starts = {one.line.start for one in named}
        free = most or lone
        told = [one for one in later if one.line.start in starts or self._may_open(one)] if free else named
        ends = [0, *(one.line.end for one in told)]
        before = (self.text[end : one.line.start] for end, one in zip(ends, told, strict=False))
        # One word right below a name is what that person says.
        kept = [one for one, words in zip(told, before, strict=True) if one.line.start in starts or words.strip()]
        return [one.line for one in _spoken(self.text, kept)]

    def _may_open(self, styled: Styled) -> bool:
        """Tell whether a line may open a turn where most paragraphs open so."""
        label = bare(styled.line.label)
        if self.sure(styled):
            return True
        goes_on = styled.form == "dashed" and self.text[styled.line.end : styled.line.end + 1].islower()
        likely = styled.paragraph and named_like(label) and not no_speaker(label) and not goes_on
        sets_apart = styled.form not in PROSE and not styled.alone
        return likely and (sets_apart or self.always or not self._written_small(label))

    def _written_small(self, label: str) -> bool:
        """Tell whether a label of one word is a word that the text has in small letters as well."""
        return label.lower() in self.small


def _spoken(text: str, lines: Sequence[Styled]) -> list[Styled]:
    ends = [*(one.line.start for one in lines), len(text)][1:]
    between = (text[one.line.end : end] for one, end in zip(lines, ends, strict=True))
    return [one for one, words in zip(lines, between, strict=True) if words.strip() or is_nobody(one.line.label)]


def _possible(styled: Styled) -> bool:
    """Tell whether a line may open with a label in a file whose labels look so."""
    label = bare(styled.line.label)
    return is_nobody(label) or (not no_speaker(label) and len(label.split()) <= LONGEST_NAME)


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
    often = before.habitual(NEARLY_ALL)
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
