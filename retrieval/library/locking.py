"""One process at a time, for moments: what several processes must not do at once to the same folder."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30.0  # seconds: nobody holds the lock for more than one, unless the process was stopped
log = logging.getLogger(__name__)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes out of a folder; where the disk knows no locks, or one is stuck, go on without.

    A process that is killed lets go of the lock.
    """
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=PATIENCE)
    except (Timeout, OSError, NotImplementedError) as error:
        log.debug("%s cannot be locked (%s)", folder, error)
    try:
        yield
    finally:
        lock.release()
