"""Which line starts with a speaker's label, and which colon merely stands in a sentence.

A label is told by its shape (`S.Lavrov`, `MS. JEAN-PIERRE`, `Q Shannon Cross`), by a word that only labels use
(`Question`), or by the company it keeps: a plain capitalised word counts when it opens several lines of the file, when
most paragraphs of the file open so, when the title introduces a person of that name, or when it is all that answers a
question.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.formats.press.candidates import LONGEST_LABEL, candidate_lines
from retrieval.formats.press.paragraphs import Paragraphs
from retrieval.formats.press.shapes import INITIALS, SMALL, bare, full_name, look, no_speaker, unmistakable
from retrieval.roles import roles
from retrieval.speakers import identify
from retrieval.titles import OFFICE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from retrieval.formats.press.candidates import LabelLine

OFTEN = 2  # lines that a plain word must open to be taken for a name
DIALOGUE = 0.5  # share of paragraphs that names open in a conversation
ALWAYS = 0.9  # share of paragraphs that open with something like a name in a text that has hardly any others
NEIGHBOURS = 3  # labels before and after a name in a conversation, one a paragraph
FEWEST = 10  # paragraphs; fewer show no conversation
PRESENTED = frozenset("guest host moderator interviewer interviewee witness narrator chair speaker".split())
"""Parts that lines above a text give to people."""


def find_labels(
    text: str,
    start: int = 0,
    *,
    known: frozenset[str] = frozenset(),
    skipped: Container[int] = frozenset(),
    lone: bool = False,
) -> list[LabelLine]:
    """Return the labels of a text, in order.

    Args:
        text: The whole file.
        start: Where what it says of itself ends.
        known: Names of people who may speak, in full and in part, in small letters.
        skipped: Where lines start that are nobody's.
        lone: Whether the text is one person's, so that a word before a colon is seldom another's name.
    """
    candidates = tuple(line for line in candidate_lines(text, start) if line.start not in skipped)
    page = Page(paragraphs=Paragraphs(text=text, start=start), candidates=candidates, known=known, lone=lone)
    told = {line for line in page.candidates if page.tells(line)}
    told.update(page.answering(told))
    labels = [line for line in page.candidates if line in told]
    return [] if page.defines(labels) else labels


@dataclass(frozen=True, kw_only=True)
class Page:
    """A text and the lines of it that may be labels: what they say of each other.

    Attributes:
        paragraphs: The text.
        candidates: The lines, in order.
        known: Names of people who may speak, in full and in part, in small letters.
        lone: Whether the text is one person's.
    """

    paragraphs: Paragraphs
    candidates: tuple[LabelLine, ...]
    known: frozenset[str] = frozenset()
    lone: bool = False

    def tells(self, line: LabelLine) -> bool:
        """Tell whether a candidate is a speaker's label, by its shape or its company."""
        label = bare(line.label)
        if unmistakable(label):
            return not self._presents(line)
        if no_speaker(label):
            return False
        if label.casefold() in self.known:
            return not self.paragraphs.goes_on(line.start)
        often = self.counts[label] >= OFTEN
        if self.talk:
            return often and self.paragraphs.begins(line.start) and not self._common(label.split())
        return often or self._in_company(line, label)

    def _in_company(self, line: LabelLine, label: str) -> bool:
        """Tell whether a name that need not come back is told by the labels around it, the title or its own shape."""
        lively = self.dialogue or self._amid_dialogue(line)
        if lively and self.paragraphs.begins(line.start) and self._usual(label) and not self._common(label.split()):
            return True
        habitual = self._initials(line, label) or (self.habitual and self._opens_turn(line) and self._usual(label))
        return habitual or self._introduced(line) or self._full_name(line)

    def defines(self, labels: Sequence[LabelLine]) -> bool:
        """Tell whether the only label is a word within a list of words and what they mean."""
        lone = labels[0] if len(labels) == 1 else None
        return lone is not None and len(self.candidates) > OFTEN and not self.paragraphs.begins(lone.start)

    def answering(self, told: set[LabelLine]) -> Iterator[LabelLine]:
        """Yield the candidates that nothing else tells, but without whom a question would be left unanswered."""
        asking = {label: roles([label])[label] == "asker" for label in {line.label for line in told}}
        asked, answer = False, None
        for line in self.candidates:
            if line in told:
                asks = asking[line.label]
                if asks and answer:
                    yield answer
                asked, answer = asks, None
            elif asked and answer is None and self._may_answer(line):
                answer = line
        if answer:
            yield answer

    @cached_property
    def counts(self) -> Counter[str]:
        """How many lines each label opens."""
        return Counter(bare(line.label) for line in self.candidates)

    @cached_property
    def habitual(self) -> bool:
        """Whether most paragraphs open with a name, so that names need no other sign."""
        plain = sum(1 for line in self.candidates if not unmistakable(bare(line.label)) and self._opens_turn(line))
        return 2 * plain > self.paragraphs.turns

    @cached_property
    def talk(self) -> bool:
        """Whether the text is one person's, and not a conversation with that person."""
        return self.lone and sum(1 for line in self.candidates if bare(line.label).casefold() in self.known) < OFTEN

    @cached_property
    def initialled(self) -> bool:
        """Whether several come back by their initials only."""
        often = [label for label, times in self.counts.items() if times >= OFTEN and INITIALS.fullmatch(label)]
        return len(often) >= OFTEN

    @cached_property
    def always(self) -> bool:
        """Whether all paragraphs but a few open with something like a name."""
        opening = sum(1 for line in self.candidates if not self.paragraphs.goes_on(line.start))
        return opening >= ALWAYS * self.paragraphs.turns

    @cached_property
    def looks(self) -> frozenset[str]:
        """How the labels look that come back."""
        often = (label for label, times in self.counts.items() if times >= OFTEN and not no_speaker(label))
        return frozenset(map(look, often))

    @cached_property
    def dialogue(self) -> bool:
        """Whether names that come back open half of the paragraphs, of which there are some."""
        often = sum(map(self._comes_back, self.candidates))
        return self.paragraphs.count > FEWEST and often >= DIALOGUE * self.paragraphs.count

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each candidate among them, by where it stands."""
        return {line.start: place for place, line in enumerate(self.candidates)}

    def _amid_dialogue(self, line: LabelLine) -> bool:
        """Tell whether all paragraphs around a candidate open with names that come back."""
        place = self.places[line.start]
        around = self.candidates[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS + 1]
        return (
            len(around) > 2 * NEIGHBOURS
            and all(one is line or self._comes_back(one) for one in around)
            and all(self.paragraphs.between(one.end, then.start) == 1 for one, then in pairwise(around))
        )

    def _comes_back(self, line: LabelLine) -> bool:
        """Tell whether a candidate opens other lines as well."""
        label = bare(line.label)
        return self.counts[label] >= OFTEN and not no_speaker(label)

    @cached_property
    def title(self) -> str:
        """The first line, where it is no label's."""
        return self.paragraphs.above(self.candidates[0].start).partition("\n")[0] if self.candidates else ""

    def _introduced(self, line: LabelLine) -> bool:
        """Tell whether the title introduces a person by the word of a label: `Lavrov` of Sergey Lavrov."""
        label = bare(line.label)
        if label.casefold() not in self.title.casefold() or not self.paragraphs.begins(line.start):
            return False
        person = identify([label], self.title)[label]
        return person is not None and (person.title is not None or len(person.name) > len(label))

    def _usual(self, label: str) -> bool:
        """Tell whether a label looks like those that come back, where there are any."""
        shouted = label.isupper() and "capitals" in self.looks  # TIM among ANN LEE
        return not self.looks or look(label) in self.looks or shouted or self.always

    def _initials(self, line: LabelLine, label: str) -> bool:
        """Tell whether a label is somebody's initials, where others go by theirs, and stands for nothing else."""
        alone = self.initialled and INITIALS.fullmatch(label) and self.paragraphs.begins(line.start)
        return bool(alone) and len(re.findall(rf"\b{label}\b", self.paragraphs.text)) == 1

    def _full_name(self, line: LabelLine) -> bool:
        """Tell whether a label that opens one line only could be a full name: `Vijay Samant`."""
        label = bare(line.label)
        return full_name(label) and not self.paragraphs.goes_on(line.start) and not self._common(label.split())

    def _may_answer(self, line: LabelLine) -> bool:
        label = bare(line.label)
        named = OFFICE.search(label) is not None or not self._common(label.split())
        return named and not no_speaker(label) and self.paragraphs.begins(line.start)

    def _common(self, words: list[str]) -> bool:
        """Tell whether a word of a label is written small elsewhere, as the words of `Key Points` are."""
        return any(word.lower() in self.paragraphs.small for word in words if word not in SMALL and len(word) > 1)

    def _opens_turn(self, line: LabelLine) -> bool:
        """Tell whether a line may open a turn: in a text of one block every line may."""
        return self.paragraphs.count == 1 or not self.paragraphs.goes_on(line.start)

    def _presents(self, line: LabelLine) -> bool:
        """Tell whether a part comes once, with nothing but a name behind it: `Guest: Ann Lee, gardener`."""
        label = bare(line.label)
        if self.counts[label] >= OFTEN or label.casefold() not in PRESENTED:
            return False
        behind = self.paragraphs.text[line.end : line.end + LONGEST_LABEL].partition("\n")[0]
        return full_name(bare(behind.rstrip(". ")))
