"""Bytes → Transcript: finds the format by content, or else by the file's ending, and calls its reader."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from retrieval.formats.decoding import decode
from retrieval.formats.documents import is_document, read_document, read_webpage
from retrieval.formats.press import read_press
from retrieval.formats.recognition import read_recognition
from retrieval.formats.refusals import LARGEST, REFUSED, refuse_kind, refuse_size
from retrieval.formats.subtitles import read_ass, read_subtitles

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.model import Transcript

    Reader = Callable[[str, str, str], Transcript]

__all__ = ["LARGEST", "REFUSED", "SUFFIXES", "read"]

BY_CONTENT: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(beginning, re.IGNORECASE | re.DOTALL), reader)
    for beginning, reader in (
        (r"WEBVTT(?=\s|$)", read_subtitles),
        (r"\s*(?:[0-9]+\s+)?[0-9]+:[0-9]+:[0-9]+[,.][0-9]+[ \t]*-->", read_subtitles),
        (r"\s*\[Script Info\]", read_ass),
        (r"\s*(?:\{\s*\"|\[\s*\{\s*\")", read_recognition),
        (r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+)?html\b", read_webpage),
    )
)
"""How a file of each format begins."""
BY_SUFFIX: dict[str, Reader] = {
    ".txt": read_press,
    ".text": read_press,
    ".md": read_press,
    ".markdown": read_press,
    ".srt": read_subtitles,
    ".vtt": read_subtitles,
    ".ass": read_ass,
    ".ssa": read_ass,
    ".json": read_recognition,
    ".html": read_webpage,
    ".htm": read_webpage,
}
SUFFIXES = frozenset({*BY_SUFFIX, ".docx"})
"""Endings of the files that are taken for transcripts."""


def read(data: bytes, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a file's bytes hold.

    Raises:
        TranscriptError: The file is of no kind that is read, or damaged.
        UndecodableError: The bytes are no text.
        EmptyTranscriptError: The file holds no words.
    """
    refuse_size(data, source)
    if is_document(data):
        return read_document(data, source, transcript_id)
    refuse_kind(data, source)
    text = decode(data, source)
    return _reader(text, source)(text, source, transcript_id)


def _reader(text: str, source: str) -> Reader:
    """Return the reader of a text, told by how it begins, else by the file's ending, else by none."""
    told = (reader for beginning, reader in BY_CONTENT if beginning.match(text))
    return next(told, None) or BY_SUFFIX.get(PurePath(source).suffix.lower(), read_press)
