"""Choices for what is being typed: only a hint, for Discord lets any other text through."""

from __future__ import annotations

import heapq
import unicodedata
from typing import TYPE_CHECKING

from discord.app_commands import Choice
from rapidfuzz import fuzz, process

from bot.cards.escaping import one_line
from bot.languages import ENGLISH
from bot.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.languages import Language
    from retrieval import Header, Library, Speaker

MOST_CHOICES = 25
_LONGEST = 100
_NO_MATCH = 3
# Names that nearly match: fewer, for the more there are the less they help.
MOST_NEAR = 8
_SHORTEST_MISSPELT = 3
_ALIKE = 75  # of 100, for the part of a name that is most like what was typed


def speakers(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest people who speak in the library."""
    return _best(typed, ((_introduced(speaker), speaker.name) for speaker in library.speakers))


def transcripts(library: Library, typed: str, language: Language = ENGLISH) -> list[Choice[str]]:
    """Suggest transcripts by title and date."""
    return _best(typed, ((_titled(header, language), header.id) for header in library.headers))


def quotes(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest words that were said and that go on from what is typed."""
    found = (one_line(quote.text) for quote in library.complete(typed, MOST_CHOICES, _LONGEST))
    return [Choice(name=words, value=words) for words in dict.fromkeys(found) if words]


def _best(typed: str, options: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Choose the names that match best, in the order given where they match alike; else those that nearly match.

    Args:
        typed: What the user has written so far.
        options: What is shown, and what is sent when it is chosen.
    """
    wanted = _folded(one_line(typed))
    usable = [(name, value) for name, value in options if name and 0 < len(value) <= _LONGEST]
    names = [_folded(name) for name, _ in usable]
    ranked = ((_rank(wanted, name), place) for place, name in enumerate(names))
    matching = heapq.nsmallest(MOST_CHOICES, ((rank, place) for rank, place in ranked if rank < _NO_MATCH))
    places = [place for _, place in matching] or _near(wanted, names)
    return [Choice(name=usable[place][0], value=usable[place][1]) for place in places]


def _rank(wanted: str, name: str) -> int:
    """Rank how a name holds what was typed: at its start, at a word's start, anywhere, or nowhere."""
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    return 2 if wanted in name else _NO_MATCH


def _near(wanted: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names of which a part is nearly what was typed, best first."""
    if len(wanted) < _SHORTEST_MISSPELT:
        return []
    found = process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=MOST_NEAR)
    return [place for _, _, place in found]


def _folded(line: str) -> str:
    """Return a line in lower case and without accents, as people type it in haste."""
    line = line.casefold()
    if line.isascii():
        return line
    return "".join(letter for letter in unicodedata.normalize("NFKD", line) if not unicodedata.combining(letter))


def _introduced(speaker: Speaker) -> str:
    """Show a speaker with the office."""
    office = f", {speaker.title}" if speaker.title else ""
    return shortened(one_line(f"{speaker.name}{office}"), _LONGEST)


def _titled(transcript: Header, language: Language) -> str:
    """Show a transcript with its date, which tells apart those that are called alike."""
    date = f" ({language.day(transcript.date)})" if transcript.date else ""
    return shortened(one_line(transcript.title), _LONGEST - len(date)) + date
