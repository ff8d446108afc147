"""What a server keeps the bot from doing in a channel."""

from __future__ import annotations

from typing import Any

import discord

from bot.languages import language_of

_THREADS = frozenset(
    {discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread}
)


def may_not_write(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a channel's settings say that the bot, though it may look there, shall not write for all to see.

    Discord itself lets an answer through wherever a user may use commands; whoever took the permission away did not
    mean that. Where the bot may not even look, nobody has decided about its writing.
    """
    granted = interaction.app_permissions
    if not _is_decided(interaction):
        return False
    return not (granted.send_messages_in_threads if _in_thread(interaction) else granted.send_messages)


def may_attach(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether the bot may send pictures in a channel, or nobody has decided about it."""
    return interaction.app_permissions.attach_files or not _is_decided(interaction)


def hint(interaction: discord.Interaction[Any]) -> str:
    """Say why an answer is private, and which permission a moderator can give."""
    language = language_of(interaction.locale.value)
    if may_attach(interaction) or may_not_write(interaction):
        lacking = "permission.send_in_threads" if _in_thread(interaction) else "permission.send"
    else:
        lacking = "permission.attach"
    return language.say("refused.hidden", permission=language.say(lacking))


def _is_decided(interaction: discord.Interaction[Any]) -> bool:
    by_server = interaction.guild_id is not None and interaction.is_guild_integration()
    return by_server and interaction.app_permissions.view_channel


def _in_thread(interaction: discord.Interaction[Any]) -> bool:
    return interaction.channel is not None and interaction.channel.type in _THREADS
