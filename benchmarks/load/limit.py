"""The rate at which users begin to wait: ever faster runs, then halving the interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from benchmarks.load.figures import Run

LONGEST_WAIT = 1.0
"""Seconds: nobody but one in a hundred may wait longer for the first response."""
FASTER = 1.6
HALVINGS = 3
_FASTEST = 5000.0


async def highest_rate(
    run_at: Callable[[float, float], Awaitable[Run]], known: Run, seconds: float
) -> tuple[float, list[Run]]:
    """Return the highest rate at which nobody has to wait, and the runs that found it.

    Args:
        run_at: Has users come at a rate, for so many seconds.
        known: A run that was done already.
        seconds: How long each run is to be.
    """
    tried = [known]
    while _nobody_waits(tried[-1]) and tried[-1].rate < _FASTEST:
        tried.append(await run_at(tried[-1].rate * FASTER, seconds))
    for _ in range(HALVINGS):
        low, high = _interval(tried)
        if low == high:
            break
        tried.append(await run_at((low + high) / 2, seconds))
    return _interval(tried)[0], tried[1:]


def _nobody_waits(run: Run) -> bool:
    return run.p99 <= LONGEST_WAIT


def _interval(tried: Sequence[Run]) -> tuple[float, float]:
    """Return the highest rate without waiting, and the lowest with; twice the highest where nobody ever waited."""
    low = max((run.rate for run in tried if _nobody_waits(run)), default=0.0)
    return low, min((run.rate for run in tried if not _nobody_waits(run)), default=low)
