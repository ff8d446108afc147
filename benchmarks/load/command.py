"""The command line of `load`: what it takes, and the order of the runs."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from argparse import ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.command import Command
from benchmarks.load import showing
from benchmarks.load.driving import stage
from benchmarks.load.limit import highest_rate
from benchmarks.load.making import make_library
from retrieval import Library

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from benchmarks.load.figures import Run
    from benchmarks.load.making import Made

NOTES = """\
The bot runs as `python -m bot discord` does, with simulated Discord on the
other end of the wire: REST and gateway on 127.0.0.1. Its library is spliced
from the words of FOLDER, every third long word changed. Users come at random
(Poisson) and do not wait for each other: half of them ask, others check a
quotation, type into an option, or press a button that they were shown.
  first       time to the first response: an answer, or a sign that one comes
  words       time until there is something to read
  turned away were told that the bot is busy
  unanswered  got nothing within three seconds, as Discord demands
  growth      slope of the bot's memory, without the run's first quarter
  limit       the rate at which 1 in 100 users waits over a second for the first
              response: found by ever faster runs, then by halving the interval
  each        processor time of the bot for an interaction
The simulator shares the machine with the bot: where it takes a whole core, or
sends late, or others take cores, it is not the bot that makes users wait."""
_REACH = {"rate": 50.0, "seconds": 120.0, "passages": 100_000, "search": 10.0}


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """All that was measured.

    Attributes:
        passages: In the library.
        start: Seconds until the bot was connected, its library read and indexed.
        run: The run at the rate that was asked for.
        tried: The runs of the search, in order; empty without one.
        limit: The rate at which users begin to wait; None without a search.
        violations: What the bot did that Discord forbids.
    """

    passages: int
    start: float
    run: Run
    tried: Sequence[Run]
    limit: float | None
    violations: Sequence[str]


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"), metavar="FOLDER", help="default: seeds")
    parser.add_argument("--rate", type=_positive, default=_REACH["rate"], metavar="N", help="interactions a second")
    parser.add_argument("--seconds", type=_positive, default=_REACH["seconds"], metavar="S", help="how long")
    parser.add_argument("--passages", type=_count, default=_REACH["passages"], metavar="N", help="in the library")
    parser.add_argument(
        "--search", type=float, default=_REACH["search"], metavar="S", help="seconds a run of the search; 0 for none"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep library and index there for the next time")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def _run(given: Namespace) -> None:
    source = Library.open(given.folder).transcripts
    with TemporaryDirectory() as temporary:
        place = (given.keep or Path(temporary)).absolute()
        made = make_library(place / "transcripts", source, given.passages)
        report = asyncio.run(_measure(made, place / "data", given))
    if given.json:
        json.dump(showing.report(report), sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        showing.show(report, sys.stdout)


async def _measure(made: Made, data_dir: Path, given: Namespace) -> Report:
    """Start the bot and do the runs."""
    began = time.perf_counter()
    async with stage(made, data_dir) as bot:
        start = time.perf_counter() - began
        await bot.warm_up()
        run = await bot.run(given.rate, given.seconds)
        limit, tried = await highest_rate(bot.run, run, given.search) if given.search else (None, [])
        return Report(
            passages=given.passages, start=start, run=run, tried=tried, limit=limit, violations=bot.violations()
        )


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"{text!r} is no number above 0")
    return number


def _count(text: str) -> int:
    return int(_positive(text))


COMMAND = Command(
    summary="How the bot bears many users at once, as a process in front of simulated Discord.",
    notes=NOTES,
    declare=_declare,
    run=_run,
)
