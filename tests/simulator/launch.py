"""Start the bot as `python -m bot` does, with discord.py pointed at the simulator.

    python -m tests.simulator.launch API_URL GATEWAY_URL ARGUMENTS OF THE BOT

No pause in discord.py is shortened, and nothing in the bot is changed, but for this: where IMPATIENT is set, it tries
again at once to reach Discord. zstandard is hidden: the bot does not depend on it, so that its users' connections are
compressed with zlib.
"""

from __future__ import annotations

import os
import runpy
import sys
from functools import partial


def main() -> None:
    _, api_url, gateway_url, *arguments = sys.argv
    sys.modules["zstandard"] = None  # type: ignore[assignment] # the import system's way to say: not installed
    _attach(api_url, gateway_url)
    if "IMPATIENT" in os.environ:
        _hurry()
    sys.argv = ["bot", *arguments]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


def _attach(api_url: str, gateway_url: str) -> None:
    import discord  # noqa: PLC0415 - after zstandard was hidden
    import yarl  # noqa: PLC0415 - it comes with discord.py

    discord.http.Route.BASE = api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


def _hurry() -> None:
    from bot.client import connecting, running  # noqa: PLC0415 - after zstandard was hidden

    hurried = partial(connecting.serve, pauses=(0.0,) * len(connecting.PAUSES))
    running.serve = hurried  # type: ignore[attr-defined] # where the bot looks for it


if __name__ == "__main__":
    main()
