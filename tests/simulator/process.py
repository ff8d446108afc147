"""The bot as a process of its own, started as `python -m bot` starts."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.simulator.changes import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.simulator.changes import Changes

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")  # nothing else of our environment reaches the bot


class BotProcess:
    """A running bot, what it has said, and how it ended."""

    def __init__(self, process: asyncio.subprocess.Process, changes: Changes) -> None:
        self._process = process
        self._changes = changes
        self._raw = b""
        self._was_awaited = False
        self._end = asyncio.create_task(self._follow())

    @classmethod
    async def start(
        cls,
        urls: Sequence[str],
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        directory: Path,
        changes: Changes,
    ) -> BotProcess:
        """Start the bot with this environment and no other, in this directory."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.simulator.launch",
            *urls,
            *arguments,
            cwd=directory,
            env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        return cls(process, changes)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self) -> str:
        """What it has written so far, to standard output and standard error."""
        return self._raw.decode(errors="replace")

    @property
    def died(self) -> int | None:
        """The exit code of a process that ended without anybody waiting for it."""
        return self._end.result() if self._end.done() and not self._was_awaited else None

    def terminate(self) -> None:
        """Send SIGTERM, as service managers do."""
        self._process.send_signal(signal.SIGTERM)

    def interrupt(self) -> None:
        """Send SIGINT, as Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)

    async def kill(self) -> None:
        """End it without giving it a chance."""
        if self._process.returncode is None:
            self._process.kill()
        await self.ended()

    async def ended(self, *, within: float = PATIENCE) -> int:
        """Wait for the end and return the exit code.

        Raises:
            TimeoutError: It goes on.
        """
        self._was_awaited = True
        return await asyncio.wait_for(asyncio.shield(self._end), within)

    async def until_says(self, pattern: str, *, within: float = PATIENCE) -> None:
        """Wait until the output matches.

        Raises:
            AssertionError: It never does.
        """
        with contextlib.suppress(TimeoutError):
            await self._changes.until(lambda: self._says(pattern) or self._end.done(), within=within)
        assert self._says(pattern), f"the bot never said “{pattern}”; it said:\n{self.output}"

    def _says(self, pattern: str) -> bool:
        return re.search(pattern, self.output) is not None

    async def _follow(self) -> int:
        """Collect what it writes until it ends."""
        assert self._process.stdout is not None
        while chunk := await self._process.stdout.read(65_536):
            self._raw += chunk
            self._changes.tell()
        code = await self._process.wait()
        asyncio.get_running_loop().call_soon(self._changes.tell)  # once this task counts as done
        return code
