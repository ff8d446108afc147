"""“Show to all”: what one user sees alone becomes a message for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.cards.buttons import SHARE
from bot.cards.card import Picture
from bot.cards.reading import marked_as_shared, shared, words_of
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
        page = hash((message.id, words_of(message)))  # one that was turned to since may be shown as well
        await reply.defer_turn()
        if shown.first(page):
            try:
                await reply.add(shared(message, await _pictures(message)))
            except Exception:
                shown.forget(page)
                raise
        await reply.turn(marked_as_shared(message, language_of(press.interaction.locale.value)))

    return {SHARE: share}


async def _pictures(message: discord.Message) -> list[Picture]:
    """Fetch the pictures of a private message, which Discord does not keep for long; none where it gives them not."""
    try:
        return [
            Picture(name=one.filename, data=await one.read(), description=one.description or "")
            for one in message.attachments
        ]
    except (discord.DiscordException, aiohttp.ClientError, OSError):
        return []
