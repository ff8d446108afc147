"""What stays in this process's memory: little of the indexes, and what an array frees, for the next.

What was mapped from a file and looked at counts as this process's until it says that it needs it no longer. The system
keeps the pages all the same while it has room, so looking at them again costs microseconds and reads no disk.
"""

from __future__ import annotations

import ctypes
import mmap
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 80 << 20
"""Bytes of files, the interpreter and its libraries among them, that may stay in memory after a question."""
LARGE = 4 << 20
"""Bytes from which an array is let go of: the others are few, and hardly a question does without them."""
STATE = Path("/proc/self/statm")
LET_GO: int | None = getattr(mmap, "MADV_DONTNEED", None)
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""Settings of the GNU C library's `mallopt`, as `malloc.h` numbers them."""
KEPT = 64 << 20
"""Bytes that may lie free before they are given back to the system."""
OWN = 32 << 20
"""Bytes from which an array is given memory of its own; the most that the C library takes."""
_mapped: WeakKeyDictionary[mmap.mmap, list[tuple[int, int]]] = WeakKeyDictionary()
_changing = Lock()


def watch(mapped: mmap.mmap, arrays: Sequence[tuple[int, int]]) -> None:
    """Let go of a file's large arrays, given by where each starts and its size in bytes, when there is too much."""
    large = [(start - start % mmap.PAGESIZE, size) for start, size in arrays if size >= LARGE]
    with _changing:
        _mapped[mapped] = large


def let_go(most: int = MOST) -> bool:
    """Let go of all large arrays if more than so many bytes are in memory; tell whether that was so.

    Whoever is reading one goes on, and finds the same.
    """
    if LET_GO is None or resident() <= most:
        return False
    with _changing:
        for mapped, large in _mapped.items():
            for start, size in large:
                mapped.madvise(LET_GO, start, size)
    return True


def keep_freed() -> None:
    """Keep memory that arrays free for the next ones: a question asks for megabytes, and fresh ones have to be cleared.

    Only the GNU C library can be told.
    """
    with suppress(AttributeError, OSError, TypeError):
        settings = ctypes.CDLL(None).mallopt
        settings(TRIM_THRESHOLD, KEPT)
        settings(MMAP_THRESHOLD, OWN)


def resident() -> int:
    """Return how many bytes of files are in this process's memory; 0 where the system does not tell."""
    try:
        return int(STATE.read_bytes().split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0
