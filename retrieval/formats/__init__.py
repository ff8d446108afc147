"""Bytes → Transcript: finds the format by content and calls its reader."""

from retrieval.formats.decoding import decode
from retrieval.formats.press import read_press
from retrieval.model import Transcript

SUFFIXES = frozenset({".txt", ".text", ".md"})
"""Endings of the files that are taken for transcripts."""


def read(data: bytes, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a file's bytes hold.

    Raises:
        UndecodableError: The bytes are no text.
        EmptyTranscriptError: The text holds no words.
    """
    return read_press(decode(data, source), source, transcript_id)
