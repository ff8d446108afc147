"""Verbatim on Discord: connecting, registering commands, and leaving in good order."""

from bot.client.running import StartError, run

__all__ = ["StartError", "run"]
