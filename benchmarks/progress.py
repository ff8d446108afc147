"""A bar for what takes minutes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    Tick: TypeAlias = Callable[[str], None]


@contextmanager
def ticking(steps: int, stream: TextIO) -> Iterator[Tick]:
    """Lend a function to call after every step with what is being done.

    The bar shows on a terminal only, and is gone when the context ends.
    """
    bar = Progress(
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(file=stream),
        disable=not stream.isatty(),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=steps)
        yield lambda doing: bar.update(task, advance=1, description=doing, refresh=True)
