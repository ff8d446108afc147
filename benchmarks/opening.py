"""What a process of its own measures while it opens a library: `python -m benchmarks.opening CACHE COPY|- FOLDER…`.

A new process is what a user starts: nothing is in memory yet, and its peak of memory is nobody else's.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from retrieval import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Returned = TypeVar("Returned")
STATUS = Path("/proc/self/status")
NO_COPY = "-"
CHANGE = "\n\nOne more word.\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """What something took: seconds of processor time and on the clock, and the most memory so far, in bytes."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What opening a library took, what it holds, and what a refresh after one changed file took, if there was one."""

    opened: Effort
    refreshed: Effort | None
    transcripts: int
    failures: int
    turns: int
    words: int


def measure(folders: Sequence[Path], cache: Path, copy: Path | None) -> Opening:
    """Open a library; then, where a file may be changed, change it and refresh the library.

    Args:
        folders: The transcripts.
        cache: What was remembered of them, or where to remember it.
        copy: A file in one of them that may be changed, or None for no refresh.
    """
    library, opened = timed(lambda: Library.open(folders, cache=cache))
    return Opening(
        opened=opened,
        refreshed=_refreshed(library, copy) if copy else None,
        transcripts=len(library.headers),
        failures=len(library.failures),
        turns=sum(header.turn_count for header in library.headers),
        words=sum(header.word_count for header in library.headers),
    )


def _refreshed(library: Library, copy: Path) -> Effort:
    """Return what a refresh takes after a file has changed."""
    copy.write_bytes(copy.read_bytes() + CHANGE.encode())
    _, effort = timed(library.refresh)
    return effort


def timed(work: Callable[[], Returned]) -> tuple[Returned, Effort]:
    """Return what some work returns, and what it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    returned = work()
    effort = Effort(cpu=time.process_time() - cpu, wall=time.perf_counter() - wall, peak=peak())
    return returned, effort


def peak() -> int:
    """Return the most memory that this process has had, in bytes.

    Linux counts what the parent had at the fork into `ru_maxrss`; its own count is asked first.
    """
    if STATUS.exists():
        line = next(line for line in STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415 - not everywhere

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    cache, copy, *folders = sys.argv[1:]
    result = measure([Path(folder) for folder in folders], Path(cache), None if copy == NO_COPY else Path(copy))
    json.dump(asdict(result), sys.stdout)
