"""Utterances → Transcript: a canonical text as people would write it, `Label: words` a turn, with spans into it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.errors import EmptyTranscriptError
from retrieval.formats.heading import read_heading
from retrieval.formats.recordings import language_in, readable
from retrieval.formats.turns import Piece, turns_of
from retrieval.formats.utterances import joined, plain
from retrieval.languages import SCRIPTS, STEMMERS, language_of
from retrieval.model import Mark, Span, Transcript
from retrieval.speakers import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from retrieval.formats.utterances import Utterance

WORD = re.compile(r"[^\W_]")
BRACKETED = re.compile(r"[(\[（](?P<label>[^()\[\]（）]*)[)\]）]")
UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters without a shape, by which one name would look like another."""
LANGUAGES = {*STEMMERS, *(language for language, _ in SCRIPTS)}


def compose(
    utterances: Iterable[Utterance],
    source: str,
    transcript_id: str,
    *,
    front: Sequence[str] = (),
    language: str | None = None,
) -> Transcript:
    """Return the transcript of a recording.

    Args:
        utterances: In the order spoken.
        source: The file, relative to its folder.
        transcript_id: Stable slug, unique in a library.
        front: Lines of the file that say what it is; a file without any is called by its name.
        language: What the file says of its language, `en` or `en-US`, or None.

    Raises:
        EmptyTranscriptError: Nobody says a word.
    """
    said = joined(_with_sound_labels(utterances))
    if not any(WORD.search(turn.words) for turn in said):
        raise EmptyTranscriptError(source, "the file holds no spoken words")
    lines = [line for line in map(plain, front) if line]
    heading = read_heading("\n".join(lines), readable(source))
    text, marks, pieces = _lay_out(lines, said)
    labels = dict.fromkeys(turn.label for turn in said if turn.label)
    speakers = identify(labels, "\n".join(lines))
    return Transcript(
        id=transcript_id,
        title=heading.title,
        date=heading.date,
        place=heading.place,
        source=source,
        url=None,
        language=_code(language) or _code(language_in(source)) or language_of(text),
        text=text,
        turns=turns_of(text, pieces, speakers),
        marks=marks,
    )


def _with_sound_labels(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
    sound: dict[str | None, str | None] = {None: None}
    for utterance in utterances:
        label = utterance.label
        if label not in sound:
            sound[label] = _sound(label or "")
        yield utterance if sound[label] == label else replace(utterance, label=sound[label])


def _sound(label: str) -> str | None:
    """Return a label as people would print it, or None for one without a letter: `[Ann Lee]:` → Ann Lee."""
    printed = plain(UNSEEN.sub("", label)).rstrip(" :：")
    bracketed = BRACKETED.fullmatch(printed)
    printed = bracketed["label"].strip() if bracketed else printed
    return printed if WORD.search(printed) else None


def _lay_out(lines: Sequence[str], said: Sequence[Utterance]) -> tuple[str, tuple[Mark, ...], list[Piece]]:
    """Return the canonical text, its headings and labels, and the words of each turn."""
    written: list[str] = []
    marks: list[Mark] = []
    pieces: list[Piece] = []
    end = 0

    def put(words: str) -> Span:
        nonlocal end
        written.append(words)
        end += len(words)
        return Span(start=end - len(words), end=end)

    for number, line in enumerate(lines):
        put("\n" if number else "")
        marks.append(Mark(kind="heading", span=put(line)))
    for turn in said:
        put("\n\n" if end else "")
        if turn.label:
            marks.append(Mark(kind="label", span=put(f"{turn.label}:")))
            put(" ")
        pieces.append(Piece(label=turn.label, span=put(turn.words), time=turn.start))
    put("\n")
    return "".join(written), tuple(marks), pieces


def _code(language: str | None) -> str | None:
    """Return the ISO 639-1 code that a file gives, or None for anything else: `en_us` → en, `english` → None."""
    code = re.split(r"[-_]", (language or "").strip().casefold())[0]
    return code if code in LANGUAGES else None
