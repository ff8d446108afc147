r"""Discord's markdown, as far as cards use it → HTML.

Rules: https://docs.discord.com/developers/reference#message-formatting
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = (
    (re.compile(r"-# (.*)"), '<div class="small">{}</div>'),
    (re.compile(r"### (.*)"), "<h3>{}</h3>"),
    (re.compile(r"## (.*)"), "<h2>{}</h2>"),
    (re.compile(r"# (.*)"), "<h1>{}</h1>"),
    (re.compile(r"[-*] (.*)"), '<div class="item">{}</div>'),
)
_QUOTED = re.compile(r"> ?")
_INLINE = re.compile(
    r"\\(?P<plain>[^0-9A-Za-z\s])"
    r"|\[(?P<label>[^\]]*)\]\(<(?P<url>[^>]*)>\)"
    r"|`(?P<code>[^`]+)`"
    r"|\*\*(?P<strong>(?:\\.|[^\\])+?)\*\*"
    r"|__(?P<u>(?:\\.|[^\\])+?)__"
    r"|~~(?P<s>(?:\\.|[^\\])+?)~~"
    r"|(?<![\w*])[*_](?P<em>(?:\\.|[^\\*_])+?)[*_](?![\w*])",
    re.DOTALL,
)


def html_of(markup: str) -> str:
    r"""Turn markup into HTML, each line a block of its own.

    >>> html_of(r"**Yes** \*no\*")
    '<div><strong>Yes</strong> *no*</div>'
    """
    return "".join(_blocks(markup.split("\n")))


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield the blocks; neighbouring lines that are quoted are one quotation."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].startswith(">"):
            end += 1
        if end > at:
            inner = "".join(_blocks([_QUOTED.sub("", line, count=1) for line in lines[at:end]]))
            yield f"<blockquote>{inner}</blockquote>"
            at = end
        else:
            yield _block(lines[at])
            at += 1


def _block(line: str) -> str:
    for pattern, frame in _BLOCKS:
        if found := pattern.fullmatch(line):
            return frame.format(_inline(found[1]))
    return f"<div>{_inline(line) or '&nbsp;'}</div>"


def _inline(text: str) -> str:
    """Turn what stands within a line into HTML."""
    out, at = "", 0
    for found in _INLINE.finditer(text):
        out += escape(text[at : found.start()]) + _marked(found)
        at = found.end()
    return out + escape(text[at:])


def _marked(found: re.Match[str]) -> str:
    """Turn an escaped character, a link or something emphasised into HTML."""
    if found["plain"]:
        return escape(found["plain"])
    if found["url"] is not None:
        return f'<a href="{escape(found["url"])}">{_inline(found["label"])}</a>'
    if found["code"]:
        return f"<code>{escape(found['code'])}</code>"
    tag = next(name for name in ("strong", "u", "s", "em") if found[name])
    return f"<{tag}>{_inline(found[tag])}</{tag}>"
