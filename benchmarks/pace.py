"""Runs of `speed` → figures, and tables of these for people."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.table import Table
from rich.text import Text

from benchmarks.table import console_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.corpora import Facts

    Figures = Mapping[str, Any]

MEGABYTE = 1 << 20
LAWFUL = 10_000
"""Passages from which on the exponents are fitted: below, what every question costs hides what a passage does."""
PEER = "tantivy"
COLUMNS = {
    "build s": ("build_s", 1),
    "×": ("build_ratio", 2),
    "peak MB": ("build_peak_mb", 0),
    "disk MB": ("disk_mb", 0),
    "open ms": ("open_ms", 1),
    "first ms": ("first_ms", 1),
    "p50 ms": ("p50_ms", 2),
    "× ": ("p50_ratio", 2),
    "p99 ms": ("p99_ms", 1),
    "a second": ("a_second", 0),
    "RSS MB": ("rss_mb", 0),
}
GROWING = ("build_s", "build_peak_mb", "disk_mb", "p50_ms", "p99_ms")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What was measured at one size: of each racer, what building and asking took."""

    facts: Facts
    built: Mapping[str, Figures]
    raced: Mapping[str, Figures]

    @property
    def peer(self) -> str:
        """The racer that all others are compared with."""
        return PEER if PEER in self.raced else next(iter(self.raced))


def report(runs: Sequence[Run]) -> dict[str, Any]:
    """Return what was measured as JSON has it."""
    return {
        "sizes": [{**asdict(run.facts), "racers": {name: figures(run, name) for name in run.raced}} for run in runs],
        "exponents": {name: exponents(runs, name) for name in runs[0].raced},
    }


def figures(run: Run, name: str) -> dict[str, Any]:
    """Return the figures of a racer: seconds, milliseconds, megabytes, questions a second, and ratios."""
    own, peer = _measured(run, name), _measured(run, run.peer)
    return {
        **own,
        "build_ratio": own["build_s"] / peer["build_s"],
        "p50_ratio": own["p50_ms"] / peer["p50_ms"],
        "at_once": run.raced[name]["at_once"],
    }


def curve(runs: Sequence[Run], name: str, figure: str) -> list[tuple[int, float]]:
    """Return a figure of a racer at each number of passages."""
    return [(run.facts.passages, _measured(run, name)[figure]) for run in runs]


def exponents(runs: Sequence[Run], name: str) -> dict[str, float | None]:
    """Return how the figures of a racer grow: e of figure = c · passages^e."""
    return {figure: exponent(curve(runs, name, figure)) for figure in GROWING}


def exponent(points: Sequence[tuple[int, float]]) -> float | None:
    """Return the exponent of a curve, fitted by least squares on both logarithms; None from fewer than two sizes."""
    lawful = [point for point in points if point[0] >= LAWFUL and point[1] > 0]
    if len(lawful) < 2:  # noqa: PLR2004 - a line takes two points
        return None
    sizes, values = np.log(np.array(lawful)).T
    return float(np.polyfit(sizes, values, 1)[0])


def show(runs: Sequence[Run], notes: str) -> None:
    """Print a table for each size, how the figures grow, and what they mean."""
    console = console_for(sys.stdout)
    for run in runs:
        console.print(_table(run))
        for line in _rates(run):
            console.print(line)
    for name in runs[0].raced:
        told = [f"{figure} ^{round(e, 2) + 0:.2f}" for figure, e in exponents(runs, name).items() if e is not None]
        if told:
            console.print(f"{name} grows with passages: {', '.join(told)}")
    console.print(Text(notes))


def _measured(run: Run, name: str) -> dict[str, float]:
    built, raced = run.built[name], run.raced[name]
    times = 1000 * np.array(raced["times"])
    return {
        "build_s": built["seconds"],
        "build_peak_mb": built["peak"] / MEGABYTE,
        "disk_mb": built["disk"] / MEGABYTE,
        "open_ms": 1000 * raced["opened"],
        "first_ms": 1000 * raced["first"],
        "p50_ms": float(np.median(times)),
        "p99_ms": float(np.percentile(times, 99)),
        "a_second": 1000 / float(times.mean()),
        "rss_mb": raced["memory"] / MEGABYTE,
        "questions": len(times) + 1,
    }


def _table(run: Run) -> Table:
    facts = run.facts
    title = f"\n{facts.passages:,} passages, {facts.words:,} words, {facts.distinct:,} terms"
    table = Table(title=Text(title), title_justify="left", box=None, pad_edge=False)
    table.add_column("", no_wrap=True, min_width=max(map(len, run.raced)))
    for heading in COLUMNS:
        table.add_column(heading, justify="right", no_wrap=True)
    for name in run.raced:
        held = figures(run, name)
        table.add_row(name, *(f"{held[key]:.{digits}f}" for key, digits in COLUMNS.values()))
    return table


def _rates(run: Run) -> Iterator[str]:
    """Yield how many questions are answered in a second when several are asked at once, and how many times one's."""
    for name, raced in run.raced.items():
        for how, rates in (raced["at_once"] or {}).items():
            one = raced["at_once"]["threads"]["1"]
            told = ", ".join(f"{rate:.0f} with {number} (× {rate / one:.2f})" for number, rate in rates.items())
            yield f"{name} a second at once, {how}: {told}"
