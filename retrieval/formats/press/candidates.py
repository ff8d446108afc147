"""Lines that open with something like a name and a colon, so that they may be a speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.formats.press.shapes import bare, named_like, unmistakable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

LONGEST_LABEL = 60  # characters
CANDIDATE = re.compile(
    rf"^[^\S\n]*(?P<label>[^\s:：.,;!?“”\"][^:：\n“”\"]{{0,{LONGEST_LABEL - 1}}}?)[^\S\n]*"
    r"(?:::?(?=\s|$)|：|(?P<tight>:(?=[^\s/\d])))[^\S\n]*",
    re.MULTILINE,
)
OFTEN = 2  # lines that a label without a space after its colon has to open


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelLine:
    """A label at the start of a line: where it starts, where the words after it start, and itself."""

    start: int
    end: int
    label: str
    time: timedelta | None = None


def candidate_lines(text: str, start: int) -> Iterator[LabelLine]:
    """Yield the lines that open with something like a name and a colon; where it comes back, it needs no space."""
    lines: list[tuple[LabelLine, bool]] = []
    for match in CANDIDATE.finditer(text, start):
        label = bare(match["label"])
        if named_like(label):
            line = LabelLine(start=match.start("label"), end=match.end(), label=match["label"])
            lines.append((line, match["tight"] is not None and not unmistakable(label)))
    often = Counter(line.label for line, tight in lines if not tight)
    yield from (line for line, tight in lines if not tight or often[line.label] >= OFTEN)
