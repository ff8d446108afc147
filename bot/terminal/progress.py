"""A progress bar on a terminal, for reading that takes long enough to make one wonder."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot import wording
from bot.terminal.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from rich.progress import Progress

_PATIENCE = 0.5  # seconds without a bar
_LONGEST_NAME = 40  # characters of the name of a file


@contextmanager
def reading(
    stream: TextIO, *, colour: bool = True, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, int, str], None]]:
    """Lend a function that takes word of every file: how many are done, of how many, and its name.

    A bar appears once that has taken a while, on a terminal only, and is gone when the context ends.
    """
    started = clock()
    bars: list[Progress] = []

    def report(done: int, total: int, name: str) -> None:
        if not bars and stream.isatty() and clock() - started > _PATIENCE:
            bars.append(_started(stream, colour=colour))
        for bar in bars:
            shown = wording.shortened(one_line(name), _LONGEST_NAME)
            bar.update(bar.task_ids[0], completed=done, total=total, file=shown)

    try:
        yield report
    finally:
        for bar in bars:
            bar.stop()


def _started(stream: TextIO, *, colour: bool) -> Progress:
    """Put a bar on a terminal."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn  # noqa: PLC0415 - most starts need no bar

    from bot.terminal.screen import console_for  # noqa: PLC0415 - likewise

    bar = Progress(
        SpinnerColumn("line"),  # it turns while the index is joined and written, which no number tells
        TextColumn("Reading transcripts"),
        BarColumn(),
        TextColumn("{task.completed} of {task.total}  {task.fields[file]}", markup=False),
        console=console_for(stream, colour=colour),
        transient=True,
    )
    bar.add_task("", file="")
    bar.start()
    return bar
