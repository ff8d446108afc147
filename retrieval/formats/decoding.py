r"""Bytes → text: UTF-8 or UTF-16, with or without a byte order mark, and newlines as `\n`."""

import codecs
import re

from retrieval.errors import UndecodableError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1024  # bytes that settle whether text without a mark is UTF-16


def decode(data: bytes, source: str) -> str:
    """Return the text of a file with newlines normalised and without a byte order mark.

    Raises:
        UndecodableError: The bytes are neither UTF-8 nor UTF-16; names the first bad byte and its line.
    """
    encoding, start = _encoding(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, source, start + error.start, encoding) from error
    if "\0" in text:
        raise _undecodable(data, source, data.index(b"\0"), encoding)
    return re.sub(r"\r\n?", "\n", text)


def _encoding(data: bytes) -> tuple[str, int]:
    """Return the encoding and the length of its byte order mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    # Without a mark, the zero bytes of UTF-16 stand at every other place.
    even, odd = data[:SAMPLE:2], data[1:SAMPLE:2]
    if odd.count(0) > len(odd) / 2 and not even.count(0):
        return "utf-16-le", 0
    if even.count(0) > len(even) / 2 and not odd.count(0):
        return "utf-16-be", 0
    return "utf-8", 0


def _undecodable(data: bytes, source: str, position: int, encoding: str) -> UndecodableError:
    newline = "\n".encode("utf-16-le" if encoding == "utf-16-le" else "utf-8")
    line = data.count(newline, 0, position) + 1
    byte = data[position] if position < len(data) else 0
    reason = (
        f"byte {position} (0x{byte:02x}) is not valid {encoding.upper()} text; save the file as UTF-8 and try again"
    )
    return UndecodableError(source, reason, line=line)
