"""SubRip and WebVTT → cues: a time, an arrow and a time, and the lines that stand on screen until then.

Read line by line from one timing to the next, so that every line has its place and a broken cue its line number; of the
parsers there are, `webvtt-py` passes over a broken cue and over words after an empty line, and `srt` knows no times
without hours. On sound files the three agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError, TranscriptError
from retrieval.formats.clock import CLOCK, moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import timedelta

EXAMPLE = "00:01:07.500 --> 00:01:09.000"
TIMING = re.compile(rf"\s*(?P<start>{CLOCK})\s*-->\s*(?P<end>{CLOCK})(?:\s.*)?")
FAULTS = (
    (re.compile(rf"\s*{CLOCK}\s*-->\s*"), "cue without an end time"),
    (re.compile(rf"\s*-->\s*{CLOCK}.*"), "cue without a start time"),
    (re.compile(r".*[0-9]\s*-->.*|.*-->\s*[0-9].*"), "cue whose times cannot be read"),
)
"""What a line with an arrow lacks; one that has no times beside the arrow is words."""
CUT = re.compile(r"[0-9]{1,4}:[0-9:.,\s-]*")
"""A line that breaks off before its arrow, where a file ends."""
NUMBER = re.compile(r"[0-9]{1,9}")
HEADER = re.compile(r"WEBVTT(?=\s|$)")
FACT = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*[:=]\s*(?P<value>.*)")
NOTE = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|$)")
"""How blocks of WebVTT open that nobody says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """Lines that stand on screen for a time.

    Attributes:
        start: From the start of the recording.
        end: Likewise.
        name: What stands above the times, or None.
        lines: As they stand, markup and all; blank ones are left out.
    """

    start: timedelta
    end: timedelta
    name: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A file of subtitles.

    Attributes:
        facts: What a WebVTT header says, by lower-case name: `language`, `kind`.
        front: Other lines before the first cue.
        cues: In the order of the file.
    """

    facts: Mapping[str, str]
    front: tuple[str, ...]
    cues: tuple[Cue, ...]


def read_cues(text: str, source: str) -> Sheet:
    """Return the cues of a SubRip or WebVTT file.

    Raises:
        TranscriptError: A cue lacks a time, or there is no cue.
        EmptyTranscriptError: There is nothing in the file.
    """
    lines = text.split("\n")
    timings = list(_timings(lines, source))
    if not timings and any(map(str.strip, lines[bool(HEADER.match(text)) :])):
        raise TranscriptError(source, f"no cue in the file; expected times such as {EXAMPLE}")
    if not timings:
        raise EmptyTranscriptError(source, "the file holds no cues")
    webvtt = HEADER.match(text) is not None
    tops = _tops(lines, [number for number, _ in timings], webvtt=webvtt)
    cues = (
        Cue(
            start=moment(timing["start"]),
            end=moment(timing["end"]),
            name=lines[top].strip() if top < number else None,
            lines=tuple(_shown(lines[number + 1 : bottom], notes=webvtt)),
        )
        for (number, timing), (top, bottom) in zip(timings, pairwise(tops), strict=True)
    )
    facts, front = _front(lines[: tops[0]])
    return Sheet(facts=facts, front=front, cues=tuple(cues))


def _timings(lines: Sequence[str], source: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines that time a cue, with their numbers from zero."""
    for number, line in enumerate(lines):
        if "-->" not in line:
            continue
        timing = TIMING.fullmatch(line)
        if timing:
            yield number, timing
        elif fault := next((fault for pattern, fault in FAULTS if pattern.fullmatch(line)), None):
            raise TranscriptError(source, f"{fault}; expected {EXAMPLE}", line=number + 1)
    if _cut_short(lines):
        raise TranscriptError(source, f"cue without an end time; expected {EXAMPLE}", line=_length(lines))


def _length(lines: Sequence[str]) -> int:
    """Return the number of lines up to the last that is not blank."""
    length = len(lines)
    while length and not lines[length - 1].strip():
        length -= 1
    return length


def _cut_short(lines: Sequence[str]) -> bool:
    """Tell whether a file breaks off within the times of a cue."""
    last = _length(lines) - 1
    above = lines[last - 1].strip() if last > 0 else "words"
    return CUT.fullmatch(lines[last].strip()) is not None and (not above or NUMBER.fullmatch(above) is not None)


def _tops(lines: Sequence[str], timings: Sequence[int], *, webvtt: bool) -> list[int]:
    """Return the line at which each cue begins, its number or name included, and the line after the last cue."""
    tops: list[int] = []
    before = 0 if webvtt else -1
    due = None  # the number that the next cue should bear
    for timing in timings:
        above = lines[timing - 1].strip() if timing - 1 > before else ""
        number = int(above) if NUMBER.fullmatch(above) else None
        stands_alone = bool(above) and (timing == 1 or (timing - 2 > before and not lines[timing - 2].strip()))
        named = (number is not None and number == due) or (stands_alone and (webvtt or number is not None))
        tops.append(timing - named)
        before, due = timing, number + 1 if named and number is not None else None
    end = _length(lines)
    return [*tops, end - (lines[end - 1].strip() == str(due))]


def _shown(lines: Sequence[str], *, notes: bool) -> Iterator[str]:
    """Yield the lines that are neither blank nor, where blocks may be notes, in such a block."""
    noted, after_blank = False, False
    for line in lines:
        stripped = line.strip()
        noted = bool(stripped) and (noted or (notes and after_blank and NOTE.match(stripped) is not None))
        after_blank = not stripped
        if stripped and not noted:
            yield stripped


def _front(lines: Sequence[str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the facts that a header states, and the other lines before the first cue."""
    if not lines or not HEADER.match(lines[0]):
        return {}, tuple(_shown(lines, notes=False))
    shown = list(_shown(lines[1:], notes=True))  # what stands beside WEBVTT is a comment
    facts = {fact["name"].casefold(): fact["value"] for line in shown if (fact := FACT.fullmatch(line))}
    return facts, tuple(line for line in shown if not FACT.fullmatch(line))
