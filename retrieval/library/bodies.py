"""Transcript's words ↔ bytes, for the shelf: behind a checksum, so that damaged ones are told.

A line of JSON says who speaks and how much of what follows is what: the text in UTF-8, then turns and marks as rows of
numbers. Compressed, all this would take half the room, and three times as long to read.
Answers look at a handful of turns, so each becomes a record only when somebody looks.
"""

from __future__ import annotations

import json
import math
import zlib
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from struct import Struct
from typing import TYPE_CHECKING, get_args

from retrieval.library.records import people_of, speakers_of
from retrieval.model import Mark, MarkKind, Role, Span, Speaker, Transcript, Turn
from retrieval.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.model import Header

ROLES: tuple[Role | None, ...] = (None, *get_args(Role))
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
NOBODY = -1
CHECKSUM = 4  # bytes
TURN = Struct("<4id")
"""Speaker, role, start, end, and when it begins, in seconds."""
MARK = Struct("<3i")
"""Kind, start and end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """What bytes hold: who speaks, the text, and turns and marks as rows."""

    speakers: Sequence[Speaker]
    text: str
    turns: bytes
    marks: bytes


def pack_body(key: str, transcript: Transcript) -> bytes:
    """Return a transcript's words, turns and marks as bytes, which are good for this key only."""
    speakers = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    text = transcript.text.encode("utf-8", "surrogatepass")
    sizes = [len(text), len(transcript.turns) * TURN.size]
    head = json.dumps([people_of(speakers), sizes], ensure_ascii=False).encode("utf-8", "surrogatepass")
    body = b"".join([head, b"\n", text, *_turn_rows(transcript, speakers), *map(_mark_row, transcript.marks)])
    return _checksum(key, body) + body


def text_of(key: str, packed: bytes) -> str:
    """Return the text of the transcript that bytes hold.

    Raises:
        ValueError: The bytes are damaged, or another key's.
    """
    return _unpacked(key, packed).text


def unpack_body(key: str, header: Header, packed: bytes) -> Transcript:
    """Return the transcript that a header and bytes hold.

    Raises:
        ValueError: The bytes are damaged, or another key's.
    """
    body = _unpacked(key, packed)
    return Transcript(
        id=header.id,
        title=header.title,
        date=header.date,
        place=header.place,
        source=header.source,
        url=header.url,
        language=header.language,
        text=body.text,
        turns=Rows(len(body.turns) // TURN.size, partial(_turn, body.speakers, body.turns)),
        marks=Rows(len(body.marks) // MARK.size, partial(_mark, body.marks)),
    )


def _turn_rows(transcript: Transcript, speakers: Sequence[Speaker]) -> Iterator[bytes]:
    numbers: dict[Speaker | None, int] = {speaker: number for number, speaker in enumerate(speakers)}
    for turn in transcript.turns:
        speaker, role = numbers.get(turn.speaker, NOBODY), ROLES.index(turn.role)
        seconds = math.nan if turn.time is None else turn.time.total_seconds()
        yield TURN.pack(speaker, role, turn.span.start, turn.span.end, seconds)


def _mark_row(mark: Mark) -> bytes:
    return MARK.pack(KINDS.index(mark.kind), mark.span.start, mark.span.end)


def _unpacked(key: str, packed: object) -> Body:
    """Return what bytes hold.

    Raises:
        ValueError: The bytes are damaged, or another key's.
    """
    if not isinstance(packed, bytes) or packed[:CHECKSUM] != _checksum(key, memoryview(packed)[CHECKSUM:]):
        raise ValueError("damaged: its checksum is another")
    start = packed.index(b"\n", CHECKSUM) + 1
    people, (letters, rows) = json.loads(packed[CHECKSUM:start].decode("utf-8", "surrogatepass"))
    turns, marks = start + letters, start + letters + rows
    return Body(
        speakers=speakers_of(people),
        text=packed[start:turns].decode("utf-8", "surrogatepass"),
        turns=packed[turns:marks],
        marks=packed[marks:],
    )


def _checksum(key: str, body: bytes | memoryview) -> bytes:
    """Return what tells damage, also where it leads from a key to another's bytes."""
    return zlib.crc32(body, zlib.crc32(key.encode("utf-8", "surrogatepass"))).to_bytes(CHECKSUM, "little")


def _turn(speakers: Sequence[Speaker], rows: bytes, place: int) -> Turn:
    speaker, role, start, end, seconds = TURN.unpack_from(rows, place * TURN.size)
    return Turn(
        index=place,
        speaker=None if speaker == NOBODY else speakers[speaker],
        role=ROLES[role],
        span=Span(start=start, end=end),
        time=None if math.isnan(seconds) else timedelta(seconds=seconds),
    )


def _mark(rows: bytes, place: int) -> Mark:
    kind, start, end = MARK.unpack_from(rows, place * MARK.size)
    return Mark(kind=KINDS[kind], span=Span(start=start, end=end))
