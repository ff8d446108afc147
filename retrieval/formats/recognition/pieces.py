"""What recognisers heard, piece by piece: their segments, utterances or words, whatever these call their fields."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.formats.clock import CLOCK, moment
from retrieval.formats.utterances import plain, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = ("text", "body", "transcript", "punctuated_word", "word")
STARTS = ("start", "startTime", "start_time")
ENDS = ("end", "endTime", "end_time")
SPEAKERS = ("speaker", "speaker_name", "speakerName")
NUMBERED = re.compile(r"[0-9]+|[A-Z]")
"""How services count speakers whom they cannot name."""
UNKNOWN = frozenset({"", "unknown", "none", "null", "unk", "uu"})


class NotAPieceError(Exception):
    """Something without text where a segment, an utterance or a word should be; carries its number from one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A segment, an utterance or a word that was recognised.

    Attributes:
        label: Who says it, or None.
        words: As they stand, with single spaces.
        start: In the unit of the file, or None.
        end: Likewise.
    """

    label: str | None
    words: str
    start: float | None
    end: float | None


def at(record: object, *path: str | int) -> object:
    """Return what lies in a record under some keys, or None."""
    for key in path:
        if isinstance(record, Mapping):
            record = record.get(key)
        elif isinstance(record, list) and isinstance(key, int) and key < len(record):
            record = record[key]
        else:
            return None
    return record


def number(value: object) -> float | None:
    """Return a number, also of one in quotes or a time such as 00:01:07.5, else None."""
    if isinstance(value, str):
        value = value.strip()
        if re.fullmatch(CLOCK, value):
            return moment(value).total_seconds()
        if not re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?", value):
            return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except OverflowError:  # an integer beyond all floats
        return None
    return max(found, 0.0) if math.isfinite(found) else None


def pieces_of(items: Sequence[object]) -> list[Piece]:
    """Return the items of a list as pieces.

    Raises:
        NotAPieceError: One of them holds no text.
    """
    return [piece for number, item in enumerate(items, start=1) for piece in _parts(item, number)]


def _parts(item: object, number: int) -> Iterator[Piece]:
    """Yield an item as one piece, or as several where its words are said by several speakers."""
    piece = _piece(item)
    if piece is None:
        raise NotAPieceError(number)
    words = at(item, "words")
    heard = [word for one in words if (word := _piece(one))] if isinstance(words, list) else []
    if len({word.label for word in heard if word.label}) > 1:
        yield from _by_speaker(piece, heard)
    else:
        alone = next((word.label for word in heard if word.label), None)
        yield replace(piece, label=piece.label or alone)


def _piece(item: object) -> Piece | None:
    """Return an item as a piece, or None when it holds no text."""
    if not isinstance(item, Mapping):
        return None
    text = next((item[key] for key in TEXTS if isinstance(item.get(key), str)), None)
    sentences = item.get("sentences")
    if text is None and isinstance(sentences, list):
        text = spaced(one.words for one in map(_piece, sentences) if one)
    if text is None:
        return None
    return Piece(label=_label(item), words=plain(text), start=_first(item, STARTS), end=_first(item, ENDS))


def _first(item: Mapping[str, object], keys: Sequence[str]) -> float | None:
    return next((number(item[key]) for key in keys if item.get(key) is not None), None)


def _label(item: Mapping[str, object]) -> str | None:
    """Return the speaker of an item as people would write it: 0 → Speaker 0, A → Speaker A."""
    speaker = next((item[key] for key in SPEAKERS if item.get(key) is not None), None)
    if isinstance(speaker, Mapping):
        speaker = speaker.get("name")
    if isinstance(speaker, bool) or not isinstance(speaker, str | int):
        return None
    name = plain(str(speaker))
    if name.casefold() in UNKNOWN:
        return None
    return f"Speaker {name}" if NUMBERED.fullmatch(name) else name


def _by_speaker(piece: Piece, heard: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the parts of a piece that its words' speakers say; a word without a speaker goes with the one before."""
    label = next(word.label for word in heard if word.label)
    runs: list[list[Piece]] = []
    for word in heard:
        if not runs or (word.label or label) != label:
            runs.append([])
        label = word.label or label
        runs[-1].append(replace(word, label=label))
    for run, words in zip(runs, _texts(piece.words, runs), strict=True):
        start = next((word.start for word in run if word.start is not None), piece.start)
        end = next((word.end for word in reversed(run) if word.end is not None), piece.end)
        yield Piece(label=run[0].label, words=words, start=start, end=end)


def _texts(text: str, runs: Sequence[Sequence[Piece]]) -> list[str]:
    """Return the part of a text that each run of its words covers, or the words alone where they are not in it."""
    starts: list[int] = []
    end = 0
    for run in runs:
        for index, word in enumerate(run):
            start = text.find(word.words, end)
            if start < 0:
                return [spaced(word.words for word in run) for run in runs]
            starts += [] if index else [start]
            end = start + len(word.words)
    starts[0] = 0
    return [text[start:stop].strip() for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)]
