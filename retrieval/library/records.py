"""Transcript ↔ JSON, for the shelf."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from retrieval.model import Header, Mark, Span, Speaker, Transcript, Turn

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    )


def header_to_json(header: Header) -> str:
    """Return a header as JSON."""
    fields = (header.id, header.title, header.date and header.date.isoformat(), header.place, header.source)
    return json.dumps([*fields, header.url, header.language], ensure_ascii=False)


def header_from_json(text: str) -> Header:
    """Return the header that JSON holds.

    Raises:
        ValueError: It is no JSON of a header.
    """
    identity, title, day, place, source, url, language = json.loads(text)
    when = date.fromisoformat(day) if day else None
    return Header(id=identity, title=title, date=when, place=place, source=source, url=url, language=language)


def body_to_json(transcript: Transcript) -> str:
    """Return a transcript's words, turns and marks as JSON."""
    speakers = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    numbers: dict[Speaker | None, int] = {speaker: number for number, speaker in enumerate(speakers)}
    turns = [
        [numbers.get(turn.speaker), turn.role, turn.span.start, turn.span.end, _seconds(turn.time)]
        for turn in transcript.turns
    ]
    return json.dumps(
        {
            "text": transcript.text,
            "speakers": [[speaker.name, speaker.label, speaker.title] for speaker in speakers],
            "turns": turns,
            "marks": [[mark.kind, mark.span.start, mark.span.end] for mark in transcript.marks],
        },
        ensure_ascii=False,
    )


def text_of(body: str) -> str:
    """Return the text of the transcript that JSON holds."""
    return str(json.loads(body)["text"])


def transcript_from_json(header: Header, body: str) -> Transcript:
    """Return the transcript that a header and JSON hold.

    Raises:
        ValueError: It is no JSON of a transcript.
        KeyError: Likewise.
    """
    held: Mapping[str, Any] = json.loads(body)
    speakers = [Speaker(name=name, label=label, title=title) for name, label, title in held["speakers"]]
    return Transcript(
        id=header.id,
        title=header.title,
        date=header.date,
        place=header.place,
        source=header.source,
        url=header.url,
        language=header.language,
        text=held["text"],
        turns=tuple(_turn(index, speakers, *row) for index, row in enumerate(held["turns"])),
        marks=tuple(Mark(kind=kind, span=Span(start=start, end=end)) for kind, start, end in held["marks"]),
    )


def _seconds(time: timedelta | None) -> float | None:
    return None if time is None else time.total_seconds()


def _turn(index: int, speakers: list[Speaker], speaker: int | None, *rest: Any) -> Turn:  # noqa: ANN401 - as JSON has it
    role, start, end, seconds = rest
    return Turn(
        index=index,
        speaker=None if speaker is None else speakers[speaker],
        role=role,
        span=Span(start=start, end=end),
        time=None if seconds is None else timedelta(seconds=seconds),
    )
