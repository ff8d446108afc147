"""Telling Discord which commands there are, only when that changed."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord import app_commands

    from bot.store import Store

# Seconds to wait before trying again; Discord's limit for commands is by the day, so more would not help.
PAUSES = (1.0, 3.0)

_log = logging.getLogger(__name__)


async def sync(
    tree: app_commands.CommandTree[Any],
    store: Store,
    *,
    guild: discord.abc.Snowflake | None = None,
    pauses: Sequence[float] = PAUSES,
) -> None:
    """Register the commands unless Discord has them already; a failure is logged, and the bot goes on.

    Args:
        tree: The commands.
        store: Remembers what Discord was last given.
        guild: The one server where they appear, at once; None for everywhere.
        pauses: Seconds to wait after each failure that may pass.
    """
    scope = scope_of(tree.client.application_id, guild.id if guild else None)
    digest = await _digest(tree, guild)
    if store.synced(scope) == digest:
        return
    if store.synced(scope) is None:
        _log.info("invite Verbatim to a server: %s", invite(tree.client.application_id))
    registered = await _register(tree, guild, pauses)
    if registered is not None:
        store.remember_command_ids(scope, {command.name: command.id for command in registered})
        store.remember_synced(scope, digest)
        _log.info("commands registered %s", f"on server {guild.id}" if guild else "everywhere")


def scope_of(application_id: int | None, guild_id: int | None) -> str:
    """Name where commands are registered: on one server, or everywhere."""
    return f"{application_id}:{guild_id or 'global'}"


def invite(application_id: int | None) -> str:
    """Make the link that brings the bot to a server: it needs no permission there."""
    return discord.utils.oauth_url(
        application_id or 0, permissions=discord.Permissions.none(), scopes=("bot", "applications.commands")
    )


async def _digest(tree: app_commands.CommandTree[Any], guild: discord.abc.Snowflake | None) -> str:
    """Condense the commands as Discord is given them, translations included."""
    commands = tree.get_commands(guild=guild)
    if tree.translator:
        payload = [await command.get_translated_payload(tree, tree.translator) for command in commands]
    else:
        payload = [command.to_dict(tree) for command in commands]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


async def _register(
    tree: app_commands.CommandTree[Any], guild: discord.abc.Snowflake | None, pauses: Sequence[float]
) -> list[app_commands.AppCommand] | None:
    """Hand the commands over, again after a failure that may pass; return them as registered, or None."""
    waits = iter(pauses)
    while True:
        try:
            return await tree.sync(guild=guild)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            pause = next(waits, None)
            if pause is None or not _may_pass(error):
                _log.warning("commands could not be registered (%s); those of before stay", _reason(error))
                return None
            await asyncio.sleep(pause)


def _may_pass(error: Exception) -> bool:
    """Tell a fault of the moment from one that trying again does not mend."""
    if isinstance(error, discord.DiscordException):
        return isinstance(error, discord.DiscordServerError)
    return True


def _reason(error: Exception) -> str:
    """Say in a line why Discord did not take the commands, and what to do where that is known."""
    if isinstance(error, discord.Forbidden):
        return "the bot is not on the server of DEV_GUILD_ID: invite it there first"
    return " ".join(str(error).split()) or type(error).__name__
