"""DOCX → Transcript: what Teams exports, or a press-office text that somebody wrote in Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.errors import TranscriptError
from retrieval.formats.clock import CLOCK, moment
from retrieval.formats.composing import compose
from retrieval.formats.documents.word import paragraphs
from retrieval.formats.press import read_press
from retrieval.formats.utterances import Utterance, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.model import Transcript

SPEECH = re.compile(rf"(?P<name>\S[^\n]{{0,100}}?)(?:[^\S\n]{{2,}}|\t)[^\S\n]*(?P<time>{CLOCK})")
"""What Teams writes above the words: a name, two spaces or more, a time."""
INTERVAL = re.compile(rf"(?P<time>{CLOCK})\s*-->\s*{CLOCK}")
"""What it wrote before 2023: an interval, with the name on the line below."""
NOTICE = re.compile(r"\S.{0,100} (?:started|stopped) transcription")
MACHINE = re.compile(
    r"\W*(?:.{0,100}\bnotes by gemini|suggested next steps|AI[- ]generated (?:summary|notes))\W*"
    r"|(?:you should review|get tips|please provide feedback)\b.*\bGemini\b.*",
    re.IGNORECASE,
)
"""What stands only in what a machine wrote about a meeting."""
SECTION = re.compile(
    r"\W*(?:(?:meeting |executive )?(?:summary|notes|recap)|details|next steps|action items|key takeaways)\W*",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"\W*(?:.{0,100}\s[-–—]\s)?(?:meeting )?transcript\W*", re.IGNORECASE)
"""Headings of a document that tells of a meeting and gives what was said."""


def read_document(data: bytes, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a DOCX document holds.

    Raises:
        TranscriptError: The document is damaged, or mixes a summary with what was said.
        EmptyTranscriptError: There is no word in it.
    """
    blocks = paragraphs(data, source)
    lines = [line.strip() for block in blocks for line in block.split("\n") if line.strip()]
    front = next((number for number, line in enumerate(lines) if _opens(line)), len(lines))
    refuse_summary(lines[:front], source)
    if front == len(lines):
        text = "\n\n".join("\n".join(map(plain, block.split("\n"))) for block in blocks)
        return read_press(f"{text}\n", source, transcript_id)
    heading = [line for line in lines[:front] if not NOTICE.fullmatch(line)]
    return compose(_utterances(lines[front:]), source, transcript_id, front=heading)


def refuse_summary(lines: Sequence[str], source: str) -> None:
    """Refuse a document that holds what was written about a meeting beside what was said there.

    Raises:
        TranscriptError: Its headings or closing lines show that.
    """
    about = next(filter(MACHINE.fullmatch, lines), None)
    if about is None and any(map(SPOKEN.fullmatch, lines)):
        about = next(filter(SECTION.fullmatch, lines), None)
    if about is not None:
        reason = f"a summary stands beside the transcript (“{about[:60]}”); export the transcript alone"
        raise TranscriptError(source, reason)


def _opens(line: str) -> bool:
    return SPEECH.fullmatch(line) is not None or INTERVAL.fullmatch(line) is not None


def _utterances(lines: Sequence[str]) -> Iterator[Utterance]:
    """Yield each line of words with the name and the time that stand above it; a notice is nobody's."""
    label: str | None = None
    time = None
    named = True
    for line in lines:
        if speech := SPEECH.fullmatch(line):
            label, time, named = plain(speech["name"]), moment(speech["time"]), True
        elif interval := INTERVAL.fullmatch(line):
            time, named = moment(interval["time"]), False
        elif not named:
            label, named = plain(line), True
        elif NOTICE.fullmatch(line):
            label = None
            yield Utterance(label=None, words=plain(line), start=time)
        else:
            yield Utterance(label=label, words=plain(line), start=time)
