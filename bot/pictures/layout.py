"""Words → lines that are as wide as they may be; nothing is left out, added or hyphenated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Measure = Callable[[str], float]

# Japanese and Chinese may break between any two characters, but not before what closes or after what opens.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_CLOSING = "、。，．・：；？！」』）］｝〉》】〕ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…”’"
_OPENING = "「『（［｛〈《【〔“‘"
_PIECE = re.compile(
    rf"[{_OPENING}]*[{_UNSPACED}][{_CLOSING}]*"  # one character with the marks that belong to it
    rf"|[^\s{_UNSPACED}]+"  # a word of letters
    r"|\s+"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Lines of one size."""

    lines: Sequence[str]
    size: int


def wrapped(text: str, measure: Measure, room: float) -> list[str]:
    """Break text into lines that fit, with an empty one between the lines of the text itself.

    Args:
        text: What to break.
        measure: Returns the width of a text.
        room: The width that a line may have.
    """
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    apart = [["", *_lines(paragraph, measure, room)] for paragraph in paragraphs]
    return [line for lines in apart for line in lines][1:]


def fitted(
    text: str, sizes: Sequence[int], measure: Callable[[str, int], float], *, room: float, fits: Callable[[Block], bool]
) -> Block:
    """Choose the largest size at which text fits, or else the smallest.

    Args:
        text: What to lay out.
        sizes: From the largest to the smallest.
        measure: Returns the width of a text at a size.
        room: The width that a line may have.
        fits: Tells whether a block is low enough.
    """
    for size in sizes:
        block = Block(lines=wrapped(text, lambda part, size=size: measure(part, size), room), size=size)  # type: ignore[misc] # a default binds it
        if fits(block):
            break
    return block


def _lines(paragraph: str, measure: Measure, room: float) -> Iterator[str]:
    """Fill one line after the other."""
    line, used = "", 0.0
    for piece in _PIECE.findall(" ".join(paragraph.split())):
        needed = measure(piece)
        if piece != " " and used + needed > room:
            if line.strip():
                yield line.rstrip()
            *whole, line = _broken(piece, measure, room)
            yield from whole
            used = measure(line)
        else:
            line, used = line + piece, used + needed
    yield line.rstrip()


def _broken(piece: str, measure: Measure, room: float) -> Iterator[str]:
    """Break a word that is wider than a line wherever the line ends."""
    part, used = "", 0.0
    for character in piece if measure(piece) > room else [piece]:
        needed = measure(character)
        if part and used + needed > room:
            yield part
            part, used = "", 0.0
        part, used = part + character, used + needed
    yield part
