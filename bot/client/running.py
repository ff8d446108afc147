"""From start to stop: a client that is watched over while it is connected, and leaves within seconds when told to."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from bot.client.app import Verbatim
from bot.client.connecting import FAULTY_CONFIGURATION, StartError, serve
from bot.client.logs import set_up_logging
from bot.client.monitoring import condition, monitored
from bot.client.watching import watch
from bot.interactions import Pace, Responder
from bot.store import Store, StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.config import Config
    from bot.health import Condition
    from retrieval import Library

MISSING = "DISCORD_TOKEN is not set: put the bot's token there, or start the terminal instead"

# Seconds after which a thread that computes has to let another go on; Python has 0.005.
SWITCHING = 0.0005


def run(config: Config, library: Library) -> None:
    """Answer on Discord until SIGTERM or SIGINT, then close the library.

    Raises:
        StartError: The bot could not start, or Discord ended the connection for good.
    """
    if not config.token:
        raise StartError(MISSING, FAULTY_CONFIGURATION)
    set_up_logging(config.log_level, config.token)
    put_replies_first()
    try:
        with Store.open(config.data_dir) as store, contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_until_signal(lambda: _client(config, library, store), config, library))
    except StoreError as error:
        raise StartError(str(error), FAULTY_CONFIGURATION) from error


def put_replies_first() -> None:
    """Let replies interrupt questions soon, and spare the collector all that lasts as long as the process.

    A reply takes some twenty steps of the event loop, and each may wait for a thread that is busy with a question.
    """
    sys.setswitchinterval(SWITCHING)
    gc.collect()
    gc.freeze()


def _client(config: Config, library: Library, store: Store) -> Verbatim:
    """Make a client as the operator wants it."""
    pace, responder = Pace(config.requests_per_minute), Responder(processes=config.answering_processes)
    return Verbatim(library, store, dev_guild_id=config.dev_guild_id, responder=responder, pace=pace)


async def _until_signal(make_client: Callable[[], Verbatim], config: Config, library: Library) -> None:
    """Serve until SIGTERM or SIGINT; meanwhile watch the transcripts, and tell whoever asks how we are.

    Raises:
        StartError: Discord refuses us, could not be reached, or the port for health is taken.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C cancels the main task instead
            loop.add_signal_handler(number, stop.set)
    newest: list[Verbatim] = []

    def made() -> Verbatim:
        newest[:] = [make_client()]
        return newest[0]

    async with _answering_for(config.health_port, lambda: condition(newest[0] if newest else None, library)):
        watcher = asyncio.create_task(watch(library, config.refresh_seconds))
        try:
            await serve(made, config.token or "", stop)
        finally:
            watcher.cancel()
            library.close()  # a refresh that is under way is given up: the event loop would not end before it


@contextlib.asynccontextmanager
async def _answering_for(port: int | None, look: Callable[[], Condition]) -> AsyncIterator[None]:
    """Tell on a port how we are.

    Raises:
        StartError: The port cannot be used.
    """
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(monitored(port, look))
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else error
            msg = f"HEALTH_PORT {port} cannot be used ({reason}): choose another, or leave it empty"
            raise StartError(msg, FAULTY_CONFIGURATION) from error
        yield
