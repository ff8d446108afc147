"""What a process of its own measures while it opens a library: `python -m benchmarks.opening CACHE COPY FOLDER…`.

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
CHANGE = "\n\nOne more word.\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """What something took: seconds of processor time and on the clock, and the most memory so far, in bytes."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What opening a library took, what it holds, and what a refresh after one changed file took."""

    opened: Effort
    refreshed: Effort
    transcripts: int
    failures: int
    turns: int
    words: int


def measure(folders: Sequence[Path], cache: Path, copy: Path) -> Opening:
    """Open a library, change one of its files, and refresh it.

    Args:
        folders: The transcripts.
        cache: What was remembered of them, or where to remember it.
        copy: A file in one of them that may be changed, and is as it was afterwards.
    """
    library, opened = timed(lambda: Library.open(folders, cache=cache))
    before = copy.read_bytes()
    copy.write_bytes(before + CHANGE.encode())
    _, refreshed = timed(library.refresh)
    copy.write_bytes(before)
    return Opening(
        opened=opened,
        refreshed=refreshed,
        transcripts=len(library.headers),
        failures=len(library.failures),
        turns=sum(header.turn_count for header in library.headers),
        words=sum(header.word_count for header in library.headers),
    )


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
    cache, copy, *folders = map(Path, sys.argv[1:])
    json.dump(asdict(measure(folders, cache, copy)), sys.stdout)
