"""Captions that show words twice: those that roll, and those that light up one word after the other.

Captions roll where a cue shows “hello everyone” and the next one “hello everyone” above “and welcome to”.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.formats.subtitles.markup import STAMP, bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Lines = tuple[str, ...]

FEWEST = 2  # cues that have to take lines over before captions are held to roll
SHARE = 0.3  # of all cues; YouTube shows each line in one cue that brings new words and in one that brings none


def unrolled(cues: Sequence[Lines]) -> list[Lines]:
    """Return the lines of each cue without markup and, where captions roll, without what the cue before showed."""
    screens = [tuple(line for line in map(bare, lines) if line) for lines in cues]
    rolls = _roll([lines for lines in screens if lines], stamped=any(STAMP.search("\n".join(lines)) for lines in cues))
    return list(_new(cues, screens, rolls=rolls))


def _roll(screens: Sequence[Lines], *, stamped: bool) -> bool:
    """Tell whether captions roll; where words are stamped with times of their own, less shows it."""
    rolling = sum(_rest(before, lines) not in (lines, ()) for before, lines in pairwise(screens))
    return rolling >= max(1 if stamped else FEWEST, SHARE * (len(screens) - 1))


def _new(cues: Sequence[Lines], screens: Sequence[Lines], *, rolls: bool) -> Iterator[Lines]:
    """Yield the lines of each cue that are new; a cue that differs from the one before in markup only has none."""
    marked: Lines = ()
    shown: Lines = ()
    for lines, screen in zip(cues, screens, strict=True):
        relit = screen == shown and lines != marked
        yield () if relit else _rest(shown, screen) if rolls else screen
        if screen:
            marked, shown = lines, screen


def _rest(shown: Lines, lines: Lines) -> Lines:
    """Return the lines below those that were on screen before, or the words by which the last of these has grown."""
    for count in range(min(len(shown), len(lines)), 0, -1):
        if shown[-count:] == lines[:count]:
            return lines[count:]
    if shown and lines and lines[0].startswith(f"{shown[-1]} "):
        return (lines[0][len(shown[-1]) + 1 :], *lines[1:])
    return lines
