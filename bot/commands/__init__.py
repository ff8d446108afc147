"""The commands and buttons: each takes typed input, has the library find something, and shows the result."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING, Any

from bot.commands.about import about_command
from bot.commands.admin import reload_command, status_command
from bot.commands.answering import answer_buttons
from bot.commands.ask import ask_command, ask_menu
from bot.commands.chance import random_buttons, random_command
from bot.commands.cite import cite_command
from bot.commands.feedback import feedback_buttons
from bot.commands.help import help_command, help_menu
from bot.commands.picturing import picture_button
from bot.commands.quote import check_menu, quote_buttons, quote_command
from bot.commands.reading_on import surroundings_buttons
from bot.commands.sharing import share_button
from bot.commands.speakers import speakers_buttons, speakers_command
from bot.commands.timeline import timeline_buttons, timeline_command
from bot.commands.transcripts import transcripts_buttons, transcripts_command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import app_commands

    from bot.commands.host import Host
    from bot.interactions import Handler, Responder
    from bot.store import Store
    from retrieval import Library

__all__ = ["every_button", "every_command"]

_CHANCE = SystemRandom()


def every_command(
    library: Library, responder: Responder, store: Store, host: Host
) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
    """Make all commands, and all entries of menus."""
    return [
        ask_command(library, responder, store),
        quote_command(library, responder),
        cite_command(library, responder),
        timeline_command(library, responder),
        transcripts_command(library, responder),
        speakers_command(library, responder),
        random_command(library, responder, _CHANCE),
        help_command(library, responder, host, _CHANCE),
        about_command(library, responder),
        reload_command(library, responder, host),
        status_command(library, responder, host),
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
        **timeline_buttons(library, responder),
        **transcripts_buttons(library, responder, store),
        **speakers_buttons(library, responder, store, _CHANCE),
        **random_buttons(library, responder, _CHANCE),
        **help_menu(library, responder, store),
    }
