"""What is known of a file ↔ bytes, for the shelf: JSON, compressed, so that damage is told by its checksum."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from retrieval.model import Failure, Header, Speaker
from retrieval.terms import word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Transcript

LEVEL = 1  # of compression: the fastest


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What is known of a file.

    Attributes:
        path: Where it lies.
        id: The id of the transcript in it.
        source: Its path within its folder.
        size: In bytes, when it was read.
        changed: When it had last been changed, in nanoseconds; negative where it may have changed since unnoticed.
        digest: Hash of its bytes; empty when it could not be read.
        header: What the transcript in it is, or None.
        failure: Why it could not be read, or None.
    """

    path: str
    id: str
    source: str
    size: int
    changed: int
    digest: str
    header: Header | None = None
    failure: Failure | None = None

    @property
    def key(self) -> str:
        """What the transcript in it is remembered by."""
        return f"{self.id}/{self.digest}"


def header_of(transcript: Transcript) -> Header:
    """Return what a transcript is, without its words."""
    return Header(
        id=transcript.id,
        title=transcript.title,
        date=transcript.date,
        place=transcript.place,
        source=transcript.source,
        url=transcript.url,
        language=transcript.language,
        speakers=tuple(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker)),
        turn_count=len(transcript.turns),
        word_count=sum(word_count(transcript.slice(turn.span)) for turn in transcript.turns),
    )


def pack_entry(entry: Entry) -> bytes:
    """Return what an entry says of its file's contents as bytes."""
    header, failure = entry.header, entry.failure
    return _pack([header and _header_fields(header), failure and [failure.source, failure.line, failure.reason]])


def unpack_entry(packed: bytes) -> tuple[Header | None, Failure | None]:
    """Return the header and the failure that bytes hold.

    Raises:
        ValueError: They are damaged.
    """
    header, failure = _unpack(packed)
    return (
        _header(*header) if header else None,
        Failure(source=failure[0], line=failure[1], reason=failure[2]) if failure else None,
    )


def pack_text(text: str) -> bytes:
    """Return a text as bytes; lone surrogates, which JSON can hold, are kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpack_text(packed: bytes) -> str:
    """Return the text that bytes hold.

    Raises:
        ValueError: They are damaged.
    """
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")
    except (zlib.error, TypeError) as error:
        raise ValueError(f"damaged: {error}") from error


def _pack(held: object) -> bytes:
    return pack_text(json.dumps(held, ensure_ascii=False))


def _unpack(packed: bytes) -> Any:  # noqa: ANN401 - as JSON has it
    return json.loads(unpack_text(packed))


def _header_fields(header: Header) -> list[object]:
    return [
        header.id,
        header.title,
        header.date and header.date.isoformat(),
        header.place,
        header.source,
        header.url,
        header.language,
        people_of(header.speakers),
        header.turn_count,
        header.word_count,
    ]


def _header(identity: str, title: str, day: str | None, *rest: Any) -> Header:  # noqa: ANN401 - as JSON has it
    place, source, url, language, speakers, turn_count, word_count = rest
    return Header(
        id=identity,
        title=title,
        date=date.fromisoformat(day) if day else None,
        place=place,
        source=source,
        url=url,
        language=language,
        speakers=tuple(speakers_of(speakers)),
        turn_count=turn_count,
        word_count=word_count,
    )


def people_of(speakers: Sequence[Speaker]) -> list[list[str | None]]:
    """Return speakers as JSON has them."""
    return [[speaker.name, speaker.label, speaker.title] for speaker in speakers]


def speakers_of(rows: list[list[Any]]) -> list[Speaker]:
    """Return speakers from what JSON has."""
    return [Speaker(name=name, label=label, title=title) for name, label, title in rows]
