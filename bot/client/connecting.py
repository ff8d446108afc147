"""Connecting to Discord with patience, staying connected, and telling a refusal from what may pass."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, cast

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.client.app import Verbatim

FAULTY_CONFIGURATION = 2
UNREACHABLE = 1

REFUSED = (
    "Discord refuses the token: copy a new one into DISCORD_TOKEN from discord.com/developers/applications "
    "→ your application → Bot → Reset Token"
)
REFUSED_INTENTS = "Discord refuses the intents that Verbatim asks for, though it needs none: update Verbatim"

# Seconds to wait after each failed attempt to connect for the first time; later on, discord.py sees to it.
PAUSES = (1.0, 2.0, 4.0)
_LOGIN_SECONDS = 60.0
# Drained in three seconds at most; a process has to be gone five seconds after SIGTERM.
_CLOSE_SECONDS = 4.0
_AUTHENTICATION_FAILED = 4004  # gateway close code

_NO_GREETING = "the gateway hangs up"

_log = logging.getLogger(__name__)


class StartError(Exception):
    """The bot cannot start or go on; its text is one line that says what to do.

    Attributes:
        exit_code: What the process should end with.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        """Keep the line and the exit code."""
        super().__init__(message)
        self.exit_code = exit_code


class UnreachableError(Exception):
    """Discord could not be reached, which may pass."""


async def serve(
    make_client: Callable[[], Verbatim], token: str, stop: asyncio.Event, *, pauses: Sequence[float] = PAUSES
) -> None:
    """Connect, again and again at first, and stay until told to stop.

    Args:
        make_client: Makes a client, for discord.py's cannot be used again once it failed to connect.
        token: The bot's token.
        stop: Set when it is time to leave.
        pauses: Seconds to wait after each failed attempt but the last.

    Raises:
        StartError: Discord refuses us, or could not be reached.
    """
    for pause in (*pauses, None):
        try:
            await _stay(make_client(), token, stop)
        except UnreachableError as error:
            if pause is None:
                msg = f"Discord cannot be reached ({error}): check the network, then start Verbatim again"
                raise StartError(msg, UNREACHABLE) from error
            _log.debug("Discord cannot be reached (%s); trying again in %g s", error, pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
        else:
            return
        if stop.is_set():
            return


async def _stay(client: Verbatim, token: str, stop: asyncio.Event) -> None:
    """Keep a client connected until it ends by itself or is told to stop, then close it.

    Raises:
        StartError: Discord refuses us.
        UnreachableError: The first connection failed.
    """
    connected = asyncio.create_task(_connect(client, token))
    told = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({connected, told}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        told.cancel()
        await _close(client)
        connected.cancel()
        await asyncio.wait({connected})
    fault = None if connected.cancelled() else connected.exception()
    if fault and not stop.is_set():
        raise fault


async def _close(client: Verbatim) -> None:
    """Close a client, and do not wait long for Discord to agree."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(client.close(), _CLOSE_SECONDS)
    await client.http.close()


async def _connect(client: Verbatim, token: str) -> None:
    """Log in, connect, and stay until the client is closed.

    Raises:
        StartError: Discord refuses us for good.
        UnreachableError: The first connection failed.
    """
    if not (token.isascii() and token.isprintable()):
        raise StartError(REFUSED, FAULTY_CONFIGURATION)  # no header can hold it
    try:
        async with asyncio.timeout(_LOGIN_SECONDS):
            await client.login(token)
        await client.connect(reconnect=cast("bool", _OnceConnected(client)))
    except discord.PrivilegedIntentsRequired as error:
        raise StartError(REFUSED_INTENTS, FAULTY_CONFIGURATION) from error
    except discord.ConnectionClosed as error:
        raise _closed_for_good(error.code) from error
    except discord.LoginFailure as error:
        raise StartError(REFUSED, FAULTY_CONFIGURATION) from error
    except discord.HTTPException as error:
        raise _refused(error) from error
    except (discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        raise UnreachableError(_in_a_line(error)) from error
    except AttributeError as error:
        if client.ws is not None:
            raise
        raise UnreachableError(_NO_GREETING) from error
    if client.ws is None:
        raise UnreachableError(_NO_GREETING)


class _OnceConnected:
    """True once a client has had a connection that discord.py can take up again.

    Before that it would ask for the state of a socket that never was, and crash: its issue 10520.
    """

    def __init__(self, client: discord.Client) -> None:
        """Watch a client."""
        self._client = client

    def __bool__(self) -> bool:
        """Look again each time: discord.py asks when a connection is lost."""
        return self._client.ws is not None


def _closed_for_good(code: int) -> StartError:
    """Explain a close code after which connecting again is of no use."""
    if code == _AUTHENTICATION_FAILED:
        return StartError(REFUSED, FAULTY_CONFIGURATION)
    return StartError(f"Discord ended the connection for good (code {code}): update Verbatim", FAULTY_CONFIGURATION)


def _refused(error: discord.HTTPException) -> StartError | UnreachableError:
    """Tell a refusal from a fault that may pass."""
    if isinstance(error, discord.DiscordServerError):
        return UnreachableError(_in_a_line(error))
    if error.status == 401:  # noqa: PLR2004 - HTTP's own number
        return StartError(REFUSED, FAULTY_CONFIGURATION)
    return StartError(f"Discord refuses to log us in ({_in_a_line(error)}): try again later", UNREACHABLE)


def _in_a_line(error: BaseException) -> str:
    """Put a fault of the network in a few words."""
    return " ".join(str(error).split()) or type(error).__name__
