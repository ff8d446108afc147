"""Files that hold no text to read: archives, other documents, media. Each is refused by what it is, not by its junk."""

import re

from retrieval.errors import EmptyTranscriptError, TranscriptError

LARGEST = 64 * 2**20
"""Bytes of the largest file that is read: some thousand hours of speech, so what is larger is no transcript."""
ZIP = b"PK\x03\x04"

UNPACK = "unpack it and put the files in its place"
SAVE = "save it as DOCX or as plain text"
MEDIA = "put its transcript in its place"
KINDS: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(start, re.DOTALL), kind, remedy)
    for start, kind, remedy in (
        (rb"PK\x03\x04.{26}mimetypeapplication/", "an OpenDocument or EPUB document", SAVE),
        (rb"PK\x03\x04.{26}\[Content_Types\]", "an Office document of another kind than DOCX", SAVE),
        (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a ZIP archive", UNPACK),
        (rb"\x1f\x8b", "a gzip archive", UNPACK),
        (rb"BZh[1-9]", "a bzip2 archive", UNPACK),
        (rb"\xfd7zXZ\x00", "an XZ archive", UNPACK),
        (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
        (rb"Rar!\x1a\x07", "a RAR archive", UNPACK),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
        (rb".{257}ustar", "a TAR archive", UNPACK),
        (rb"%PDF-", "a PDF document", SAVE),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office", SAVE),
        (rb"\{\\rtf", "an RTF document", SAVE),
        (rb"\s*<\?xml(?!.{0,500}<(?:!DOCTYPE\s+)?html)|\s*<tt\s", "an XML document", SAVE),
        (rb"ID3[\x02-\x04]\x00|\xff[\xfb\xf3\xf2]|OggS\x00|fLaC\x00|RIFF.{4}WAVE", "a recording", MEDIA),
        (rb".{4}ftyp|\x1a\x45\xdf\xa3|RIFF.{4}AVI ", "a film", MEDIA),
        (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a", "a picture", MEDIA),
        (rb"SQLite format 3\x00", "a database", MEDIA),
        (rb"\x7fELF", "a program", MEDIA),
    )
)
"""How files of other kinds begin, what they are, and what to do about them."""
REFUSED = frozenset(".zip .gz .tgz .bz2 .xz .7z .rar .zst .tar .pdf .doc .odt .rtf".split())
"""Endings of files that people put among transcripts and that are refused with a reason, not passed over."""


def refuse_size(data: bytes, source: str) -> None:
    """Refuse a file that is empty or too large.

    Raises:
        EmptyTranscriptError: There is nothing in it.
        TranscriptError: There is too much in it.
    """
    if not data:
        raise EmptyTranscriptError(source, "the file holds no spoken words: it has 0 bytes")
    if len(data) > LARGEST:
        size, most = len(data) // 2**20, LARGEST // 2**20
        raise TranscriptError(source, f"the file has {size} MB, and up to {most} MB are read; split it")


def refuse_kind(data: bytes, source: str) -> None:
    """Refuse a file of a kind that holds no text.

    Raises:
        TranscriptError: It is an archive, another document, a recording or the like.
    """
    for start, kind, remedy in KINDS:
        if start.match(data):
            raise TranscriptError(source, f"the file is {kind}, not a transcript; {remedy}")
