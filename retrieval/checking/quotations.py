"""A quotation as it was put to us → its words alone, and to whom of a library it ascribes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.checking.frames import ANNOUNCING, INTERRUPTION, labelled, quoted, without_lead
from retrieval.errors import UnknownSpeakerError
from retrieval.names import PARTICLES
from retrieval.speakers import called
from retrieval.terms import analyse
from retrieval.titles import HONORIFIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.index import Index
    from retrieval.model import Speaker


@dataclass(frozen=True, kw_only=True, slots=True)
class Ascribed:
    """What a quotation claims.

    Attributes:
        words: As long as what was put to us, with blanks in place of all that is not quoted.
        claimed: To whom it ascribes its words, as written there, or None.
        speakers: Those of the library whom that may mean; empty for a stranger.
    """

    words: str
    claimed: str | None = None
    speakers: frozenset[Speaker] = frozenset()


def ascribed(text: str, index: Index, common: Callable[[str], bool]) -> Ascribed | None:
    """Return what is quoted and who is named, where a text clearly sets the one off from the other.

    Args:
        text: As it was put to us.
        index: Knows all who speak in the library.
        common: Tells whether a word, in lower case, is one of the language and no name.
    """
    for name, start, end in quoted(text):
        words, named = _alone(text, start, end), without_lead(name)
        meant = _meant(name, index)
        if meant:
            return Ascribed(words=words, claimed=meant[0], speakers=meant[1])
        if named.casefold() in ANNOUNCING:
            return Ascribed(words=words)
        if _personal(named, common):
            return Ascribed(words=words, claimed=named)
    for name, start, end in labelled(text):
        meant = _meant(name, index)
        if meant:
            return Ascribed(words=_alone(text, start, end), claimed=meant[0], speakers=meant[1])
    return None


def people(name: str, index: Index) -> frozenset[Speaker]:
    """Return those who bear a name in full or in part; a name that is nearly theirs is not enough."""
    bearers = sorted(index.bearers(analyse(name), offices=True))
    try:
        found = called(name, [index.speakers[number] for number in bearers])
    except UnknownSpeakerError:
        return frozenset()
    return frozenset(speaker for speaker in found if _words(name) <= _borne(speaker))


def _meant(name: str, index: Index) -> tuple[str, frozenset[Speaker]] | None:
    """Return who is meant by a name, or by what is left of it without its first words: `As Foreign Minister Roe`."""
    parts = name.strip(" .,").split()
    rests = (" ".join(parts[first:]) for first in range(len(parts)))
    return next(((rest, meant) for rest in rests if (meant := people(rest, index))), None)


def _alone(text: str, start: int, end: int) -> str:
    """Return a text in which everything but the quoted words is blank."""
    words = INTERRUPTION.sub(lambda found: ". ".ljust(len(found[0])), text[start:end])
    return " " * start + words + " " * (len(text) - end)


def _borne(speaker: Speaker) -> frozenset[str]:
    return _words(f"{speaker.name} {speaker.label} {speaker.title or ''}")


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", HONORIFIC.sub("", name).casefold()))


def _personal(name: str, common: Callable[[str], bool]) -> bool:
    """Tell whether a name that nobody here bears looks like somebody's."""
    words = [word.strip(".").casefold() for word in HONORIFIC.sub("", name).split()]
    proper = all(not word[0].islower() or word in PARTICLES for word in name.split())
    return proper and any(word not in ANNOUNCING and not common(word) for word in words)
