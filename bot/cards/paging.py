"""Long lists, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.cards.buttons import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import ui

    from bot.cards.audience import Audience
    from bot.languages import Language

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        shown: What stands on it.
        number: Which one it is, counted from zero.
        pages: How many there are; at least one.
        total: How long the whole list is.
    """

    shown: Sequence[T]
    number: int
    pages: int
    total: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """Take a page out of a list; one beyond the last is the last, for the list may have become shorter."""
    pages = pages_of(len(items), size)
    number = min(max(number, 0), pages - 1)
    return Page(shown=items[number * size : (number + 1) * size], number=number, pages=pages, total=len(items))


def pages_of(total: int, size: int) -> int:
    """Count the pages of a list; an empty one has one, which is empty."""
    return max(1, -(-total // size))


def turning(action: str, *state: str, page: int, pages: int, audience: Audience) -> list[ui.Button[Any]]:
    """Make the buttons to the pages before and after; none for a single page.

    Args:
        action: The name of the handler, which is given the audience's key, the page's number, and the state.
        state: What else the handler needs to know; the last part may be any text.
        page: The page that is shown, counted from zero.
        pages: How many there are.
        audience: Who may turn the pages.
    """
    if pages == 1:
        return []
    say = audience.language.say
    ways = ((page - 1, say("button.previous"), page == 0), (page + 1, say("button.next"), page == pages - 1))
    return [
        button(action, audience.key, number, *state, label=label, disabled=nowhere) for number, label, nowhere in ways
    ]


def page_line(count: str, order: str, page: Page[T], language: Language) -> str:
    """Say how much there is, in which order where that is more than one, and which page this is where there are more.

    Args:
        count: How much there is, in words.
        order: What comes first, likewise.
        page: The page that is shown.
        language: Of the line.
    """
    facts = [count]
    if page.total > 1:
        facts.append(order)
    if page.pages > 1:
        facts.append(language.say("list.page", page=page.number + 1, pages=page.pages))
    return " · ".join(facts)
