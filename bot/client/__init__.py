"""Verbatim on Discord: connecting, registering commands, and leaving in good order."""

from bot.client.connecting import StartError
from bot.client.running import run

__all__ = ["StartError", "run"]
