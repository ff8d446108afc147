r"""Bytes → text: UTF-8 or UTF-16, with or without a byte order mark, and newlines as `\n`."""

import codecs
import re

from retrieval.errors import UndecodableError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 4096  # bytes that settle whether text without a mark is UTF-16
SHARE = 0.1  # of the characters: spaces, stops and line ends are ASCII in every alphabet


def decode(data: bytes, source: str) -> str:
    """Return the text of a file with newlines normalised and without a byte order mark.

    Raises:
        UndecodableError: The bytes are neither UTF-8 nor UTF-16; names the first bad byte and its line.
    """
    encoding, start = _encoding(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, source, start, start + error.start, encoding) from error
    if "\0" in text:
        zero = start + len(text[: text.index("\0")].encode(encoding))
        raise _undecodable(data, source, start, zero, encoding)
    return _with_newlines(text)


def _encoding(data: bytes) -> tuple[str, int]:
    """Return the encoding and the length of its byte order mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    # Without a mark, the zero bytes of UTF-16 stand at every other place.
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    if odd > SHARE * len(data[1:SAMPLE:2]) and not even:
        return "utf-16-le", 0
    if even > SHARE * len(data[:SAMPLE:2]) and not odd:
        return "utf-16-be", 0
    return "utf-8", 0


def _with_newlines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


def _undecodable(data: bytes, source: str, start: int, position: int, encoding: str) -> UndecodableError:
    """Return the error for the byte at a position; what stands before it is sound and counts the lines."""
    line = _with_newlines(data[start:position].decode(encoding)).count("\n") + 1
    reason = (
        f"byte {position} (0x{data[position]:02x}) is not valid {encoding.upper()} text;"
        " save the file as UTF-8 and try again"
    )
    return UndecodableError(source, reason, line=line)
