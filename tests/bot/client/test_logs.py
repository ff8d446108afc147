from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

from bot.client.logs import Discreet, brief_reconnects, set_up_logging

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "MTIz.abc.secret"  # noqa: S105 - made up


@pytest.fixture
def _as_before() -> Iterator[None]:
    """Leave logging as it was found."""
    loggers = [logging.getLogger(name) for name in (None, "discord", "discord.state", "discord.client")]
    kept = [(logger, logger.level, logger.handlers[:], logger.filters[:]) for logger in loggers]
    yield
    for logger, level, handlers, filters in kept:
        logger.setLevel(level)
        logger.handlers, logger.filters = handlers, filters


def record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("discord.client", logging.ERROR, __file__, 1, message, args, info)


def test_the_bots_token_is_hidden_in_messages() -> None:
    assert Discreet(TOKEN).format(record("token %s", TOKEN)).endswith("ERROR discord.client: token [hidden]")


def test_the_bots_token_is_hidden_in_tracebacks() -> None:
    assert TOKEN not in Discreet(TOKEN).format(record("failed", error=ValueError(f"Bot {TOKEN}")))


def test_the_tokens_of_interactions_are_hidden() -> None:
    line = Discreet(TOKEN).format(record("POST /webhooks/12/aW50ZXJhY3Rpb24.x-y_z/messages/@original"))

    assert line.endswith("POST /webhooks/12/[hidden]/messages/@original")


def test_a_lost_connection_is_one_warning_without_a_traceback() -> None:
    lost = record("Attempting a reconnect in %.2fs", 1.5, error=ConnectionResetError("by peer"))

    assert brief_reconnects(lost)
    assert (lost.levelname, lost.exc_info) == ("WARNING", None)
    assert lost.getMessage() == "the connection to Discord is lost (ConnectionResetError)"


def test_other_errors_of_discord_py_keep_their_traceback() -> None:
    other = record("Ignoring exception in %s", "on_ready", error=ValueError("x"))

    assert brief_reconnects(other)
    assert (other.levelname, other.exc_info is None) == ("ERROR", False)


@pytest.mark.usefixtures("_as_before")
@pytest.mark.parametrize(
    ("level", "ours", "discords"),
    [
        ("DEBUG", logging.DEBUG, logging.INFO),
        ("INFO", logging.INFO, logging.WARNING),
        ("ERROR", logging.ERROR, logging.ERROR),
    ],
)
def test_discord_py_never_logs_its_details(level: str, ours: int, discords: int) -> None:
    set_up_logging(level, TOKEN)

    assert logging.getLogger("bot").getEffectiveLevel() == ours
    assert logging.getLogger("discord.http").getEffectiveLevel() == discords


@pytest.mark.usefixtures("_as_before")
def test_lines_go_to_stderr_in_one_format(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", TOKEN)

    logging.getLogger("bot.client").info("hello")

    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"[0-9-]+ [0-9:,]+ INFO bot.client: hello\n", said.err)
