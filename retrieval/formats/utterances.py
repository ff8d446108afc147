"""What a recording's transcript is made of: words with a time and, where somebody is named, a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAUSE = timedelta(seconds=10)
"""After a silence this long a new turn begins, so that its time is not the time before the silence."""
LONG, LONGEST = timedelta(seconds=60), timedelta(seconds=120)
"""Once somebody has spoken so long, a new turn begins at the next end of a sentence, and later at any cue: a turn has
one time, and whoever follows a link wants to land near the words."""
SENTENCE_END = re.compile(r"[.!?…。！？]['”’»)\]\"]*$")
CLOSING = re.compile(r"[,.;:!?…%)\]}”’、。，！？]+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef、。]")
"""Characters of writing that puts no space between words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """Words that are shown or recognised in one piece.

    Attributes:
        label: Who says them, as the file names the speaker, or None.
        words: As they stand, with single spaces.
        start: From the start of the recording, or None.
        end: Likewise.
        opens: Whether the file shows that somebody else begins to speak here, though it may not say who.
    """

    label: str | None
    words: str
    start: timedelta | None = None
    end: timedelta | None = None
    opens: bool = False


def plain(text: str) -> str:
    """Return a text with single spaces, and without the characters that no text of a transcript can hold."""
    sound = text.translate(UNSOUND) if not text.isprintable() else text
    return " ".join(sound.split())


UNSOUND = {**dict.fromkeys(range(32), " "), 127: " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
"""Control characters are white space to us; half a surrogate pair is no character."""


def spaced(pieces: Iterable[str]) -> str:
    """Return pieces of a text as one, with spaces where its writing has them."""
    parts: list[str] = []
    for piece in pieces:
        if piece and parts and not _close(parts[-1], piece):
            parts.append(" ")
        if piece:
            parts.append(piece)
    return "".join(parts)


def _close(before: str, after: str) -> bool:
    """Tell whether no space stands between two pieces: before a lone stop, and in Chinese and Japanese."""
    if CLOSING.fullmatch(after):
        return True
    return UNSPACED.match(before[-1]) is not None and UNSPACED.match(after) is not None


def joined(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances as turns: what one speaker says on end is one, up to a length at which its time still helps."""
    groups: list[list[Utterance]] = []
    for utterance in utterances:
        if not utterance.words:
            continue
        if groups and _goes_on(groups[-1], utterance):
            groups[-1].append(utterance)
        else:
            groups.append([utterance])
    return [_as_one(group) for group in groups]


def _goes_on(group: Sequence[Utterance], after: Utterance) -> bool:
    """Tell whether an utterance goes on with the turn before it."""
    first, last = group[0], group[-1]
    if after.label != last.label or (after.opens and after.label is None):
        return False
    if after.start is None or first.start is None:
        return True
    length, silence = after.start - first.start, after.start - (last.end or after.start)
    if silence >= PAUSE or length >= LONGEST:
        return False
    return length < LONG or SENTENCE_END.search(last.words) is None


def _as_one(group: Sequence[Utterance]) -> Utterance:
    return replace(group[0], words=spaced(one.words for one in group), end=group[-1].end)
