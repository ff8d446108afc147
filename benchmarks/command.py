"""What a subcommand of `python -m benchmarks` is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A subcommand: what it takes and what it does.

    Attributes:
        summary: What it measures, in a line.
        notes: How it measures, for `--help`.
        declare: Adds its arguments to a parser.
        run: Carries it out, raising BenchmarkError where it cannot.
    """

    summary: str
    notes: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], None]
