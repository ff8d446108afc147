"""The markup of subtitles: what is printed between angle brackets or braces is nobody's words, but for a voice."""

import html
import re

from retrieval.formats.utterances import plain

TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|ruby|rt|lang|font|span)(?=[\s.>/])[^<>]{0,300}>|<[0-9]{1,4}:[0-9:.,]+>|\{\\[^{}]{0,300}\}",
    re.IGNORECASE,
)
VOICE = re.compile(r"<v(?:\.[^\s<>]{1,100})?(?:[ \t]+(?P<label>[^<>\n]{1,200}))?>|</v>", re.IGNORECASE)
"""`<v Ann Lee>` says who speaks until `</v>` or the next voice."""
STAMP = re.compile(r"<[0-9]{1,4}:[0-9:.,]+>")
"""The time of a word within a cue."""


def bare(text: str) -> str:
    """Return words without markup, with characters for their names: `<i>Q&amp;A</i>` → Q&A."""
    unmarked = TAG.sub("", text) if "<" in text or "{" in text else text
    return plain(html.unescape(unmarked) if "&" in unmarked else unmarked)


def voices(text: str) -> list[tuple[str | None, str]]:
    """Return the pieces of a cue with the voice that says each, None where no voice is given."""
    pieces: list[tuple[str | None, str]] = []
    label, end = None, 0
    for tag in VOICE.finditer(text):
        pieces.append((label, bare(text[end : tag.start()])))
        label, end = bare(tag["label"] or "") or None, tag.end()
    pieces.append((label, bare(text[end:])))
    return [(label, words) for label, words in pieces if words]
