"""A quote with where it comes from: the block that all cards are made of."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.cards.card import text
from bot.cards.escaping import emphasised, escape, link, one_line, strong, visible
from bot.cards.limits import text_length
from bot.cards.parts import parts
from bot.languages import ENGLISH, Language
from bot.naming import is_named
from bot.wording import attribution, place, shortened, whence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.marking import Run
    from retrieval import Quote, Speaker

# Names and titles may be cut, for they are no quotes; a question is one, so it is shown whole or left out.
_LONGEST_NAME = 200
_LONGEST_ASKED = 700
_LONGEST_LARGE = 280
# Hues all around the circle at one luminance, .252: contrast of three to one at least with Discord's lightest and
# darkest ground alike, as https://www.w3.org/TR/WCAG21/#non-text-contrast wants it.
PALETTE = (
    0xDB6464, 0xD16E3D, 0xB2802A, 0x8E8E21, 0x569A24, 0x259D4D, 0x249B7D,
    0x2796A7, 0x418ED2, 0x7981E0, 0xA472DE, 0xC95DD9, 0xD85AB2, 0xDA6189,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """A quote, or a part of one that is too long for a message.

    Attributes:
        container: What is shown.
        parts: How many parts there are.
    """

    container: ui.Container[Any]
    parts: int


def excerpt(  # noqa: PLR0913 - what a card decides about a quote
    quote: Quote,
    *,
    room: int,
    part: int = 0,
    position: str | None = None,
    with_question: bool = True,
    language: Language = ENGLISH,
) -> Excerpt:
    """Show a quote large and whole, or where a message does not hold it, the part of it that was asked for.

    Args:
        quote: What was said.
        room: UTF-16 units of text that it may take.
        part: Counted from zero; after the last comes none.
        position: Which of several quotes this is.
        with_question: Whether to give the question that was being answered, where there is room.
        language: Of all that is no quote.
    """
    shortest = partial(_details, quote, language, None, position)
    asked = _asked(quote, language) if with_question else None
    whole = large(quote.text)
    for details in (_details(quote, language, asked, position), shortest()):
        if text_length(whole) + text_length(details) <= room:
            return Excerpt(container=_container(quote, whole, details), parts=1)
    rest = room - text_length(shortest(_part_of(10**5, 10**5, language)))
    pieces = parts(quote.text, rest)
    shown = min(part, len(pieces) - 1)
    details = shortest(_part_of(shown, len(pieces), language))
    return Excerpt(container=_container(quote, blockquote(pieces[shown]), details), parts=len(pieces))


def passage(
    quote: Quote,
    *,
    notes: Sequence[str] = (),
    said: Sequence[Run] = (),
    quoted: Sequence[Run] = (),
    language: Language = ENGLISH,
) -> tuple[ui.Container[Any], ...]:
    """Show a quote in forms that take less and less room; its words stand whole or not at all.

    Args:
        quote: What was said.
        notes: Sentences about this quote, as plain text.
        said: The words of the quote in runs, where some of them are marked.
        quoted: The words that are held against the quote, likewise.
        language: Of all that is no quote.
    """
    words, who = _set_off(_marked(said) or escape(quote.text)), _origin(quote, language)
    identity = f"-# {language.say('quote.id', id=escape(quote.id))}"
    remarks = [f"- {escape(one_line(note))}" for note in notes]
    other = language.say("quote.quoted", words=" ".join(_marked(quoted).split())) if quoted else None
    full = text(*who, other, *remarks, identity)
    brief = text(*who, f"-# {language.say('quote.brief')}", identity)
    forms = (
        (text(words), full),
        (text(blockquote(quote.text)), brief),
        (text(_too_long(quote, language)), text(*who, identity)),
    )
    return tuple(ui.Container(*parts, accent_colour=accent(quote.speaker)) for parts in forms)


def large(words: str) -> str:
    """Set off words, and in large letters when they are few: what the eye is to fall on first."""
    quoted = blockquote(words)
    return f"> ## {quoted[2:]}" if "\n" not in quoted and text_length(quoted) <= _LONGEST_LARGE else quoted


def blockquote(words: str) -> str:
    """Set words off as Discord quotes them, each line marked; runs of empty lines become one."""
    return _set_off(escape(words))


def spotlit(words: str, start: int, end: int) -> str:
    """Set words off, those from one place to another in bold."""
    return _set_off(f"{escape(words[:start])}{strong(words[start:end])}{escape(words[end:])}")


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
    return PALETTE[zlib.crc32(speaker.name.encode("utf-8", "replace")) % len(PALETTE)]


def _origin(quote: Quote, language: Language) -> tuple[str, str]:
    """Say who said it, and where it stands."""
    who = f"**{_name(attribution(quote, language))}**"
    there = link(language.say("quote.go_there"), quote.url or quote.transcript.url)
    where = (_name(whence(quote.transcript, language)), place(quote, language), there)
    return who, f"-# {' · '.join(part for part in where if part)}"


def _container(quote: Quote, words: str, details: str) -> ui.Container[Any]:
    """Set words above where they come from, in the speaker's colour."""
    return ui.Container(text(words), text(details), accent_colour=accent(quote.speaker))


def _details(quote: Quote, language: Language, asked: str | None, *where: str | None) -> str:
    """Say who said it where, in answer to what, and in small print which quote it is."""
    identity = " · ".join([*(part for part in where if part), language.say("quote.id", id=escape(quote.id))])
    return "\n".join(line for line in (*_origin(quote, language), asked, f"-# {identity}") if line)


def _part_of(part: int, count: int, language: Language) -> str:
    return language.say("quote.part", part=part + 1, parts=count)


def _asked(quote: Quote, language: Language) -> str | None:
    """Give the question that was being answered, whole, in small print."""
    if quote.asked is None:
        return None
    words = one_line(quote.transcript.slice(quote.asked.span))
    fits = len(words) <= _LONGEST_ASKED
    if quote.asked.speaker and is_named(quote.asked.speaker):
        key, asker = "quote.asked" if fits else "quote.asked_long", _name(quote.asked.speaker.name)
    else:
        key, asker = "quote.asked_unnamed" if fits else "quote.asked_unnamed_long", ""
    return f"-# {language.say(key, asker=asker, words=escape(words) if fits else '')}"


def _too_long(quote: Quote, language: Language) -> str:
    """Say that a quote is not shown, because it would have to be cut."""
    characters = language.say("quote.characters", count=text_length(visible(quote.text)))
    return language.say("quote.too_long", characters=characters)


def _name(words: str) -> str:
    """Make a name or title fit to be shown on a line."""
    return escape(shortened(one_line(words), _LONGEST_NAME))
