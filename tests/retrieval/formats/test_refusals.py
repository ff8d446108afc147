import gzip

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from retrieval.formats import LARGEST, REFUSED, SUFFIXES
from tests.retrieval.formats.recordings import archive, recording, said


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive({"talk.srt": "x"}), "a ZIP archive, not a transcript; unpack it and put the files in its place"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "a ZIP archive"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "an OpenDocument or EPUB document"),
        (archive({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "an Office document of another kind"),
        (b"PK\x05\x06" + bytes(18), "a ZIP archive"),
        (gzip.compress(b"WEBVTT\n", mtime=0), "a gzip archive, not a transcript; unpack it"),
        (b"BZh91AY&SY", "a bzip2 archive"),
        (b"\xfd7zXZ\x00", "an XZ archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"Rar!\x1a\x07\x00", "a RAR archive"),
        (b"\x28\xb5\x2f\xfd\x00", "a Zstandard archive"),
        (b"talk.txt".ljust(257, b"\0") + b"ustar\x00", "a TAR archive"),
        (b"%PDF-1.7\n", "a PDF document, not a transcript; save it as DOCX or as plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b'<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"/>', "an XML document"),
        (b"ID3\x04\x00", "a recording"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x7fELF\x02", "a program"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        recording(data, "talk.txt")

    assert raised.value.reason.startswith(f"the file is {reason}")


def test_a_file_of_no_bytes_is_empty() -> None:
    with pytest.raises(EmptyTranscriptError, match=r"talk\.vtt: the file holds no spoken words: it has 0 bytes"):
        recording(b"", "talk.vtt")


def test_a_file_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(TranscriptError, match=r"talk\.txt: the file has 64 MB, and up to 64 MB are read; split it"):
        recording(b"a" * (LARGEST + 1), "talk.txt")


def test_words_that_look_like_the_start_of_another_file_are_words() -> None:
    assert said("MZ: Hello.\n\nGZ: Hi.\n\nMZ: So.\n\nGZ: Bye.\n", "talk.txt")[0] == ("MZ", "Hello.")


def test_no_ending_is_both_read_and_refused() -> None:
    assert not SUFFIXES & REFUSED
