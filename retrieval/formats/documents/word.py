"""DOCX → its paragraphs. A document is a ZIP archive, and its text an XML file in it.

Read as a stream by defusedxml, so that a hostile file expands nothing; what was deleted, moved away or repeated for
older programs is no part of the text.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from retrieval.errors import TranscriptError
from retrieval.formats.refusals import LARGEST, ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO
    from xml.etree.ElementTree import Element

PART = "word/document.xml"
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What programs show that do not know the first choice: the same words again."""
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
GONE = frozenset({"del", "moveFrom"})
DAMAGED = (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, EOFError, OSError, LookupError, ValueError)
LOCKED = RuntimeError
"""What Python raises for an archive under a password, or packed in a way that it does not know."""


def is_document(data: bytes) -> bool:
    """Tell whether a file is a DOCX document."""
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return PART in archive.namelist()
    except (*DAMAGED, LOCKED):
        return False


def paragraphs(data: bytes, source: str) -> list[str]:
    r"""Return the paragraphs of a document, with `\n` where a line breaks within one.

    Raises:
        TranscriptError: The document is damaged, encrypted, or swells beyond measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(PART).file_size > LARGEST:
                raise TranscriptError(source, f"the document's text has over {LARGEST // 2**20} MB; split it")
            with archive.open(PART) as part:
                return [text for text in _paragraphs(part) if text.strip()]
    except DAMAGED as error:
        raise TranscriptError(source, "the document is damaged; open it and save it again as DOCX") from error
    except LOCKED as error:
        raise TranscriptError(source, "the document is locked; save it again without a password") from error


def _paragraphs(part: IO[bytes]) -> Iterator[str]:
    """Yield the text of each paragraph where it ends; one that stands within another, in a box, comes first."""
    gone = 0
    texts: list[list[str]] = [[]]
    for event, element in iterparse(part, events=("start", "end")):
        name = _name(element)
        if name in GONE or element.tag == FALLBACK:
            gone += 1 if event == "start" else -1
        elif name == "p" and event == "start":
            texts.append([])
        elif name == "p":
            yield "".join(texts.pop())
        elif event == "end" and not gone:
            texts[-1].append(BREAKS.get(name, (element.text or "") if name == "t" else ""))
        if event == "end":
            element.clear()


def _name(element: Element) -> str:
    """Return the name of an element of WordprocessingML, and nothing for any other."""
    for namespace in (MAIN, STRICT):
        if element.tag.startswith(namespace):
            return element.tag[len(namespace) :]
    return ""
