r"""Times within a text: `[00:04]`, `(00:00:52)`, `\[01:03:48.28\]`, `00:02`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from retrieval.formats.clock import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOCK = r"(?<![0-9:.,])(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9](?:[.,][0-9]{1,3}|:[0-9]{2})?(?!:?[0-9])"
"""Hours, or not, minutes and seconds: `1:07`, `100:07`, `01:03:48.28`."""
OPEN, CLOSE = r"\\*[\[(]\\*", r"\\*[\])]\\*"
"""Brackets; Markdown escapes them, and what rewrites Markdown may escape them again."""
BRACKETED = rf"{OPEN}[^\S\n]*\(?{CLOCK}\)?[^\S\n]*(?:(?:-|–|—|-->|to)[^\S\n]*{CLOCK}[^\S\n]*)?{CLOSE}(?:\(https?://[^\s()]{{1,300}}\))?"
STAMP = rf"(?:{BRACKETED}|{CLOCK})"

TIME = re.compile(CLOCK)
FRAMES = re.compile(r"(?<=:[0-9]{2}:[0-9]{2}):[0-9]{2}$")
"""A fourth part of a time counts pictures, not seconds."""
SIGN = re.compile(r"[0-9]:[0-5][0-9]")
LINE_START = re.compile(rf"^[^\S\n]*(?P<stamp>{BRACKETED}|{CLOCK}[^\S\n]*$)[^\S\n]*", re.MULTILINE)
AFTER_SENTENCE = re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][”\"’)\]]))[^\S\n](?P<stamp>{BRACKETED})(?=\s|$)", re.MULTILINE)
"""Within a paragraph a time parts words only where it does not part a sentence."""


def time_in(written: str) -> timedelta | None:
    """Return the first time in some words, or None.

    >>> time_in("[00:04] to [00:09]")
    datetime.timedelta(seconds=4)
    """
    found = TIME.search(written)
    return moment(FRAMES.sub("", found[0])) if found else None


def find_stamps(text: str, start: int) -> Iterator[tuple[int, int, timedelta]]:
    """Yield where the times of a text stand from some place on, and what they say."""
    end = start
    while hit := SIGN.search(text, end):
        begin, stop = text.rfind("\n", start, hit.start()) + 1, text.find("\n", hit.end())
        end = stop if stop >= 0 else len(text)
        for place in (LINE_START, AFTER_SENTENCE):
            for match in place.finditer(text, max(begin, start), end):
                yield match.start("stamp"), match.end("stamp"), _time(match["stamp"])


def _time(stamp: str) -> timedelta:
    return time_in(stamp) or timedelta()
