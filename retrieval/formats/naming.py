"""Who says what in subtitles that print names before the words, as Zoom's `Ann Lee: …` and WhisperX' `[SPEAKER_00]: …`.

A line of a film may well hold a colon, so names count only as a habit: they open the first cue, or most of them, or
else come back. Where a file prints a name only when the speaker changes, it holds until the next; where a file repeats
the name in each cue, a cue without one is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.formats.labels import find_labels
from retrieval.formats.utterances import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import timedelta

CHANGE = ">>"
OPENING = re.compile(r"(?P<mark>>>)>?\s*|(?P<dash>[-–]\s?|—\s)(?=[^\W\d_]|[\[(♪“\"'¿¡])")
"""What captions print where somebody else begins to speak: `>> ` at each change, `- ` where two speak in one cue."""
BRACKETED = re.compile(r"\[(?P<label>[^\[\]]{1,60})\]:\s*|\[(?P<machine>SPEAKER_[0-9]+)\]\s*")
CAPITALS = re.compile(r"(?P<label>[^\W\d_][^:：]{0,40}):\s+")
"""A name as captions print it: `ANN LEE: `; other names are told as in any text."""
OFTEN = 2  # cues that a name has to open where names are no habit


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What a cue shows that was not shown before.

    Attributes:
        start: From the start of the recording.
        end: Likewise.
        lines: Without markup.
    """

    start: timedelta
    end: timedelta
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of a cue.

    Attributes:
        cue: The cue that it stands in.
        first: Whether it is the first of that cue.
        mark: What shows that somebody begins to speak: `>>` or a dash, else nothing.
        label: The name that is printed before the words, or None.
        printed: The name with all that parts it from the words.
        words: The rest of the line.
    """

    cue: Shown
    first: bool
    mark: str
    label: str | None
    printed: str
    words: str


def attributed(cues: Iterable[Shown]) -> list[Utterance]:
    """Return the lines of cues as utterances with the speaker's label where the file tells it."""
    lines = _habitual(_labelled([line for cue in cues for line in _lines(cue)]))
    return list(_carried(lines, onwards=_carries(lines)))


def _lines(cue: Shown) -> Iterator[Line]:
    for number, text in enumerate(cue.lines):
        opening = OPENING.match(text)
        words = text[opening.end() :] if opening else text
        name = BRACKETED.match(words) or CAPITALS.match(words)
        label = next(filter(None, name.groups())) if name else None
        if name and name.re is CAPITALS and not name["label"].isupper():
            name = label = None
        yield Line(
            cue=cue,
            first=number == 0,
            mark=(opening["mark"] or opening["dash"]) if opening else "",
            label=label,
            printed=name[0] if name else "",
            words=words[name.end() :] if name else words,
        )


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the labels that a text of these lines would have."""
    found = {label.start: label for label in find_labels("\n".join(line.words for line in lines))}
    labelled: list[Line] = []
    start = 0
    for line in lines:
        label, end = found.get(start), start + len(line.words)
        if label and not line.label and label.end <= end:
            printed, words = line.words[: label.end - start], line.words[label.end - start :]
            labelled.append(replace(line, label=label.label, printed=printed, words=words))
        else:
            labelled.append(line)
        start = end + 1
    return labelled


def _habitual(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the labels of a file that has the habit; in any other, with those that come back."""
    counts = Counter(line.label for line in lines if line.label)
    if _habit(lines):
        return list(lines)
    return [
        replace(line, label=None, printed="", words=line.printed + line.words)
        if line.label and counts[line.label] < OFTEN
        else line
        for line in lines
    ]


def _habit(lines: Sequence[Line]) -> bool:
    """Tell whether names open the first cue, or half of all."""
    firsts = [line for line in lines if line.first]
    named = [line for line in firsts if line.label]
    return bool(named) and (firsts[0].label is not None or 2 * len(named) >= len(firsts))


def _carries(lines: Sequence[Line]) -> bool:
    """Tell whether a name holds for the cues after it: where names are a habit that changes of speaker call for.

    Dashes without names show that some changes have none.
    """
    names = {line.label for line in lines if line.label}
    unnamed_change = any(line.mark not in ("", CHANGE) and not line.label for line in lines)
    if len(names) < OFTEN or unnamed_change or not _habit(lines):
        return False
    repeated = unnamed = 0
    last: str | None = None
    for line in lines:
        repeated += line.first and line.label is not None and line.label == last
        unnamed += line.first and line.label is None and last is not None
        last = line.label or last
    return unnamed > repeated


def _carried(lines: Iterable[Line], *, onwards: bool) -> Iterator[Utterance]:
    """Yield each line with the name that holds for it: its own, its cue's, or, where names hold onwards, the last."""
    label: str | None = None
    waiting = False  # for the words of a name that stood alone
    for line in lines:
        if line.label or line.mark or (line.first and not onwards and not waiting):
            label = line.label
        waiting = line.label is not None and not line.words
        opens = bool(line.mark)
        yield Utterance(label=label, words=line.words, start=line.cue.start, end=line.cue.end, opens=opens)
