"""Standard input, output and error: every one of them there, and in UTF-8."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

# What becomes of bytes that are no text and of text that is no bytes; in JSON a backslash makes it an escape.
_MISFITS = ("replace", "backslashreplace", "backslashreplace")


def prepare_streams() -> bool:
    """Have every stream take and give UTF-8, and return whether standard output did so by itself."""
    sys.stdin, sys.stdout, sys.stderr = (
        sys.stdin or _nowhere("r"),
        sys.stdout or _nowhere("w"),
        sys.stderr or _nowhere("w"),
    )
    by_itself = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    for stream, errors in zip((sys.stdin, sys.stdout, sys.stderr), _MISFITS, strict=True):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    return by_itself


def abandon_stdout() -> None:
    """Keep Python from complaining, at its end, about output that nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere(mode: Literal["r", "w"]) -> TextIOWrapper:
    """Stand in for a stream that is closed, as whoever starts a service may have done."""
    return Path(os.devnull).open(mode, encoding="utf-8")
