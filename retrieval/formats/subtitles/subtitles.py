"""SubRip and WebVTT → Transcript: cues of one speaker become a turn, and unlabelled ones are nobody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.formats.composing import compose
from retrieval.formats.subtitles.cues import read_cues
from retrieval.formats.subtitles.markup import VOICE, voices
from retrieval.formats.subtitles.naming import Shown, attributed
from retrieval.formats.subtitles.rolling import unrolled
from retrieval.formats.utterances import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.formats.subtitles.cues import Cue
    from retrieval.model import Transcript

NAMED = re.compile(r'\d+\s+"(?P<label>[^"]{1,200})"(?:\s+\(\d+\))?')
"""A cue's name as Webex writes it: `12 "Ann Lee" (3245)`."""


def read_subtitles(text: str, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a SubRip or WebVTT file holds.

    Raises:
        TranscriptError: A cue is broken, or there is none.
        EmptyTranscriptError: The cues hold no words.
    """
    sheet = read_cues(text, source)
    title = [sheet.facts["title"]] if "title" in sheet.facts else []
    return compose(
        _utterances(sheet.cues),
        source,
        transcript_id,
        front=[*title, *sheet.front],
        language=sheet.facts.get("language"),
    )


def _utterances(cues: Sequence[Cue]) -> list[Utterance]:
    """Return what cues say, by the best sign of the speaker that the file has."""
    if any("<" in line and VOICE.search(line) for cue in cues for line in cue.lines):
        return list(_voiced(cues))
    if any(cue.name and NAMED.fullmatch(cue.name) for cue in cues):
        return list(_named(cues))
    lines = unrolled([cue.lines for cue in cues])
    return attributed(
        Shown(start=cue.start, end=cue.end, lines=new) for cue, new in zip(cues, lines, strict=True) if new
    )


def _voiced(cues: Sequence[Cue]) -> Iterator[Utterance]:
    for cue in cues:
        for label, words in voices("\n".join(cue.lines)):
            yield Utterance(label=label, words=words, start=cue.start, end=cue.end)


def _named(cues: Sequence[Cue]) -> Iterator[Utterance]:
    for cue in cues:
        name = NAMED.fullmatch(cue.name or "")
        words = " ".join(words for _, words in voices("\n".join(cue.lines)))
        yield Utterance(label=name["label"] if name else None, words=words, start=cue.start, end=cue.end)
