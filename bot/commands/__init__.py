"""The commands and buttons: each takes typed input, has the library find something, and shows the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.commands.ask import ask_command
from bot.commands.quote import quote_command
from bot.commands.sharing import share_button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import app_commands

    from bot.interactions import Handler, Responder
    from bot.store import Store
    from retrieval import Library

__all__ = ["every_button", "every_command"]


def every_command(
    library: Library, responder: Responder
) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
    """Make all commands."""
    return [ask_command(library, responder), quote_command(library, responder)]


def every_button(library: Library, responder: Responder, store: Store) -> Mapping[str, Handler]:
    """Make the handlers of all buttons, menus and forms, each under the name that its custom_id begins with."""
    return {**share_button()}
