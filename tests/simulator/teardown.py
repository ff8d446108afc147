"""What must hold when a test ends, and what a test may say will not."""

from __future__ import annotations

import gc
import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.simulator.state.world import World
    from tests.simulator.wire.server import Server

WATCHED = ("discord", "asyncio", "aiohttp")  # aiohttp's are the simulator's own


class LogWatch(logging.Handler):
    """Keeps every log line, its traceback included, as a reader of the log would see it."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[tuple[logging.LogRecord, str]] = []
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record, self.format(record)))

    def errors(self) -> Iterator[str]:
        """Yield the errors that discord.py, asyncio or the server logged."""
        gc.collect()  # a task whose exception nobody fetched complains when it is collected
        for record, text in self.lines:
            if record.levelno >= logging.ERROR and record.name.split(".")[0] in WATCHED:
                yield f"error logged: {text}"

    def text(self) -> str:
        return "\n".join(text for _, text in self.lines)


class Expectations:
    """Findings that a test announced; an announced one that stays away is a finding too."""

    def __init__(self) -> None:
        self._patterns: list[str] = []

    def add(self, pattern: str) -> None:
        self._patterns.append(pattern)

    def unmet(self, findings: Iterable[str]) -> list[str]:
        """Return the findings nobody expected, and the expectations nothing met."""
        found = list(findings)
        surprises = [one for one in found if not any(re.search(pattern, one) for pattern in self._patterns)]
        absent = [pattern for pattern in self._patterns if not any(re.search(pattern, one) for one in found)]
        return surprises + [f"expected, but did not happen: {pattern}" for pattern in absent]


def findings(world: World, server: Server, log: str) -> Iterator[str]:
    """Yield what is wrong with what clients did, one sentence each."""
    for violation in server.rest.violations:
        yield f"violation: {violation}"
    for violation in server.gateway.violations:
        yield f"violation: {violation}"
    for interaction in world.interactions:
        if interaction.acknowledged is None:
            yield f"unanswered: interaction of type {interaction.kind}, {interaction.data}"
    for fault in server.faults.unspent():
        yield f"fault never struck: {fault.route}, {fault.left} more"
    yield from leaks(world, log)


def complaints(output: str) -> Iterator[str]:
    """Yield the lines of a process's output that report an error or show a traceback."""
    for line in output.splitlines():
        if re.search(r"\b(ERROR|CRITICAL)\b|^Traceback|was never (retrieved|awaited)|Unclosed ", line):
            yield f"error printed: {line}"


def leaks(world: World, log: str) -> Iterator[str]:
    """Yield where the log holds what must never be in it."""
    if world.token in log:
        yield "leak: the bot's token is in the log"
    for interaction in world.interactions:
        if interaction.token in log:
            yield f"leak: the token of an interaction of type {interaction.kind} is in the log"
