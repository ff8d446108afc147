"""The slash commands: each takes typed input, has the library find something, and shows the result."""

from bot.commands.ask import ask_command
from bot.commands.quote import quote_command

__all__ = ["ask_command", "quote_command"]
