"""The picture of a quote: its words large, and below them who said it, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from bot.cards.escaping import one_line, visible
from bot.cards.limits import MOST_TEXT, text_length
from bot.cards.passage import accent
from bot.languages import ENGLISH
from bot.pictures.errors import PictureError
from bot.pictures.fonts import Style, ascent, check, line_height, missing, runs, width
from bot.pictures.layout import Block, fitted, wrapped
from bot.wording import attribution, place, whence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.languages import Language
    from retrieval import Quote

WIDTH, LOWEST, HIGHEST = 1200, 675, 3200
"""Pixels; the usual shape is that of a screen, 16:9, and a long quote makes it higher."""
TOO_LONG = "There is no picture of this quote: it is too long for one, and is never cut."
_PAPER, _INK, _FAINT = "#fbfaf7", "#1d1d1f", "#5f6268"
_NOBODYS = "#8a8d93"
_BAR, _MARGIN, _GAP = 14, 64, 30
_ROOM = WIDTH - _BAR - 2 * _MARGIN
_SIZES = (88, 76, 66, 60, 54, 48, 43, 38, 34, 30)
_MARK, _NAME, _SMALL = 110, 32, 24
# Pillow's fonts are not made for several threads at once.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A block of the picture, in one style and colour."""

    block: Block
    style: Style
    colour: str

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return len(self.block.lines) * line_height(self.style, self.block.size)


def picture(quote: Quote, language: Language = ENGLISH) -> bytes:
    """Draw a quote as PNG, with where it stands in a language.

    Raises:
        PictureError: No font has one of its characters, or it is too long.
    """
    with _ONE_AT_A_TIME:
        words, *origin = parts_of(quote, language)
        below = sum(part.height for part in origin)
        height = max(LOWEST, _around(origin) + words.height)
        if height > HIGHEST:
            raise PictureError(TOO_LONG)
        image = Image.new("RGB", (WIDTH, height), _PAPER)
        draw = ImageDraw.Draw(image)
        colour = _colour(quote)
        draw.rectangle((0, 0, _BAR - 1, height), fill=colour)
        mark = Part(block=Block(lines=["“"], size=_MARK), style="quote", colour=colour)
        _write(draw, [mark], top=_MARGIN - _MARK // 2)
        _write(draw, [words], top=_MARGIN + _MARK // 2)
        _write(draw, origin, top=height - _MARGIN - below)
        return _png(image, quote)


def parts_of(quote: Quote, language: Language = ENGLISH) -> list[Part]:
    """Lay out a quote: its words, who said it, where and when, and where that stands.

    Raises:
        PictureError: No font has one of its characters, or it is too long.
    """
    who, *where = _origin(quote, language)
    if missing("".join("".join((who, *where)).split()), "small"):  # perhaps there are no Japanese fonts here
        who, *where = _origin(quote, ENGLISH)
    origin = [_part(who, "name", _NAME, _INK), *(_part(line, "small", _SMALL, _FAINT) for line in where)]
    return [_words(visible(quote.text), LOWEST - _around(origin)), *origin]


def _origin(quote: Quote, language: Language) -> tuple[str, str, str]:
    """Say who said a quote, where and when, and where that stands."""
    transcript = quote.transcript
    reference = (transcript.url or transcript.source, place(quote, language), language.say("quote.id", id=quote.id))
    return attribution(quote, language), whence(transcript, language), " · ".join(reference)


def _words(text: str, most: int) -> Part:
    """Lay out the words of a quote as large as the usual shape allows, or small and higher.

    Raises:
        PictureError: No font has one of the characters, or no message could hold them either.
    """
    if text_length(text) > MOST_TEXT:
        raise PictureError(TOO_LONG)
    check("".join(text.split()), "quote")
    block = fitted(
        text,
        _SIZES,
        lambda part, size: width(part, "quote", size),
        room=_ROOM,
        fits=lambda block: len(block.lines) * line_height("quote", block.size) <= most,
    )
    return Part(block=block, style="quote", colour=_INK)


def _part(text: str, style: Style, size: int, colour: str) -> Part:
    """Lay out a line of small print, or as many as it needs."""
    lines = wrapped(one_line(text), lambda part: width(part, style, size), _ROOM)
    return Part(block=Block(lines=lines, size=size), style=style, colour=colour)


def _around(origin: Sequence[Part]) -> int:
    """Return how much of a picture's height is not for the words."""
    return 2 * _MARGIN + _MARK // 2 + _GAP + sum(part.height for part in origin)


def _write(draw: ImageDraw.ImageDraw, parts: Sequence[Part], *, top: int) -> None:
    """Write parts one below the other."""
    for part in parts:
        size = part.block.size
        for line in part.block.lines:
            x, baseline = float(_BAR + _MARGIN), top + ascent(part.style, size)
            for run in runs(line, part.style, size):
                draw.text((x, baseline), run.text, font=run.font, fill=part.colour, anchor="ls")
                x += run.width
            top += line_height(part.style, size)


def _colour(quote: Quote) -> str:
    """Return the colour that the speaker has on cards too."""
    colour = accent(quote.speaker)
    return _NOBODYS if colour is None else f"#{colour:06x}"


def _png(image: Image.Image, quote: Quote) -> bytes:
    """Write a picture out; its title says whose words it shows, wherever it goes."""
    about = PngInfo()
    about.add_itxt("Title", one_line(attribution(quote)))
    out = BytesIO()
    image.save(out, "PNG", optimize=True, pnginfo=about)
    return out.getvalue()
