"""“Context” and “Whole exchange”: what was said around a quote, for the one who wants to read it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards.quoting import CONTEXT, EXCHANGE
from bot.cards.surroundings import View, surroundings_card
from bot.interactions import OutdatedPressError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.interactions import Handler, Press, Responder
    from retrieval import Library


def surroundings_buttons(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handlers."""

    async def read(press: Press, *, action: str) -> None:
        quote_id, state = _read(press)
        find = partial(library.quote, quote_id)
        show = partial(surroundings_card, action=action, state=state)
        if state:
            await responder.turn(press.interaction, asker=press.asker, work=find, card=show)
        else:
            await responder.show_privately(press.interaction, work=find, card=show)

    return {action: partial(read, action=action) for action in (CONTEXT, EXCHANGE)}


def _read(press: Press) -> tuple[str, str]:
    """Read which quote a button belongs to, and where to read from: empty for the quote itself.

    Raises:
        OutdatedPressError: It was made by another version.
    """
    try:
        _, quote_id, state = press.state
        View.read(state)
    except ValueError as error:
        raise OutdatedPressError from error
    return quote_id, state
