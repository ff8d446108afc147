"""What to do next where there is nothing to show: no card is a dead end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.languages import Language


def hint_to_look(language: Language) -> str:
    """Name the commands that tell what is searched, and who speaks there."""
    return language.say(
        "hint.look", transcripts=_called("transcripts", language), speakers=_called("speakers", language)
    )


def hint_to_ask(language: Language) -> str:
    """Name the command that finds what was really said."""
    return language.say("hint.ask", ask=_called("ask", language))


def _called(command: str, language: Language) -> str:
    """Write a command as it is typed in a language."""
    return f"/{language.say_or(f'commands.{command}.name', command)}"
