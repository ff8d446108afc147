"""What the lines of one form say of each other: which names come back in it, and whether it is a habit of the file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from retrieval.formats.press.forms import HANDLE
from retrieval.formats.press.shapes import bare, full_name, named_like, no_speaker, unmistakable
from retrieval.roles import is_nobody

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from retrieval.formats.press.candidates import LabelLine
    from retrieval.formats.press.forms import Styled

PROSE = frozenset({"alone", "dashed", "stopped"})
"""Forms in which a single capitalised word may be anything."""
OFTEN = 2  # lines that a name has to open
HABIT = 0.5  # share of the lines, or of the paragraphs, from which what most of them are is a habit
ALWAYS = 0.9  # share of the paragraphs, from which a form opens every turn
NEARLY_ONLY = 0.8  # share of the lines that stand alone, from which they stand for nothing but speakers
TURN = 3  # paragraphs that a turn may well have: where a form has fewer lines, these are what counts
LONGEST_NAME = 8  # words: `Clip from the news of 17 October`


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
        most = len(sure) > max(HABIT * self.paragraphs, OFTEN)
        many = len(sure) >= share * min(self.paragraphs, len(self.lines) * TURN)
        if not most and not (many and len({bare(one.line.label) for one in sure}) >= OFTEN):
            return []
        lone = all(one.alone for one in self.lines) and len(sure) >= NEARLY_ONLY * len(later)
        told = self._worded(later, {one.line.start for one in named}) if most or lone else named
        return [one.line for one in _spoken(self.text, told)]

    def _worded(self, lines: Sequence[Styled], named: Container[int]) -> list[Styled]:
        """Return the lines that are named, by where they start, and others that may open turns.

        Right below a label a line of one word is no label: it is what that person says.
        """
        told = [one for one in lines if one.line.start in named or self._may_open(one)]
        ends = [0, *(one.line.end for one in told)]
        above = (self.text[end : one.line.start] for end, one in zip(ends, told, strict=False))
        return [one for one, words in zip(told, above, strict=True) if one.line.start in named or words.strip()]

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
    """Return the lines that words follow before the next of them, and those that say that nobody speaks."""
    ends = [*(one.line.start for one in lines), len(text)][1:]
    between = (text[one.line.end : end] for one, end in zip(lines, ends, strict=True))
    return [one for one, words in zip(lines, between, strict=True) if words.strip() or is_nobody(one.line.label)]


def _possible(styled: Styled) -> bool:
    """Tell whether a line may open with a label in a file whose labels look so."""
    label = bare(styled.line.label)
    return is_nobody(label) or (not no_speaker(label) and len(label.split()) <= LONGEST_NAME)
