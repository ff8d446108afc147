"""The version of everything kept on disk: of the very code that reads and analyses transcripts."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
POSITIVE = 0x7FFFFFFF  # SQLite keeps a version as a signed number of 32 bits


@lru_cache(maxsize=1)
def version() -> int:
    """Return a number that changes with any change to this package, so that nothing stale is ever taken for fresh."""
    checksum = 0
    for path in sorted(PACKAGE.rglob("*.py")):
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return checksum & POSITIVE or 1
