"""`/help`: what can be done here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import AppCommandType, app_commands

from bot.cards.about import Offered, help_card, mention
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards import Card
    from bot.commands.host import Host
    from bot.interactions import Responder
    from bot.languages import Language


def help_command(responder: Responder, host: Host) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(name="help", description="See what Verbatim can do")
    @app_commands.describe(private="Show this to you alone (unless you say no)")
    async def show_help(
        interaction: discord.Interaction,
        private: bool = True,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        language = language_of(interaction.locale.value)
        card = _card(host, language, interaction)
        await responder.respond(interaction, private=private, work=lambda: card, card=lambda made: made)

    return show_help


def _card(host: Host, language: Language, interaction: discord.Interaction[Any]) -> Card:
    """List the commands that this user may use, as they are called in their language."""
    data: Mapping[str, Any] = interaction.data or {}
    registered_in = data.get("guild_id")
    ids = host.command_ids(int(registered_in) if registered_in else None)
    running = host.is_run_by(interaction.user.id)
    offered = [
        Offered(
            name=language.say_or(f"commands.{command.name}.name", command.name),
            description=language.say_or(f"commands.{command.name}.description", command.description),
            mention=mention(ids, command.name),
        )
        for command in host.commands.get_commands(type=AppCommandType.chat_input)
        if isinstance(command, app_commands.Command) and (running or not command.extras.get("for_owner"))
    ]
    menus = [
        language.say_or(f"menus.{menu.name}", menu.name)
        for menu in host.commands.get_commands(type=AppCommandType.message)
    ]
    return help_card(offered, menus, language)
