"""JSON of speech recognition → Transcript: Whisper, WhisperX, AssemblyAI, Deepgram, the podcast namespace."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError, TranscriptError
from retrieval.formats.composing import compose
from retrieval.formats.recognition.pieces import NotAPieceError, at, number
from retrieval.formats.recognition.places import find_pieces
from retrieval.formats.recognition.units import in_milliseconds
from retrieval.formats.utterances import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.formats.recognition.pieces import Piece
    from retrieval.model import Transcript

KINDS = "Whisper, WhisperX, AssemblyAI, Deepgram or the podcast namespace"
LONGEST = 1e9  # seconds; beyond 30 years a number is no time
DURATIONS = (("audio_duration",), ("metadata", "duration"), ("duration",))
LANGUAGES = (
    ("language",),
    ("language_code",),
    ("result", "language"),
    ("results", "channels", 0, "detected_language"),
)
FAILED = ("error", "queued", "processing")
"""States in which AssemblyAI has no transcript to give."""


def read_recognition(text: str, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a recogniser's JSON holds.

    Raises:
        TranscriptError: It is no JSON, or no transcript of a kind that is read.
        EmptyTranscriptError: Nothing was recognised.
    """
    record = _parsed(text, source)
    status = at(record, "status")
    if status in FAILED:
        raise TranscriptError(source, f"the transcription has the status “{status}”; expected “completed”")
    pieces = _found(record, source)
    title, day = at(record, "title"), at(record, "date")
    return compose(
        _timed(pieces, record, source),
        source,
        transcript_id,
        front=[line for line in (title, title and day) if isinstance(line, str)],
        language=next((found for path in LANGUAGES if isinstance(found := at(record, *path), str)), None),
    )


def _parsed(text: str, source: str) -> object:
    try:
        return json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as error:
        reason = f"no sound JSON ({error.msg}, column {error.colno})"
        raise TranscriptError(source, reason, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise TranscriptError(source, f"JSON that no recogniser writes; expected {KINDS}") from error


def _refused(constant: str) -> None:
    """Refuse what JSON has no word for: NaN and the infinities.

    Raises:
        ValueError: Always.
    """
    raise ValueError(constant)


def _found(record: object, source: str) -> Sequence[Piece]:
    try:
        pieces = find_pieces(record)
    except NotAPieceError as error:
        raise TranscriptError(source, f"segment {error} holds no text; expected JSON of {KINDS}") from error
    if not pieces and any(at(record, key) == [] for key in ("segments", "utterances", "words")):
        raise EmptyTranscriptError(source, "nothing was recognised: the file holds no segments")
    if not pieces:
        raise TranscriptError(source, f"JSON without a transcript; expected that of {KINDS}")
    return pieces


def _timed(pieces: Sequence[Piece], record: object, source: str) -> Iterator[Utterance]:
    """Yield pieces with their times as times."""
    duration = next((found for path in DURATIONS if (found := number(at(record, *path)))), None)
    fine = in_milliseconds(pieces, duration, usual=at(record, "utterances") is not None)
    for piece in pieces:
        start, end = (_moment(time, source, fine=fine) for time in (piece.start, piece.end))
        yield Utterance(label=piece.label, words=piece.words, start=start, end=end)


def _moment(time: float | None, source: str, *, fine: bool) -> timedelta | None:
    if time is None:
        return None
    seconds = time / 1000 if fine else time
    if seconds > LONGEST:
        raise TranscriptError(source, f"{time:g} is no time in a recording; expected seconds or milliseconds")
    return timedelta(milliseconds=round(1000 * seconds))
