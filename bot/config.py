"""Configuration from environment variables: one line per fault, and the token never printed."""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEFAULT_TRANSCRIPTS = Path("seeds")
DEFAULT_DATA_DIR = Path("data")
DEFAULT_REFRESH_SECONDS = 60
DEFAULT_REQUESTS_PER_MINUTE = 120
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

# <application id in base64url>.<time>.<signature>: https://docs.discord.com/developers/reference#authentication
_TOKEN = re.compile(r"([\w-]{8,})\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,20}")
_LARGEST_SNOWFLAKE = 2**64 - 1
_DAY = 24 * 60 * 60
_LARGEST_PORT = 2**16 - 1


class ConfigError(Exception):
    """Variables that cannot be used as they are set.

    Attributes:
        faults: One line for each: what was expected and what to do.
    """

    def __init__(self, *faults: str) -> None:
        """Keep the lines apart, and join them for people."""
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """What the operator decided.

    Attributes:
        token: The bot's token, or None when Discord is not wanted.
        dev_guild_id: The server where commands appear at once, or None for all servers.
        transcripts: Folders of transcripts, in order.
        data_dir: Where the bot keeps what it has to remember.
        log_level: The least severe level that is logged.
        refresh_seconds: How often the running bot looks for changed transcripts; 0 for never.
        requests_per_minute: How often each user on Discord may ask; 0 for any number.
        answering_processes: How many processes answer questions from Discord beside the bot's own; 0 for none.
        health_port: Where the running bot tells over HTTP how it is, or None for nowhere.
    """

    token: str | None = field(default=None, repr=False)
    dev_guild_id: int | None = None
    transcripts: tuple[Path, ...] = (DEFAULT_TRANSCRIPTS,)
    data_dir: Path = DEFAULT_DATA_DIR
    log_level: str = "INFO"
    refresh_seconds: int = DEFAULT_REFRESH_SECONDS
    requests_per_minute: int = DEFAULT_REQUESTS_PER_MINUTE
    answering_processes: int = 0
    health_port: int | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str], *, seeds: Path = DEFAULT_TRANSCRIPTS, processes: int = 0) -> Config:
        """Read the variables that are set; an empty one counts as unset.

        Args:
            env: Names and values.
            seeds: The folder of transcripts when `TRANSCRIPTS` is not set.
            processes: How many are to answer when `ANSWERING_PROCESSES` is not set.

        Raises:
            ConfigError: A variable cannot be used; every fault is named, not only the first.
        """
        given = {name: value.strip() for name, value in env.items() if value.strip()}
        faults = [rule.fault for rule in _RULES if rule.name in given and not rule.fits(given[rule.name])]
        if faults:
            raise ConfigError(*faults)
        return cls(
            token=given.get("DISCORD_TOKEN"),
            dev_guild_id=int(given["DEV_GUILD_ID"]) if "DEV_GUILD_ID" in given else None,
            transcripts=_folders(given.get("TRANSCRIPTS", "")) or (seeds,),
            data_dir=Path(given.get("DATA_DIR", DEFAULT_DATA_DIR)),
            log_level=given.get("LOG_LEVEL", "INFO").upper(),
            refresh_seconds=int(given.get("REFRESH_SECONDS", DEFAULT_REFRESH_SECONDS)),
            requests_per_minute=int(given.get("REQUESTS_PER_MINUTE", DEFAULT_REQUESTS_PER_MINUTE)),
            answering_processes=int(given.get("ANSWERING_PROCESSES", processes)),
            health_port=int(given["HEALTH_PORT"]) if "HEALTH_PORT" in given else None,
        )


def token_fault(token: str) -> str | None:
    """Say what is wrong with the form of a token, without ever showing it; None when nothing is."""
    if token.lower().startswith("bot "):
        return "DISCORD_TOKEN starts with “Bot ”: leave that word out"
    shape = _TOKEN.fullmatch(token)
    if shape and _decodes_to_digits(shape[1]):
        return None
    return (
        "DISCORD_TOKEN does not look like a bot's token (three parts joined by dots): "
        "copy it from discord.com/developers/applications → your application → Bot → Reset Token"
    )


def _decodes_to_digits(part: str) -> bool:
    """Tell whether base64url text stands for an application id."""
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).isdigit()
    except binascii.Error:
        return False


def _is_snowflake(value: str) -> bool:
    """Tell whether text is an id as Discord makes them."""
    return bool(_DIGITS.fullmatch(value)) and 0 < int(value) <= _LARGEST_SNOWFLAKE


def _is_seconds(value: str) -> bool:
    """Tell whether text is a whole number of seconds, a day at most."""
    return bool(re.fullmatch(r"[0-9]{1,5}", value)) and int(value) <= _DAY


def _is_number_of_requests(value: str) -> bool:
    """Tell whether text is a whole number that is not absurd."""
    return bool(re.fullmatch(r"[0-9]{1,5}", value))


def _is_number_of_processes(value: str) -> bool:
    """Tell whether text is a whole number that a machine can bear."""
    return bool(re.fullmatch(r"[0-9]{1,2}", value))


def _is_port(value: str) -> bool:
    """Tell whether text is the number of a port."""
    return bool(re.fullmatch(r"[0-9]{1,5}", value)) and 0 < int(value) <= _LARGEST_PORT


def _is_level(value: str) -> bool:
    """Tell whether text names a log level, in capitals or not."""
    return value.upper() in LOG_LEVELS


def _folders(value: str) -> tuple[Path, ...]:
    """Split a list of folders as the platform joins them."""
    return tuple(Path(part.strip()) for part in value.split(os.pathsep) if part.strip())


class _Rule(NamedTuple):
    """What a variable's value has to be, and the line that says so."""

    name: str
    fits: Callable[[str], object]
    fault: str


# A fault never repeats the value: somebody may have pasted the token there.
_RULES = (
    _Rule(
        name="DEV_GUILD_ID",
        fits=_is_snowflake,
        fault="DEV_GUILD_ID is not the id of a server, which is a whole number: "
        "right-click the server in Discord → Copy Server ID (with Developer Mode on), or leave it empty",
    ),
    _Rule(
        name="TRANSCRIPTS",
        fits=_folders,
        fault=f"TRANSCRIPTS names no folder: give one or more, joined by “{os.pathsep}”, or leave it empty",
    ),
    _Rule(
        name="REFRESH_SECONDS",
        fits=_is_seconds,
        fault=f"REFRESH_SECONDS is not a whole number of seconds from 0 (never) to {_DAY}: change it or leave it empty",
    ),
    _Rule(
        name="REQUESTS_PER_MINUTE",
        fits=_is_number_of_requests,
        fault="REQUESTS_PER_MINUTE is not a whole number from 0 (no limit) to 99999: change it or leave it empty",
    ),
    _Rule(
        name="ANSWERING_PROCESSES",
        fits=_is_number_of_processes,
        fault="ANSWERING_PROCESSES is not a whole number from 0 (none) to 99: change it or leave it empty",
    ),
    _Rule(
        name="HEALTH_PORT",
        fits=_is_port,
        fault=f"HEALTH_PORT is not the number of a port, 1 to {_LARGEST_PORT}: change it or leave it empty",
    ),
    _Rule(
        name="LOG_LEVEL",
        fits=_is_level,
        fault=f"LOG_LEVEL is no level of logging: set it to one of {', '.join(LOG_LEVELS)}",
    ),
)
