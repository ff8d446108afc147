"""Choices for what is being typed: only a hint, for Discord lets any other text through."""

from __future__ import annotations

import heapq
import unicodedata
from typing import TYPE_CHECKING

from discord.app_commands import Choice
from rapidfuzz import fuzz, process

from bot.cards.escaping import one_line
from bot.wording import day, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval import Header, Library, Speaker

MOST_CHOICES = 25
_LONGEST = 100
_NO_MATCH = 3
# What is typed may have slips once there is enough of it: about one letter in four, wherever in the name it stands.
_FEWEST_LETTERS = 3
_ALIKE = 75.0


def speakers(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest people who speak in the library."""
    return _best(typed, ((_introduced(speaker), speaker.name) for speaker in library.speakers))


def transcripts(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest transcripts by title and date."""
    return _best(typed, ((_titled(header), header.id) for header in library.headers))


def quotes(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest words that were said and that go on from what is typed."""
    found = (one_line(quote.text) for quote in library.complete(typed, MOST_CHOICES, _LONGEST))
    return [Choice(name=words, value=words) for words in dict.fromkeys(found) if words]


def _best(typed: str, options: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Choose the names that match best, in the order given where they match alike.

    Args:
        typed: What the user has written so far.
        options: What is shown, and what is sent when it is chosen.
    """
    wanted = _folded(typed)
    usable = [(name, value) for name, value in options if name and 0 < len(value) <= _LONGEST]
    names = [_folded(name) for name, _ in usable]
    return [Choice(name=usable[place][0], value=usable[place][1]) for place in _matching(wanted, names)]


def _matching(wanted: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names that hold what was typed, or where none does, of those that nearly do."""
    ranked = ((_rank(wanted, name), place) for place, name in enumerate(names))
    holding = heapq.nsmallest(MOST_CHOICES, (found for found in ranked if found[0] < _NO_MATCH))
    if holding or len(wanted) < _FEWEST_LETTERS:
        return [place for _, place in holding]
    near = process.extract(wanted, names, scorer=fuzz.partial_ratio, limit=MOST_CHOICES, score_cutoff=_ALIKE)
    return [place for _, _, place in near]


def _folded(text: str) -> str:
    """Leave out case and accents, which few people type."""
    decomposed = unicodedata.normalize("NFKD", one_line(text))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _rank(wanted: str, name: str) -> int:
    """Rank how a name holds what was typed: at its start, at a word's start, anywhere, or nowhere."""
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    return 2 if wanted in name else _NO_MATCH


def _introduced(speaker: Speaker) -> str:
    """Show a speaker with the office."""
    office = f", {speaker.title}" if speaker.title else ""
    return shortened(one_line(f"{speaker.name}{office}"), _LONGEST)


def _titled(transcript: Header) -> str:
    """Show a transcript with its date, which tells apart those that are called alike."""
    date = f" ({day(transcript.date)})" if transcript.date else ""
    return shortened(one_line(transcript.title), _LONGEST - len(date)) + date
