"""Words too long for one message → parts that each fit, cut between sentences or words, with nothing lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cards.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word with the white space after it; where a language writes none, a sentence.
_PIECE = re.compile(r"[^\s。！？]*(?:[。！？]+\s*|\s+|$)")
_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+|\n\s*|。")
_BLOCKQUOTE = len("> ")
# What may be escaped, and what is two UTF-16 units.
_DOUBLED = re.compile("[!-/:-@\\[-`{-~\U00010000-\U0010ffff]")
_EXTENDING = "\u200c\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def parts(text: str, limit: int) -> list[str]:
    """Cut what can be seen of a text into parts, each of which fits a limit as a block quote.

    Args:
        text: The words.
        limit: UTF-16 units that a part may take, escaped and with each line marked.
    """
    done, part, taken = [], "", _BLOCKQUOTE
    for piece in _pieces(visible(text), limit - _BLOCKQUOTE):
        length = cost(piece)
        while part and taken + length > limit:
            end = _sentence_end(part)
            done.append(part[:end])
            part = part[end:]
            taken = _BLOCKQUOTE + cost(part)
        part, taken = part + piece, taken + length
    return [*done, part] if part or not done else done


def cost(text: str) -> int:
    """Measure, in UTF-16 units, how long visible text is at most when it is escaped and each line marked."""
    return len(text) + len(_DOUBLED.findall(text)) + _BLOCKQUOTE * text.count("\n")


def _sentence_end(part: str) -> int:
    """Find where the last sentence of a part ends that fills half of it at least; else its own end."""
    ends = [match.end() for match in _END.finditer(part)]
    return next((end for end in reversed(ends) if 2 * end >= len(part)), len(part))


def _pieces(text: str, limit: int) -> Iterator[str]:
    """Yield words, and words that no part holds in pieces that one does."""
    for match in _PIECE.finditer(text):
        word = match[0]
        while cost(word) > limit:
            cut = _cut(word, limit)
            yield word[:cut]
            word = word[cut:]
        if word:
            yield word


def _cut(word: str, limit: int) -> int:
    """Choose where to cut a word, not before a mark that belongs to the character ahead of it."""
    cut = limit // (1 + _BLOCKQUOTE)
    while cut > 1 and (word[cut] in _EXTENDING or word[cut - 1] == "\u200d"):
        cut -= 1
    return cut
