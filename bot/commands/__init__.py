"""The commands and buttons: each takes typed input, has the library find something, and shows the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.commands.answering import answer_buttons
from bot.commands.ask import ask_command, ask_menu
from bot.commands.cite import cite_command
from bot.commands.feedback import feedback_buttons
from bot.commands.picturing import picture_button
from bot.commands.quote import check_menu, quote_buttons, quote_command
from bot.commands.reading_on import surroundings_buttons
from bot.commands.sharing import share_button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import app_commands

    from bot.interactions import Handler, Responder
    from bot.store import Store
    from retrieval import Library

__all__ = ["every_button", "every_command"]


def every_command(
    library: Library, responder: Responder, store: Store
) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
    """Make all commands, and all entries of menus."""
    return [
        ask_command(library, responder, store),
        quote_command(library, responder),
        cite_command(library, responder),
        ask_menu(library, responder, store),
        check_menu(library, responder),
    ]


def every_button(library: Library, responder: Responder, store: Store) -> Mapping[str, Handler]:
    """Make the handlers of all buttons, menus and forms, each under the name that its custom_id begins with."""
    return {
        **answer_buttons(library, responder),
        **quote_buttons(library, responder),
        **surroundings_buttons(library, responder),
        **feedback_buttons(responder, store),
        **picture_button(library, responder),
        **share_button(),
    }
