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

from retrieval.formats.press.labels import find_labels
from retrieval.formats.utterances import SENTENCE_END, Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import timedelta

CHANGE = re.compile(r">>>?\s*")
"""What captions print wherever somebody else begins to speak."""
DASH = re.compile(r"[-–]\s?(?=[^\s\d–-])|—\s")
"""What subtitles print where two speak in one cue; within a sentence it is only a dash."""
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
    lines = _habitual(_labelled(list(_lines(cues))))
    return list(_carried(lines, onwards=_carries(lines)))


def _lines(cues: Iterable[Shown]) -> Iterator[Line]:
    ended = True  # whether the line before ends a sentence
    for cue in cues:
        dialogue = sum(DASH.match(text) is not None for text in cue.lines) > 1
        for number, text in enumerate(cue.lines):
            mark = CHANGE.match(text) or _dash(text, sure=dialogue, ended=ended)
            yield _line(cue, text, mark[0] if mark else "", first=number == 0)
            ended = SENTENCE_END.search(text) is not None


def _dash(text: str, *, sure: bool, ended: bool) -> re.Match[str] | None:
    """Return the dash that opens somebody's words: one of several in a cue, or one between two sentences."""
    dash = DASH.match(text)
    return dash if dash and (sure or (ended and not text[dash.end() : dash.end() + 1].islower())) else None


def _line(cue: Shown, text: str, mark: str, *, first: bool) -> Line:
    words = text[len(mark) :]
    label, length = _name(words)
    printed, words = words[:length], words[length:]
    return Line(cue=cue, first=first, mark=mark.strip(), label=label, printed=printed, words=words)


def _name(words: str) -> tuple[str | None, int]:
    """Return the name that only captions print so, and its length with all that parts it from the words."""
    bracketed, capitals = BRACKETED.match(words), CAPITALS.match(words)
    if bracketed:
        return bracketed["label"] or bracketed["machine"], bracketed.end()
    if capitals and capitals["label"].isupper():
        return capitals["label"], capitals.end()
    return None, 0


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
    unnamed_change = any(line.mark and not line.label and not CHANGE.match(line.mark) for line in lines)
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
