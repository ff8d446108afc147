"""`/help`: what can be done here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import AppCommandType, app_commands

from bot.cards import answer_card
from bot.cards.about import TRY, Offered, help_card, mention
from bot.commands.ask import put
from bot.commands.chosen import only
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from bot.cards import Card
    from bot.commands.host import Host
    from bot.interactions import Handler, Press, Responder
    from bot.languages import Language
    from bot.store import Store
    from retrieval import Library


MOST_EXAMPLES = 5


def help_command(
    library: Library, responder: Responder, host: Host, chance: Random
) -> app_commands.Command[Any, ..., None]:
    """Make the command."""

    @app_commands.command(name="help", description="See what Verbatim can do")
    @app_commands.describe(private="Show this to you alone (unless you say no)")
    async def show_help(
        interaction: discord.Interaction,
        private: bool = True,  # noqa: FBT001, FBT002 - a command's options are its parameters
    ) -> None:
        language = language_of(interaction.locale.value)
        await responder.respond(
            interaction,
            private=private,
            work=lambda: (library.examples(chance, MOST_EXAMPLES), _ids(host, interaction)),
            card=lambda found: _card(host, language, interaction, *found),
        )

    return show_help


def help_menu(library: Library, responder: Responder, store: Store) -> Mapping[str, Handler]:
    """Make the handler that asks one of the questions to try, for the one who chose it."""

    async def ask(press: Press) -> None:
        find = partial(put, library, store, only(press.values), None, None)
        await responder.show_privately(press.interaction, work=find, card=answer_card)

    return {TRY: ask}


def _ids(host: Host, interaction: discord.Interaction[Any]) -> Mapping[str, int]:
    """Return the ids of the commands by name, those of the server where this one is registered."""
    data: Mapping[str, Any] = interaction.data or {}
    registered_in = data.get("guild_id")
    return host.command_ids(int(registered_in) if registered_in else None)


def _card(
    host: Host,
    language: Language,
    interaction: discord.Interaction[Any],
    examples: Sequence[str],
    ids: Mapping[str, int],
) -> Card:
    """List the commands that this user may use, as they are called in their language, and questions to try."""
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
    return help_card(offered, menus, language, examples=examples)
