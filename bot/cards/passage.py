"""A quote with where it comes from: the block that answers and verdicts are made of."""

from __future__ import annotations

import colorsys
import zlib
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.cards.card import text
from bot.cards.escaping import emphasised, escape, link, one_line, visible
from bot.cards.limits import text_length
from bot.wording import attribution, counted, place, shortened, speaker_name, whence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.marking import Run
    from retrieval import Quote, Speaker

# Names and titles may be cut, for they are no quotes; a question is one, so it is shown whole or left out.
_LONGEST_NAME = 200
_LONGEST_ASKED = 700


def passage(
    quote: Quote,
    *,
    notes: Sequence[str] = (),
    after: Quote | None = None,
    said: Sequence[Run] = (),
    quoted: Sequence[Run] = (),
) -> tuple[ui.Container[Any], ...]:
    """Show a quote in forms that take less and less room; its words stand whole or not at all.

    Args:
        quote: What was said.
        notes: Sentences about this quote, as plain text.
        after: The first quote of the card, whose question need not be repeated.
        said: The words of the quote in runs, where some of them are marked.
        quoted: The words that are held against the quote, likewise.
    """
    words, who, identity = _set_off(_marked(said) or escape(quote.text)), _origin(quote), f"-# Quote {escape(quote.id)}"
    remarks = [f"- {escape(one_line(note))}" for note in notes]
    other = f"Quoted: “{' '.join(_marked(quoted).split())}”" if quoted else None
    full = text(*who, other, *remarks, _asked(quote, after), identity)
    brief = text(*who, "-# What else belongs to this quote has no room here.", identity)
    forms = ((text(words), full), (text(blockquote(quote.text)), brief), (text(_too_long(quote)), text(*who, identity)))
    return tuple(ui.Container(*parts, accent_colour=accent(quote.speaker)) for parts in forms)


def blockquote(words: str) -> str:
    """Set words off as Discord quotes them, each line marked; runs of empty lines become one."""
    return _set_off(escape(words))


def _set_off(escaped: str) -> str:
    lines = [line.rstrip() for line in escaped.strip().split("\n")]
    kept = [line for before, line in zip([None, *lines], lines, strict=False) if line or before]
    return "\n".join(f"> {line}" for line in kept)


def _marked(runs: Sequence[Run]) -> str:
    """Escape runs, and set those that are marked apart."""
    return "".join(emphasised(run.text) if run.marked else escape(run.text) for run in runs)


def accent(speaker: Speaker | None) -> int | None:
    """Give each speaker a lasting colour; it says nothing that the text does not."""
    if speaker is None:
        return None
    hue = zlib.crc32(speaker.name.encode("utf-8", "replace")) % 360 / 360
    red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(hue, 0.55, 0.6))
    return red << 16 | green << 8 | blue


def _origin(quote: Quote) -> tuple[str, str]:
    """Say who said it, and where it stands."""
    who = f"**{_name(attribution(quote))}**"
    there = link("go there", quote.url or quote.transcript.url)
    return who, " · ".join(part for part in (_name(whence(quote.transcript)), place(quote), there) if part)


def _asked(quote: Quote, after: Quote | None) -> str | None:
    """Give the question that was being answered, whole, in small print."""
    if quote.asked is None:
        return None
    if after and (after.transcript.id, after.asked) == (quote.transcript.id, quote.asked):
        return "-# In answer to the same question."
    asker = _name(speaker_name(quote.asked.speaker))
    words = one_line(quote.transcript.slice(quote.asked.span))
    if len(words) > _LONGEST_ASKED:
        return f"-# In answer to {asker}, whose question is too long to show here."
    return f"-# In answer to {asker}: “{escape(words)}”"


def _too_long(quote: Quote) -> str:
    """Say that a quote is not shown, because it would have to be cut."""
    length = counted(text_length(visible(quote.text)), "character")
    return f"This quote has {length}: too many for one message of Discord, and a quote is never cut."


def _name(words: str) -> str:
    """Make a name or title fit to be shown on a line."""
    return escape(shortened(one_line(words), _LONGEST_NAME))
