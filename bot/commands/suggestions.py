"""Choices for what is being typed: only a hint, for Discord lets any other text through."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from discord.app_commands import Choice

from bot.cards.escaping import one_line
from bot.wording import day, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval import Header, Library, Speaker

MOST_CHOICES = 25
_LONGEST = 100
_NO_MATCH = 3


def speakers(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest people who speak in the library."""
    return _best(typed, ((_introduced(speaker), speaker.name) for speaker in library.speakers))


def transcripts(library: Library, typed: str) -> list[Choice[str]]:
    """Suggest transcripts by title and date."""
    return _best(typed, ((_titled(header), header.id) for header in library.headers))


def _best(typed: str, options: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Choose the names that match best, in the order given where they match alike.

    Args:
        typed: What the user has written so far.
        options: What is shown, and what is sent when it is chosen.
    """
    wanted = one_line(typed).casefold()
    usable = [(name, value) for name, value in options if name and 0 < len(value) <= _LONGEST]
    ranked = ((_rank(wanted, name.casefold()), place) for place, (name, _) in enumerate(usable))
    matching = ((rank, place) for rank, place in ranked if rank < _NO_MATCH)
    best = (usable[place] for _, place in heapq.nsmallest(MOST_CHOICES, matching))
    return [Choice(name=name, value=value) for name, value in best]


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
