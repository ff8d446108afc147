"""Transcript's words ↔ bytes, for the shelf: compressed, so that a damaged one is told by its checksum.

A line of JSON says who speaks and how much of what follows: the text in UTF-8, then turns and marks as columns of
numbers.
Answers look at a handful of turns, so each becomes a record only when somebody looks.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args, overload

import numpy as np

from retrieval.library.records import LEVEL, people_of, speakers_of
from retrieval.model import Mark, MarkKind, Role, Span, Speaker, Transcript, Turn

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.model import Header

Row = TypeVar("Row")
ROLES: tuple[Role | None, ...] = (None, *get_args(Role))
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
NUMBER, SECONDS = np.dtype("<i4"), np.dtype("<f8")
NOBODY = -1


class Rows(Sequence[Row]):
    """A tuple of which each item is made when somebody first looks at it."""

    def __init__(self, size: int, make: Callable[[int], Row]) -> None:
        """Take how many items there are, and what makes one by its place."""
        self._made: list[Row | None] = [None] * size
        self._make = make

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        """Return an item by its place, or several."""
        places = range(len(self._made))[place]
        return self._at(places) if isinstance(places, int) else tuple(map(self._at, places))

    def __eq__(self, other: object) -> bool:
        """Compare with anything that has items, as tuples compare."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return a tuple's hash."""
        return hash(tuple(self))

    def _at(self, place: int) -> Row:
        made = self._made[place]
        if made is None:
            made = self._made[place] = self._make(place)
        return made


def pack_body(transcript: Transcript) -> bytes:
    """Return a transcript's words, turns and marks as bytes."""
    speakers = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    text = transcript.text.encode("utf-8", "surrogatepass")
    sizes = [len(text), len(transcript.turns), len(transcript.marks)]
    head = json.dumps([people_of(speakers), sizes], ensure_ascii=False).encode("utf-8", "surrogatepass")
    columns = (part.tobytes() for part in (*_turn_columns(transcript, speakers), _mark_columns(transcript)))
    return zlib.compress(b"".join([head, b"\n", text, *columns]), LEVEL)


def text_of(packed: bytes) -> str:
    """Return the text of the transcript that bytes hold.

    Raises:
        ValueError: The bytes are damaged.
    """
    return _unpacked(packed)[1]


def unpack_body(header: Header, packed: bytes) -> Transcript:
    """Return the transcript that a header and bytes hold.

    Raises:
        ValueError: The bytes are damaged.
    """
    speakers, text, (turns, seconds, marks) = _unpacked(packed)
    return Transcript(
        id=header.id,
        title=header.title,
        date=header.date,
        place=header.place,
        source=header.source,
        url=header.url,
        language=header.language,
        text=text,
        turns=Rows(len(seconds), partial(_turn, speakers, turns, seconds)),
        marks=Rows(marks.shape[1], partial(_mark, marks)),
    )


def _turn_columns(transcript: Transcript, speakers: Sequence[Speaker]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return speaker, role, start and end of each turn, shape (4, turns), and when each begins."""
    turns = transcript.turns
    numbers: dict[Speaker | None, int] = {speaker: number for number, speaker in enumerate(speakers)}
    people = [numbers.get(turn.speaker, NOBODY) for turn in turns]
    roles = [ROLES.index(turn.role) for turn in turns]
    spans = [turn.span.start for turn in turns], [turn.span.end for turn in turns]
    seconds = [np.nan if turn.time is None else turn.time.total_seconds() for turn in turns]
    return np.array([people, roles, *spans], dtype=NUMBER), np.array(seconds, dtype=SECONDS)


def _mark_columns(transcript: Transcript) -> NDArray[Any]:
    """Return kind, start and end of each mark, shape (3, marks)."""
    rows = [(KINDS.index(mark.kind), mark.span.start, mark.span.end) for mark in transcript.marks]
    return np.array(rows, dtype=NUMBER).reshape(-1, 3).T


def _unpacked(packed: bytes) -> tuple[Sequence[Speaker], str, tuple[NDArray[Any], NDArray[Any], NDArray[Any]]]:
    """Return who speaks, the text, and the columns of turns and marks.

    Raises:
        ValueError: The bytes are damaged.
    """
    try:
        whole = zlib.decompress(packed)
        start = whole.index(b"\n") + 1
        people, (letters, turns, marks) = json.loads(whole[:start].decode("utf-8", "surrogatepass"))
        text = whole[start : start + letters].decode("utf-8", "surrogatepass")
        seconds = start + letters + 4 * turns * NUMBER.itemsize
        columns = (
            np.frombuffer(whole, NUMBER, 4 * turns, start + letters).reshape(4, turns).copy(),
            np.frombuffer(whole, SECONDS, turns, seconds).copy(),
            np.frombuffer(whole, NUMBER, 3 * marks, seconds + turns * SECONDS.itemsize).reshape(3, marks).copy(),
        )
    except (zlib.error, TypeError) as error:
        raise ValueError(f"damaged: {error}") from error
    return speakers_of(people), text, columns


def _turn(speakers: Sequence[Speaker], columns: NDArray[Any], seconds: NDArray[Any], place: int) -> Turn:
    speaker, role, start, end = columns[:, place].tolist()
    time = float(seconds[place])
    return Turn(
        index=place,
        speaker=None if speaker == NOBODY else speakers[speaker],
        role=ROLES[role],
        span=Span(start=start, end=end),
        time=None if np.isnan(time) else timedelta(seconds=time),
    )


def _mark(columns: NDArray[Any], place: int) -> Mark:
    kind, start, end = columns[:, place].tolist()
    return Mark(kind=KINDS[kind], span=Span(start=start, end=end))
