"""Small recordings for tests, and short ways to read them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from retrieval.formats import read

if TYPE_CHECKING:
    from retrieval import Transcript

WORDML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def recording(data: str | bytes, source: str) -> Transcript:
    """Return the transcript that a file of that name and content holds."""
    return read(data.encode() if isinstance(data, str) else data, source, "talk")


def said(data: str | bytes, source: str) -> list[tuple[str | None, str]]:
    """Return who says what in a file: names, None for nobody, and words."""
    heard = recording(data, source)
    return [(turn.speaker.name if turn.speaker else None, heard.slice(turn.span)) for turn in heard.turns]


def times(data: str | bytes, source: str) -> list[timedelta | None]:
    """Return when the turns of a file begin."""
    return [turn.time for turn in recording(data, source).turns]


def seconds(*counts: float) -> list[timedelta]:
    """Return times in seconds as times."""
    return [timedelta(seconds=count) for count in counts]


def webvtt(*cues: str) -> str:
    """Return a WebVTT file of cues that last two seconds each."""
    blocks = (f"00:{2 * number:02}.000 --> 00:{2 * number + 2:02}.000\n{cue}\n" for number, cue in enumerate(cues))
    return "\n".join(["WEBVTT\n", *blocks])


def jsonfile(record: object) -> str:
    """Return a record as JSON."""
    return json.dumps(record)


def docx(*paragraphs: str, markup: str = "") -> bytes:
    """Return a DOCX document of paragraphs, with line breaks where they have them, and of any markup after them."""
    body = "".join(f"<w:p><w:r>{_run(paragraph)}</w:r></w:p>" for paragraph in paragraphs)
    return archive({"word/document.xml": f"<w:document {WORDML}><w:body>{body}{markup}</w:body></w:document>"})


def archive(parts: dict[str, str]) -> bytes:
    """Return a ZIP archive of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name, text)
    return buffer.getvalue()


def _run(paragraph: str) -> str:
    pieces = re.split(r"(\n)", paragraph)
    return "".join(
        "<w:br/>" if piece == "\n" else f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces
    )
