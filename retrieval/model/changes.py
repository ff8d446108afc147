"""What became of the files of a library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What a refresh found, by source: files that came, changed or went, and those that cannot be read."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A file that could not be read, and why.

    Attributes:
        source: The file, relative to its folder.
        line: The line at fault, counted from one, or None.
        reason: What is wrong and what was expected.
    """

    source: str
    line: int | None
    reason: str
