"""What a person reads of a text on Discord, if nothing in it is markup.

Rules as documented for users (https://support.discord.com/hc/en-us/articles/210298617) and for applications
(https://docs.discord.com/developers/reference#message-formatting).
"""

from __future__ import annotations

import re
import unicodedata

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
BIDI_OR_ZERO_WIDTH = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
MARKUP = {
    "emphasis": r"(\*{1,3}|_{1,3})(?:\\.|[^\\])+?\1",
    "strikethrough": r"~~.+?~~",
    "spoiler": r"\|\|.+?\|\|",
    "code": r"(`+).+?\1",
    "masked link": r"\[(?:\\.|[^\]])*\]\((?:\\.|[^)])*\)",
    "bare link": r"\w+://[^\s<]",
    "link in brackets": r"<[^: >]+:[^ >]+>",
    "mention": r"<(?:@[!&]?|\#)\d+>|@everyone|@here",
    "custom emoji": r"<a?:\w+:\d+>",
    "timestamp": r"<t:-?\d+(?::\w)?>",
    "command": r"</[^>]+:\d+>",
    "named emoji": r":[^\s:]+:",
    "invite": r"discord(?:app)?\.(?:gg|com/invite)/\S",
    "heading": r"^ *\#{1,3}\s",
    "small print": r"^ *-\#\s",
    "list": r"^ *(?:[*+-]|\d+\.)\s",
    "quote": r"^ *>{1,3}\s",
}
BOLD = re.compile(r"(\\.)|\*\*((?:\\.|[^\\*\n])+)\*\*")
RULES = {name: re.compile(rule, re.DOTALL | re.MULTILINE) for name, rule in MARKUP.items()}


class MarkupError(AssertionError):
    """Something in a text means more than its letters."""


def shown(text: str) -> str:
    """Return the letters that are read.

    Raises:
        MarkupError: A part of the text is markup, or cannot be seen.
    """
    read, at = "", 0
    while at < len(text):
        escaped = ESCAPE.match(text, at)
        if escaped:
            read, at = read + escaped[1], escaped.end()
            continue
        for name, rule in RULES.items():
            if found := rule.match(text, at):
                raise MarkupError(f"{name}: {found[0]!r}")
        if unicodedata.bidirectional(text[at]) in BIDI_OR_ZERO_WIDTH - {"BN"}:
            raise MarkupError(f"unseen: {text[at]!r}")
        read, at = read + text[at], at + 1
    return read


def without_bold(markup: str) -> str:
    """Take off what sets words in bold."""
    return BOLD.sub(lambda found: found[1] or found[2], markup)


def bold(markup: str) -> list[str]:
    """Return the words that are in bold, as they are read."""
    return [shown(found[2]) for found in BOLD.finditer(markup) if found[2]]
