"""One format for every line of the log, and no secret in any."""

from __future__ import annotations

import logging
import re

import discord

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# An interaction's token is part of the addresses that it is answered at.
_INTERACTION_TOKEN = re.compile(r"(/(?:interactions|webhooks)/\d+/)[\w.~-]+")
_HIDDEN = "[hidden]"


class Discreet(logging.Formatter):
    """Formats a record with its traceback, then hides the tokens."""

    def __init__(self, token: str) -> None:
        """Hide a bot's token wherever it appears."""
        super().__init__(_FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Write a record out."""
        return _INTERACTION_TOKEN.sub(rf"\1{_HIDDEN}", super().format(record).replace(self._token, _HIDDEN))


def brief_reconnects(record: logging.LogRecord) -> bool:
    """Make a lost connection, which discord.py mends by itself, one warning without a traceback."""
    if record.msg == "Attempting a reconnect in %.2fs" and record.exc_info:
        reason = record.exc_info[0].__name__ if record.exc_info[0] else "unknown"
        record.msg, record.args = "the connection to Discord is lost (%s)", (reason,)
        record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
    return logging.getLogger(record.name).isEnabledFor(record.levelno)


def set_up_logging(level: str, token: str) -> None:
    """Log to stderr; discord.py stays quiet, because its own details hold tokens and what users typed.

    Args:
        level: The least severe level of our own lines.
        token: The bot's token, never to be logged.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    quiet = max(logging.WARNING, logging.getLevelNamesMapping()[level])
    logging.getLogger("discord").setLevel(logging.INFO if level == "DEBUG" else quiet)
    logging.getLogger("discord.client").addFilter(brief_reconnects)
    # Two things that are as we want them: no guilds intent, and no libraries for voice.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
