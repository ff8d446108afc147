"""Records → JSON-ready dictionaries, in the shapes that the command line promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from retrieval import Found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from retrieval import (
        Answer,
        Cited,
        Difference,
        Failure,
        Header,
        Library,
        Match,
        Quote,
        Reason,
        Searched,
        Share,
        Timeline,
        Transcript,
        Turn,
        Verdict,
    )

Json: TypeAlias = dict[str, Any]


def answer(result: Answer) -> Json:
    """Shape what `ask` found, or why it found nothing."""
    if isinstance(result, Found):
        return _answer(result, quotes=result.quotes)
    return _answer(result, nearest=result.nearest, reason=_reason(result.reason))


def verdict(result: Verdict) -> Json:
    """Shape whether a quotation was said."""
    return {
        "text": result.quotation,
        "verdict": result.kind,
        "matches": [_match(match) for match in result.matches],
        "searched": _searched(result.searched),
    }


def cited(result: Cited) -> Json:
    """Shape what became of a quote since it was cited."""
    return {
        "id": result.id,
        "citation": result.kind,
        "words": result.words,
        "quote": quote(result.quote) if result.quote else None,
        "differences": _differences(result.differences),
    }


def transcripts(library: Library, word: str | None = None) -> Json:
    """Shape what a library holds, or what of it a word names, and which files failed."""
    return {
        "transcripts": [_holding(header) for header in named(library, word)],
        "failures": [_failure(failure) for failure in library.failures],
    }


def shares(told: Sequence[Share]) -> Json:
    """Shape who speaks, and how much."""
    return {
        "speakers": [
            {
                "name": share.speaker.name,
                "title": share.speaker.title,
                "label": share.speaker.label,
                "transcripts": share.transcripts,
                "turns": share.turns,
                "words": share.words,
                "share": share.part,
            }
            for share in told
        ]
    }


def timeline(found: Timeline) -> Json:
    """Shape when something was spoken of, and what was said."""
    return {
        "words": found.words,
        "total": found.total,
        "undated": found.undated,
        "counts": [{"date": day.isoformat(), "passages": passages} for day, passages in found.counts],
        "quotes": [quote(record) for record in found.quotes],
        "unknown_words": [unknown.word for unknown in found.unknown],
        "searched": _searched(found.searched),
    }


def turns(transcript: Transcript) -> Json:
    """Shape a transcript as it was read, turn by turn."""
    return {
        "transcript": _source(transcript),
        "turns": [
            {
                "turn": turn.index,
                "speaker": turn.speaker.name if turn.speaker else None,
                "label": turn.speaker.label if turn.speaker else None,
                "role": turn.role,
                "time": _seconds(turn.time),
                "start": turn.span.start,
                "end": turn.span.end,
                "text": transcript.slice(turn.span),
            }
            for turn in transcript.turns
        ],
    }


def quote(record: Quote) -> Json:
    """Shape a quote with where it stands: `text` is `start` to `end` of the transcript's text."""
    return {
        "id": record.id,
        "text": record.text,
        "speaker": record.speaker.name if record.speaker else None,
        "label": record.speaker.label if record.speaker else None,
        "role": record.role,
        "transcript": _source(record.transcript),
        "start": record.span.start,
        "end": record.span.end,
        "turn": record.turn.index,
        "time": _seconds(record.time),
        "url": record.url,
        "asked": _asked(record.transcript, record.asked),
    }


def named(library: Library, word: str | None) -> list[Header]:
    """Return the transcripts of which title, id, date, file and speakers hold every word that was typed."""
    wanted = (word or "").casefold().split()
    return [header for header in library.headers if all(part in _shown(header) for part in wanted)]


def speakers(header: Header) -> tuple[str, ...]:
    """Name everybody who speaks in a transcript, each once, in the order in which they first speak."""
    return tuple(dict.fromkeys(speaker.name for speaker in header.speakers))


def _answer(
    result: Answer,
    *,
    quotes: tuple[Quote, ...] = (),
    nearest: tuple[Quote, ...] = (),
    reason: Json | None = None,
) -> Json:
    """Lay out an answer or a refusal, which share their keys."""
    return {
        "question": result.question,
        "answered": isinstance(result, Found),
        "confidence": result.confidence,
        "quotes": [quote(record) for record in quotes],
        "nearest": [quote(record) for record in nearest],
        "reason": reason,
    }


def _reason(reason: Reason) -> Json:
    """Shape why a question was refused."""
    return {
        "unknown_words": [unknown.word for unknown in reason.unknown_words],
        "searched": _searched(reason.searched),
    }


def _searched(searched: Searched) -> Json:
    """Shape how much was searched."""
    return {"transcripts": searched.transcripts, "passages": searched.passages}


def _match(match: Match) -> Json:
    """Shape a place where a quotation was found: a quote with what the quotation changed."""
    return {**quote(match.quote), "differences": _differences(match.differences)}


def _differences(records: tuple[Difference, ...]) -> list[Json]:
    """Shape what differs, word by word."""
    return [{"kind": record.kind, "claimed": record.claimed, "said": record.said} for record in records]


def _source(transcript: Transcript) -> Json:
    """Shape which transcript a quote stands in."""
    return {**_identity(transcript), "url": transcript.url}


def _holding(header: Header) -> Json:
    """Shape a transcript as a library lists it."""
    return {
        **_identity(header),
        "speakers": list(speakers(header)),
        "turns": header.turn_count,
        "words": header.word_count,
    }


def _shown(header: Header) -> str:
    """Return all that a list shows of a transcript, in small letters."""
    day = header.date.isoformat() if header.date else "undated"
    return " ".join((header.title, header.id, header.source, day, *speakers(header))).casefold()


def _identity(transcript: Transcript | Header) -> Json:
    """Shape what both views of a transcript begin with."""
    return {
        "id": transcript.id,
        "title": transcript.title,
        "date": transcript.date.isoformat() if transcript.date else None,
        "source": transcript.source,
    }


def _failure(failure: Failure) -> Json:
    """Shape a file that could not be read."""
    return {"source": failure.source, "line": failure.line, "reason": failure.reason}


def _asked(transcript: Transcript, turn: Turn | None) -> Json | None:
    """Shape the question that a quote answers."""
    if turn is None:
        return None
    return {"speaker": turn.speaker.name if turn.speaker else None, "text": transcript.slice(turn.span)}


def _seconds(time: timedelta | None) -> float | None:
    """Express a time from the start of a recording in seconds."""
    return None if time is None else time.total_seconds()
