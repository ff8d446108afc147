"""What a button or a menu names by a key → what the library holds of that name now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.cards.menus import key_of
from bot.interactions import GoneChoiceError, OutdatedPressError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval import Header, Library, Share, Transcript

T = TypeVar("T")


def share_by_key(library: Library, key: str) -> Share:
    """Return who a speaker is that is meant, and how much they say.

    Raises:
        GoneChoiceError: Nobody who speaks here is meant, any more.
    """
    return _found(share for share in library.shares() if key_of(share.speaker.name) == key)


def name_by_key(library: Library, key: str) -> str | None:
    """Return the name of the speaker who is meant; None for an empty key, which means everybody.

    Raises:
        GoneChoiceError: Nobody who speaks here is meant, any more.
    """
    return _found(speaker.name for speaker in library.speakers if key_of(speaker.name) == key) if key else None


def transcript_by_key(library: Library, key: str) -> Header | Transcript:
    """Return the transcript that is meant.

    Raises:
        GoneChoiceError: No transcript here is meant, any more.
    """
    return _found(header for header in library.headers if key_of(header.id) == key)


def only(parts: Sequence[str]) -> str:
    """Return the first part of a state, or what was chosen first.

    Raises:
        OutdatedPressError: There is none.
    """
    return _found(iter(parts))


def page_number(part: str) -> int:
    """Return the page that a button leads to.

    Raises:
        OutdatedPressError: It is no number.
    """
    try:
        return int(part)
    except ValueError as error:
        raise OutdatedPressError from error


def _found(candidates: Iterable[T]) -> T:
    for candidate in candidates:
        return candidate
    raise GoneChoiceError
