"""Fonts from installed packages, never from the machine: which of them has a glyph, and how wide words are in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from fontTools.ttLib import TTFont
from PIL import ImageFont

from bot.pictures.errors import PictureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Style: TypeAlias = Literal["quote", "name", "small"]

_SERIF = ("fontpkg_noto_serif", "files/NotoSerif[wdth,wght].ttf")
_SANS = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
_JAPANESE = ("noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf")
# Fonts by preference, each package with a file in it; one that is not installed is passed over.
_CHOICES: dict[Style, tuple[tuple[str, str], ...]] = {
    "quote": (_SERIF, _SANS, _JAPANESE),
    "name": (_SANS, _JAPANESE),
    "small": (_SANS, _JAPANESE),
}
_WEIGHTS: dict[Style, int] = {"quote": 400, "name": 700, "small": 400}
_FULL_WIDTH = 100
_MOST_NAMED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Neighbouring characters that one font draws."""

    text: str
    font: ImageFont.FreeTypeFont

    @property
    def width(self) -> float:
        """Pixels from where it begins to where the next one does."""
        return self.font.getlength(self.text)


def runs(text: str, style: Style, size: int) -> list[Run]:
    """Divide text among the fonts that have its glyphs.

    Raises:
        PictureError: No font has one of them.
    """
    check(text, style)
    chosen = [(_font_file(character, style), character) for character in text]
    return [
        Run(text="".join(character for _, character in alike), font=_font(file, _WEIGHTS[style], size))
        for file, alike in groupby(chosen, key=lambda pair: pair[0])
        if file is not None
    ]


@lru_cache(maxsize=20_000)
def width(text: str, style: Style, size: int) -> float:
    """Measure text in pixels.

    Raises:
        PictureError: No font has one of its glyphs.
    """
    return sum(run.width for run in runs(text, style, size))


def missing(text: str, style: Style) -> list[str]:
    """Return the characters that no font has, each once."""
    return list(dict.fromkeys(character for character in text if _font_file(character, style) is None))


def check(text: str, style: Style) -> None:
    """Make sure that every character can be drawn.

    Raises:
        PictureError: No font has one of them: a box in its place would be no word of the speaker's.
    """
    lacking = missing(text, style)
    if lacking:
        shown = "”, “".join(lacking[:_MOST_NAMED])
        more = " and others" if len(lacking) > _MOST_NAMED else ""
        msg = f"There is no picture of this quote: none of the fonts here has “{shown}”{more}."
        raise PictureError(msg, lacking[:_MOST_NAMED])


def line_height(style: Style, size: int) -> int:
    """Return the pixels from one line to the next, which hold the highest and lowest letters of every font."""
    metrics = [_font(file, _WEIGHTS[style], size).getmetrics() for file in _files(style)]
    return max(ascent for ascent, _ in metrics) + max(descent for _, descent in metrics)


def ascent(style: Style, size: int) -> int:
    """Return the pixels from the top of a line down to the line that letters stand on."""
    return max(_font(file, _WEIGHTS[style], size).getmetrics()[0] for file in _files(style))


@cache
def _font_file(character: str, style: Style) -> Path | None:
    """Return the first font that has a character, or None."""
    return next((file for file in _files(style) if ord(character) in _coverage(file)), None)


@cache
def _files(style: Style) -> Sequence[Path]:
    return tuple(_installed(style))


def _installed(style: Style) -> Iterator[Path]:
    for package, name in _CHOICES[style]:
        if find_spec(package):
            yield Path(str(import_module(package).__file__)).parent / name


@cache
def _coverage(file: Path) -> frozenset[int]:
    """Return the characters that a font has glyphs for."""
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _font(file: Path, weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Open a font; one that comes in all weights at once is set to one of them."""
    font = ImageFont.truetype(file, size)
    if "[wdth,wght]" in file.name:
        font.set_variation_by_axes([weight, _FULL_WIDTH])
    return font
