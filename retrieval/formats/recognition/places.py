"""Where recognisers keep what they heard, in a JSON record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.formats.recognition.pieces import Piece, at, number, pieces_of
from retrieval.formats.utterances import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Place = Callable[[object], list[Piece]]


def find_pieces(record: object) -> list[Piece]:
    """Return what a record says was heard, from the first place that tells speakers, or else the first that has any.

    Raises:
        NotAPieceError: There is such a place, but not all in it is speech.
    """
    return _best(PLACES, record)


def _best(places: Iterable[Place], record: object) -> list[Piece]:
    found: list[Piece] = []
    for place in places:
        pieces = place(record)
        if any(piece.label for piece in pieces):
            return pieces
        found = found or pieces
    return found


def _listed(*path: str) -> Place:
    """Return a reader of the list under some keys."""

    def place(record: object) -> list[Piece]:
        items = at(record, *path)
        return pieces_of(items) if isinstance(items, list) else []

    return place


def _deepgram_utterances(record: object) -> list[Piece]:
    """Return Deepgram's utterances."""
    items = at(record, "results", "utterances")
    if not isinstance(items, list):
        return []
    channels: dict[str, list[object]] = {}
    for item in items:
        channels.setdefault(str(at(item, "channel")), []).append(item)
    return _merged([pieces_of(channels[channel]) for channel in sorted(channels)])


def _deepgram_channels(record: object) -> list[Piece]:
    """Return what Deepgram heard in each channel: its sentences, or else its words."""
    channels = at(record, "results", "channels")
    return _merged([_channel(at(one, "alternatives", 0)) for one in channels]) if isinstance(channels, list) else []


def _channel(best: object) -> list[Piece]:
    return _best((_listed("paragraphs", "paragraphs"), _listed("words"), _whole), best)


def _merged(channels: Sequence[list[Piece]]) -> list[Piece]:
    """Return what is said in all channels in order of time; where there are several, each is a speaker of its own."""
    if len(channels) == 1:
        return channels[0]
    heard = (
        replace(piece, label=f"Channel {number} {piece.label or ''}".strip())
        for number, pieces in enumerate(channels)
        for piece in pieces
    )
    return sorted(heard, key=lambda piece: piece.start or 0.0)


def _whisper_cpp(record: object) -> list[Piece]:
    """Return whisper.cpp's segments, whose times are nested."""
    segments = at(record, "transcription")
    if not isinstance(segments, list):
        return []
    found = pieces_of(segments)
    if len(found) != len(segments):
        return found
    return [
        replace(piece, start=number(at(segment, "offsets", "from")), end=number(at(segment, "offsets", "to")))
        for piece, segment in zip(found, segments, strict=True)
    ]


def _bare(record: object) -> list[Piece]:
    """Return a list of segments that stands alone; one without times and speakers may be a list of anything."""
    pieces = _listed()(record)
    return pieces if any(piece.label or piece.start is not None for piece in pieces) else []


def _whole(record: object) -> list[Piece]:
    """Return the text of a record that has nothing but its text."""
    text = at(record, "text") or at(record, "transcript")
    return [Piece(label=None, words=plain(text), start=None, end=None)] if isinstance(text, str) else []


PLACES: tuple[Place, ...] = (
    _deepgram_utterances,
    _deepgram_channels,
    _listed("utterances"),  # AssemblyAI
    _listed("segments"),  # Whisper, WhisperX, the podcast namespace
    _listed("transcript"),
    _listed("word_segments"),  # WhisperX
    _listed("sentences"),  # AssemblyAI
    _listed("paragraphs"),
    _listed("words"),
    _whisper_cpp,
    _bare,
    _whole,
)
"""Where what was heard may lie, the longest pieces first: they have their stops, and words may not."""
