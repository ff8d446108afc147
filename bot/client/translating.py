"""Names and descriptions of commands in the languages that Verbatim speaks; Discord shows each user their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.languages import ENGLISH, language_of

if TYPE_CHECKING:
    import discord


class Translation(app_commands.Translator):
    """Looks up what the code has in English in the files of messages."""

    async def translate(
        self,
        string: app_commands.locale_str,  # noqa: ARG002 - messages are found by what they are for
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return a name or a description in another language; None leaves the English one."""
        language = language_of(locale.value)
        if language is ENGLISH:
            return None
        key = key_of(context)
        return None if key is None else language.say_or(key, "") or None


def key_of(context: app_commands.TranslationContextTypes) -> str | None:
    """Return the key of what is to be translated; None for what no file translates."""
    match context.location, context.data:
        case Location.command_name, app_commands.ContextMenu(name=name):
            return f"menus.{name}"
        case Location.command_name, app_commands.Command(name=name):
            return f"commands.{name}.name"
        case Location.command_description, app_commands.Command(name=name):
            return f"commands.{name}.description"
        case Location.parameter_name, app_commands.Parameter() as option:
            return f"options.{option.display_name}"
        case Location.parameter_description, app_commands.Parameter() as option:
            return f"commands.{option.command.name}.{option.display_name}"
        case _:
            return None
