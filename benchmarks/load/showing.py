"""A report → a table for people, or JSON."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from benchmarks.load.figures import ALL, MIB

if TYPE_CHECKING:
    from typing import TextIO

    from benchmarks.load.command import Report
    from benchmarks.load.figures import Run, Waits


def show(report: Report, stream: TextIO) -> None:
    """Print a report."""
    run, usage = report.run, report.run.usage
    console = Console(file=stream, highlight=False, soft_wrap=True)
    console.print(f"{report.passages:,} passages; connected after {report.start:.0f} s")
    console.print(f"{run.rate:g} interactions a second for {run.seconds:g} s:")
    console.print(_table(run))
    console.print(
        f"bot: {usage.own_cores:.2f} cores and {usage.replica_cores:.2f} in replicas, {_milliseconds(run.cost)} each, "
        f"{usage.memory[-1] / MIB:.0f} MiB, "
        f"growth {usage.growth / MIB:+.1f} MiB/min; "
        f"simulator: {usage.simulator_cores:.2f} cores, at most {_milliseconds(usage.lag)} late; "
        f"others: {usage.other_cores:.2f} cores"
    )
    for tried in report.tried:
        console.print(f"at {tried.rate:.0f}/s: {_brief(tried)}")
    if report.limit is not None:
        console.print(f"limit: {report.limit:.0f} interactions a second")
    console.print(f"{len(report.violations)} violations of Discord's rules")
    for violation in report.violations[:3]:
        console.print(f"  {violation}", markup=False)


def report(report: Report) -> dict[str, Any]:
    """Return a report as JSON; times in seconds, null where nothing came."""
    return {
        "passages": report.passages,
        "start_seconds": report.start,
        "run": _run(report.run),
        "search": [_run(tried) for tried in report.tried],
        "limit": report.limit,
        "violations": list(report.violations),
    }


def _table(run: Run) -> Table:
    table = Table("", *"count|unanswered|turned away|first p50|p99|words p50|p99".split("|"), box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    for doing in sorted(run.waits, key=lambda name: (name != ALL, name)):
        waits = run.waits[doing]
        times = [waits.first[50], waits.first[99], waits.words[50], waits.words[99]]
        counts = [waits.count, waits.unanswered, waits.turned_away]
        table.add_row(doing, *map(str, counts), *map(_milliseconds, times))
    return table


def _brief(run: Run) -> str:
    waits, usage = run.waits[ALL], run.usage
    return (
        f"first p99 {_milliseconds(run.p99)}, {waits.unanswered} unanswered, {waits.turned_away} turned away; "
        f"bot {usage.bot_cores:.2f}, simulator {usage.simulator_cores:.2f} cores, "
        f"others {usage.other_cores:.2f}, at most {_milliseconds(usage.lag)} late"
    )


def _milliseconds(seconds: float) -> str:
    return "never" if isinf(seconds) else f"{seconds * 1000:.0f} ms"


def _run(run: Run) -> dict[str, Any]:
    usage = run.usage
    return {
        "rate": run.rate,
        "seconds": run.seconds,
        "waits": {doing: _waits(waits) for doing, waits in run.waits.items()},
        "own_cores": usage.own_cores,
        "replica_cores": usage.replica_cores,
        "seconds_each": run.cost,
        "simulator_cores": usage.simulator_cores,
        "other_cores": usage.other_cores,
        "lag_seconds": usage.lag,
        "memory_bytes": list(usage.memory),
        "growth_bytes_per_minute": usage.growth,
    }


def _waits(waits: Waits) -> dict[str, Any]:
    return {
        "count": waits.count,
        "unanswered": waits.unanswered,
        "turned_away": waits.turned_away,
        **{
            f"{what}_p{rank}": None if isinf(seconds) else seconds
            for what, ranked in (("first", waits.first), ("words", waits.words))
            for rank, seconds in ranked.items()
        },
    }
