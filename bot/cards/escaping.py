r"""Hostile text → text that Discord shows letter by letter.

Discord shows a backslash and an ASCII punctuation mark as that mark alone, so escaping adds backslashes where
a mark would mean something, and changes no word: `\*`, `http\://`, `1\.`. Marks that nobody can see cannot be
escaped; they are left out.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# A backslash goes before the last character of each match.
_MEANINGFUL = re.compile(
    r"""
      [\\*_~|`<>\[\]@]               # emphasis, spoilers, code, mentions, emoji, timestamps, masked links
    | :(?=\S)                        # bare links, :emoji:
    | (?<=\w)\.(?=[^\W\d_]{2,24}/)   # invites, which need no scheme: discord.gg/…
    | ^[^\S\n]*[\#+-]                # headings, small print, lists
    | ^[^\S\n]*\d+[.)]               # ordered lists
    """,
    re.MULTILINE | re.VERBOSE,
)
_LINE_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_BLANKS = re.compile("[\x1c-\x1f\u2800\u3164\uffa0]")
# Controls, lone surrogates, soft hyphens, zero-width marks, bidirectional controls, tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# Joiners shape the letters of Persian or Hindi and build emoji: one stays between two that it can join.
_JOINABLE = "[^\x00-\x7f\\s\u200c\u200d]"
_JOINERS = re.compile(f"(?<={_JOINABLE})([\u200c\u200d])[\u200c\u200d]*(?={_JOINABLE})|[\u200c\u200d]+")
# Selectors choose between the shapes of one character: the first counts.
_SELECTORS = re.compile("([\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_LONGEST_URL = 512
# What an address may hold as it stands; brackets, spaces, quotation marks and backslashes would end the link.
_URL_MARKS = "%/:?#@!$&'*+,;=~"


def visible(text: str) -> str:
    r"""Leave out what nobody can see, and make every line break a newline.

    >>> visible("in\u200bvisible\u202e")
    'invisible'
    """
    if text.isascii() and text.isprintable():  # as most names and numbers are: nothing to look for
        return text
    lines = _BLANKS.sub(" ", _LINE_BREAKS.sub("\n", text))
    joined = _JOINERS.sub(lambda match: match[1] or "", _UNSEEN.sub("", lines))
    return _SELECTORS.sub(r"\1", joined)


def escape(text: str) -> str:
    r"""Make text mean nothing to Discord but its words.

    >>> print(escape("1. *See* https://example.org"))
    1\. \*See\* https\://example.org
    """
    return _MEANINGFUL.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", visible(text))


def one_line(text: str) -> str:
    """Put text on one line, as small print and names need it."""
    return " ".join(visible(text).split())


def emphasised(text: str) -> str:
    r"""Escape text and set it in bold and underlined, line by line, so that it stands out without colour.

    >>> print(emphasised("80"))
    __**80**__
    """
    return _framed(text, "__**", "**__")


def strong(text: str) -> str:
    r"""Escape text and set it in bold, line by line.

    >>> print(strong("80"))
    **80**
    """
    return _framed(text, "**", "**")


def link(label: str, url: str | None) -> str | None:
    """Link to a page of the web; None when there is no address, or it might be something else.

    Args:
        label: Our own words: Discord does not unescape inside of a link.
        url: The address as a transcript gives it.
    """
    if not url or len(url) > _LONGEST_URL:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return f"[{label}](<{quote(visible(url), safe=_URL_MARKS)}>)"


def _framed(text: str, before: str, after: str) -> str:
    """Escape text and put marks around each line that is not empty."""
    lines = escape(text).split("\n")
    return "\n".join(f"{before}{line.strip()}{after}" if line.strip() else line for line in lines)
