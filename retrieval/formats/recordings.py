"""What the name of a recording's file says: `Weekly sync-20240115_100000-Meeting Transcript.en.vtt`."""

import re
from pathlib import PurePath

LANGUAGE = re.compile(r"\.(?P<code>[a-z]{2}(?:-[A-Za-z0-9]{2,8}){0,2})(?=\.[^./]+$)")
"""The language of subtitles stands before the ending: `talk.en.vtt`, `talk.pt-BR.srt`."""
OTHER_ENDINGS = re.compile(
    r"(?:\.(?:mp3|mp4|m4a|wav|ogg|opus|flac|mkv|mov|webm|transcript|captions?|subtitles?|whisperx?))+(?=\.[^./]+$)",
    re.IGNORECASE,
)
"""Endings of the recording itself, which programs leave before the transcript's."""
MOMENT = re.compile(r"(?<!\d)(?:GMT)?(?P<year>20\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)[-_T]\d{4,6}(?:UTC|Z)?(?!\d)")
"""When a recording began, as Zoom (`GMT20240115-150000`) and Teams (`20240115_100000`) write it."""


def readable(source: str) -> str:
    """Return a file's name as people would give it: the day as such, without languages and other endings.

    >>> readable("talks/GMT20240115-150000_Recording.transcript.vtt")
    '2024-01-15_Recording.vtt'
    """
    name = OTHER_ENDINGS.sub("", LANGUAGE.sub("", PurePath(source).name))
    return MOMENT.sub(r"\g<year>-\g<month>-\g<day>", name)


def language_in(source: str) -> str | None:
    """Return the language that a file's name gives, or None."""
    language = LANGUAGE.search(source)
    return language["code"] if language else None
