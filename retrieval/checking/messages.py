"""A message as people post it → what it quotes and whom: nothing is looked up."""

from __future__ import annotations

import re
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from retrieval.checking.frames import ANNOUNCING, INTERRUPTION, names_after, names_before, without_lead
from retrieval.model import Quotation
from retrieval.names import PARTICLES
from retrieval.terms import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 3
"""Words from which what stands in quotation marks is a quotation, and not a word held at arm's length."""
PARTS = (
    *(
        re.compile(rf"{opening}(?P<words>[^{opening}{closing}]+){closing}")
        for opening, closing in map(str.split, ("“ ”", "„ “", "„ ”", "« »", "» «", "「 」", "『 』", "‹ ›"))
    ),
    *(re.compile(rf"(?<!\w){mark}(?P<words>[^{mark}]+){mark}(?!\w)") for mark in ("”", "»", '"')),
    *(
        re.compile(rf"(?<!\w){opening}(?P<words>(?:[^{opening}{closing}]|(?<=\w){closing}(?=\w))+){closing}(?!\w)")
        for opening, closing in map(str.split, ("‘ ’", "' '"))
    ),
)
"""A part in quotation marks, for each pair of marks; a line break does not end it, nor does an apostrophe."""
BLOCK = re.compile(r"[ \t]*>(?:>>)?(?:[ \t]|$)")
LINE_END = re.compile(r"[^\n]*")
BLOCK_OF_THE_REST = re.compile(r"(?:^|\n)[ \t]*>>>[ \t](?P<words>.*)", re.DOTALL)
NOISE = re.compile(r"<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:\d+(?::\w)?>|https?://\S+")
"""Emoji, mentions, times and links, as Discord writes them: nobody's words."""
INTERJECTION = re.compile(
    r"(?:(?:lol|lmao|wow|hey|hi|look|well|ok|okay|so|no|yes|hm+|btw|fyi|remember)\b[,!:]?\s+)+", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+|\n|(?<=[?!])\s+")


def quotation_in(message: str) -> Quotation:
    """Return what a message quotes, and the name of the one it is ascribed to, if any.

    That is what stands in `>` blocks, in it or else in the message the longest part in quotation marks, else all.

    >>> quotation_in("Lol, Lavrov said “There is much work ahead”")
    Quotation(words='There is much work ahead', speaker='Lavrov')
    """
    plain = NOISE.sub(" ", message)
    interruption = INTERRUPTION.search(plain)
    if interruption:
        plain = plain[: interruption.start()] + " " + plain[interruption.end() + 1 :]
    before, inside, behind = _block(plain) or ("", plain, "")
    quoted = max(_parts(inside), key=lambda part: part[1] - part[0], default=None)
    if quoted is not None:
        start, end = quoted
        before, words, behind = before + inside[: start - 1], inside[start:end], inside[end + 1 :] + behind
    else:
        words, signed = _signed(inside)
        behind = signed + behind
    named = next(_personal(iter([interruption["name"] or interruption["other"]])), None) if interruption else None
    return Quotation(words=words.strip(), speaker=named or _named(before, behind))


def _block(message: str) -> tuple[str, str, str] | None:
    """Return what stands before, in and behind the longest `>` block; None where there is none."""
    rest = BLOCK_OF_THE_REST.search(message)
    if rest and spelled(rest["words"]):
        return message[: rest.start()], rest["words"], ""
    lines = message.split("\n")
    numbers = [number for number, line in enumerate(lines) if BLOCK.match(line)]
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    longest = max(runs, key=lambda run: sum(len(lines[number]) for number in run), default=[])
    inside = "\n".join(BLOCK.sub("", lines[number], count=1) for number in longest)
    if not spelled(inside):
        return None
    return "\n".join([*lines[: longest[0]], ""]), inside, "\n".join(["", *lines[longest[-1] + 1 :]])


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where quoted words start and end, without their marks."""
    for part in PARTS:
        for found in part.finditer(text):
            if len(spelled(found["words"])) >= FEWEST:
                yield found.span("words")


def _signed(text: str) -> tuple[str, str]:
    """Part words without marks from the name that signs them: `… — Anna Roe`."""
    dash = max(text.rfind(sign) for sign in "–—―")
    signature = text[dash:] if dash > 0 else ""
    return (text[:dash], signature) if next(_personal(names_after(signature)), None) else (text, "")


def _named(before: str, behind: str) -> str | None:
    """Return the name that stands right before or right behind a quotation."""
    lead = INTERJECTION.sub("", SENTENCE.split(before.rstrip(" \t\n>*_"))[-1].rpartition(";")[2].lstrip())
    tails = [lead, *(lead[place:] for place in _capitals(lead))]
    trail = LINE_END.match(behind.lstrip("\n"))
    follows = re.split(r"(?<=[^\W\d_]{3})[.!?](?:\s|$)", trail[0])[0] if trail else ""
    names = [*(name for tail in tails for name in names_before(tail)), *names_after(follows)]
    return next(_personal(iter(names)), None)


def _capitals(text: str) -> Iterator[int]:
    """Yield where a word with a capital starts in a text."""
    yield from (found.start() for found in re.finditer(r"\b[^\W\d_]", text) if found[0].isupper())


def _personal(names: Iterator[str]) -> Iterator[str]:
    """Yield those of some names that look like somebody's, up to the first word that is written small."""
    for name in map(without_lead, names):
        words = [*takewhile(lambda word: not word[0].islower() or word.casefold() in PARTICLES, name.split())]
        if words and not any(word.casefold() in ANNOUNCING for word in words):
            yield " ".join(words)
