"""Real transcripts → as many passages as wanted: turns spliced of two, with new words and people as they would come.

A copy of a transcript keeps its course (who speaks when, for how long, asking or answering), but each turn begins as
its own and goes on as another of any transcript. Words that are rare in the originals give way to words coined of two
real ones, so often that the vocabulary keeps growing as Heaps' law says of the originals: V = K · nᵝ.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.model import Mark, Span, Speaker, Transcript, Turn
from retrieval.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CORE = re.compile(r"[^\W\d_]{4,}")
RARE = 5  # occurrences up to which a word may give way to a coined one
SAMPLES = 12  # sizes at which the vocabulary is counted to fit Heaps' law
REGULAR = 3  # transcripts in which somebody speaks who is a regular: hosts stay, guests change
SEED = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Heaps:
    """Heaps' law of some text: V = k · n^beta distinct words among n."""

    k: float
    beta: float

    def distinct(self, words: int) -> float:
        """Return how many distinct words so many words hold."""
        return self.k * float(max(words, 1) ** self.beta)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """The words of a turn as they are printed, and which of them may give way."""

    words: list[str]
    rare: list[int]


def fitted(words: Sequence[str]) -> Heaps:
    """Return Heaps' law of a text, fitted by least squares on both logarithms."""
    sizes = np.unique(np.geomspace(max(len(words) // 64, 1), max(len(words), 1), SAMPLES).astype(int))
    seen: set[str] = set()
    counts, start = [], 0
    for size in sizes.tolist():
        seen.update(words[start:size])
        counts.append(max(len(seen), 1))
        start = size
    if len(sizes) < 2:  # noqa: PLR2004 - a line takes two points
        return Heaps(k=1.0, beta=0.5)
    beta, intercept = np.polyfit(np.log(sizes), np.log(counts), 1)
    return Heaps(k=float(np.exp(intercept)), beta=float(beta))


class Growth:
    """Grows transcripts of some originals; the same originals give the same growth."""

    def __init__(self, originals: Sequence[Transcript]) -> None:
        """Learn from the originals how their vocabulary grows, and which words are rare."""
        self._random = random.Random(SEED)  # noqa: S311 - no secret
        self.originals = self._random.sample(list(originals), len(originals))
        spoken = [original.slice(turn.span) for original in self.originals for turn in original.turns]
        cores = [core.casefold() for text in spoken for core in CORE.findall(text)]
        self.heaps = fitted(cores)
        common = Counter(cores)
        self._said = [_said(text, common) for text in spoken]
        self._parts = sorted({core for core, count in common.items() if count <= RARE}) or ["word"]
        self._coined: list[str] = []
        self._distinct, self._length = len(common), len(cores)
        self._lengths = len(cores) / max(sum(len(said.words) for said in self._said), 1)
        appearances = Counter(name for one in self.originals for name in {_name(turn) for turn in one.turns})
        self._regular = {name for name, count in appearances.items() if count >= REGULAR}
        self._names = [name.split() for name in sorted(appearances) if " " in name] or [["Ann", "Other"]]

    def transcripts(self, passages: int) -> Iterator[Transcript]:
        """Yield transcripts with so many passages together, the originals first; the last is cut to fit."""
        left = passages
        for transcript in self._endless():
            held = len(passages_of(transcript))
            yield transcript if held <= left else _shortened(transcript, left)
            left -= held
            if left <= 0:
                return

    def _endless(self) -> Iterator[Transcript]:
        yield from self.originals
        copy = 0
        while True:
            copy += 1
            first = 0
            for original in self.originals:
                said = self._said[first : first + len(original.turns)]
                first += len(original.turns)
                yield self._copied(original, said, copy)

    def _copied(self, original: Transcript, said: Sequence[Said], copy: int) -> Transcript:
        people = {turn.speaker: self._somebody(turn.speaker) for turn in original.turns}
        texts = [self._spliced(one) for one in said]
        speakers = [people[turn.speaker] for turn in original.turns]
        roles = [turn.role for turn in original.turns]
        identity, source = f"{original.id}-{copy}", f"{copy}/{original.source}"
        return _told(replace(original, id=identity, source=source), list(zip(speakers, roles, texts, strict=True)))

    def _spliced(self, own: Said) -> str:
        other = self._random.choice(self._said)
        cut = self._random.randint(0, len(own.words))
        start = max(len(other.words) - (len(own.words) - cut), 0)
        words = own.words[:cut] + other.words[start:]
        rare = [place for place in own.rare if place < cut] + [
            cut + place - start for place in other.rare if place >= start
        ]
        self._length += int(len(words) * self._lengths)
        for place in rare:
            words[place] = CORE.sub(self._coin, words[place], count=1)
        return " ".join(words)

    def _coin(self, _: re.Match[str]) -> str:
        """Return a word that is new where Heaps' law wants one, else one coined before, the oftener the likelier."""
        if self._distinct < self.heaps.distinct(self._length) or not self._coined:
            one, other = self._random.choice(self._parts), self._random.choice(self._parts)
            word: str = one[: self._random.randint(2, 5)] + other[-self._random.randint(2, 5) :]
            self._distinct += 1
        else:
            word = self._random.choice(self._coined)
        self._coined.append(word)
        return word

    def _somebody(self, speaker: Speaker | None) -> Speaker | None:
        if speaker is None or speaker.name in self._regular:
            return speaker
        name = f"{self._random.choice(self._names)[0]} {self._random.choice(self._names)[-1]}"
        return Speaker(name=name, label=name, title=speaker.title)


def _said(text: str, common: Counter[str]) -> Said:
    words = text.split()
    cores = [CORE.search(word) for word in words]
    return Said(
        words=words,
        rare=[place for place, core in enumerate(cores) if core and common[core[0].casefold()] <= RARE],
    )


def _name(turn: Turn) -> str:
    return turn.speaker.name if turn.speaker else ""


def _told(header: Transcript, told: Iterable[tuple[Speaker | None, str | None, str]]) -> Transcript:
    """Return a transcript of turns, each a paragraph: `Label: words`."""
    pieces: list[str] = []
    turns: list[Turn] = []
    marks: list[Mark] = []
    place = 0
    for speaker, role, text in told:
        label = f"{speaker.label}: " if speaker else ""
        pieces += [label, text, "\n\n"]
        if label:
            marks.append(Mark(kind="label", span=Span(start=place, end=place + len(label) - 1)))
        start = place + len(label)
        place = start + len(text)
        span = Span(start=start, end=place)
        turns.append(Turn(index=len(turns), speaker=speaker, role=role, span=span))  # type: ignore[arg-type]
        place += 2
    return replace(header, text="".join(pieces), turns=tuple(turns), marks=tuple(marks))


def _shortened(transcript: Transcript, passages: int) -> Transcript:
    """Return a transcript up to the turn of one of its passages; that turn ends with the passage."""
    last = passages_of(transcript)[passages - 1]
    turn = replace(last.turn, span=Span(start=last.turn.span.start, end=last.span.end))
    marks = tuple(mark for mark in transcript.marks if mark.span.end <= last.span.end)
    turns = (*transcript.turns[: turn.index], turn)
    return replace(transcript, text=transcript.text[: last.span.end], turns=turns, marks=marks)
