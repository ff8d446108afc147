"""What a server keeps the bot from doing in a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from bot.languages import Language

_THREADS = frozenset(
    {discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread}
)


def may_not_write(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a channel's settings say that the bot, though it may look there, shall not write for all to see.

    Discord itself lets an answer through wherever a user may use commands; whoever took the permission away did not
    mean that. Where the bot may not even look, nobody has decided about its writing.
    """
    granted = interaction.app_permissions
    if interaction.guild_id is None or not interaction.is_guild_integration() or not granted.view_channel:
        return False
    in_thread = interaction.channel is not None and interaction.channel.type in _THREADS
    return not (granted.send_messages_in_threads if in_thread else granted.send_messages)


def hint(language: Language) -> str:
    """Say why an answer is private, and who can change that."""
    return language.say("refused.hidden", permission=language.say("refused.send"))
