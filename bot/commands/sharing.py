"""“Show to all”: what one user sees alone becomes a message for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import SHARE
from bot.cards.reading import marked_as_shared, shared
from bot.interactions import Once, Reply
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.interactions import Handler, Press


def share_button() -> Mapping[str, Handler]:
    """Make the handler."""
    shown = Once()

    async def share(press: Press) -> None:
        reply, message = Reply.to(press.interaction), press.message
        await reply.defer_turn()
        if not shown.first(message.id):
            return
        try:
            await reply.add(shared(message))
        except Exception:
            shown.forget(message.id)
            raise
        await reply.turn(marked_as_shared(message, language_of(press.interaction.locale.value)))

    return {SHARE: share}
