"""Results → tables, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.evaluation import SCOPES
from benchmarks.metrics import MEASURES
from benchmarks.results import mean_refusal, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TextIO

    from benchmarks.evaluation import Scope
    from benchmarks.refusal import Refusal
    from benchmarks.results import Row, SetResult

TESTED: Mapping[str, str] = {"success@1": "p@1", "nDCG@10": "p nDCG"}
"""The measures whose p is shown, and its headings; JSON has them all."""
SCOPE_TITLES: Mapping[Scope, str] = {"within": "within the question's own transcript", "pool": "among all transcripts"}
WIDE = 100
"""Columns of a table that goes to a file or a pipe."""
SMALLEST_P = 0.001


def show(results: Sequence[SetResult], notes: Sequence[str], stream: TextIO) -> None:
    """Print every table: of each set, of their mean, of refusals; then the notes.

    A terminal gets lines and bold type, a file or a pipe plain text.
    """
    console = console_for(stream)
    for result in results:
        title = f"{result.name}: {result.questions} questions, {result.transcripts} transcripts"
        _show_scopes(console, title, [result])
    if len(results) > 1:
        _show_scopes(console, f"mean over {len(results)} sets", results)
    console.print(_refusals(results, console))
    for note in notes:
        console.print(Text(note))


def console_for(stream: TextIO) -> Console:
    """Return a console for a stream, as wide as a terminal or as a page of text."""
    terminal = stream.isatty()
    return Console(
        file=stream, force_terminal=terminal, width=None if terminal else WIDE, highlight=False, soft_wrap=not terminal
    )


def _show_scopes(console: Console, title: str, results: Sequence[SetResult]) -> None:
    for scope in SCOPES:
        console.print(_ranking(f"{title}; {SCOPE_TITLES[scope]}", rows(results, scope), console))


def _ranking(title: str, shown: Sequence[Row], console: Console) -> Table:
    table = _table(title, ["", *MEASURES, *TESTED.values()], console)
    for row, following in zip(shown, [*shown[1:], None], strict=True):
        last_of_kind = following is None or following.system.kind != row.system.kind
        style = "bold" if row.system.kind == "verbatim" else None
        table.add_row(row.system.label, *_cells(row), style=style, end_section=last_of_kind)
    return table


def _cells(row: Row) -> Iterator[str]:
    for figure in row.figures.values():
        yield _figure(figure)
    for measure in TESTED:
        yield _probability(row.p[measure]) if row.p else ""


def _refusals(results: Sequence[SetResult], console: Console) -> Table:
    table = _table("ask", ["", "answered", "right", "refused", "auroc"], console)
    for result in results:
        table.add_row(Text(result.name), *_refusal_cells(result.refusal))
    if len(results) > 1:
        table.add_row("mean", *_refusal_cells(mean_refusal(results)), style="bold")
    return table


def _refusal_cells(refusal: Refusal) -> Iterator[str]:
    for figure in (refusal.answered, refusal.right, refusal.refused, refusal.auroc):
        yield "-" if figure is None else _figure(figure)


def _table(title: str, headings: Sequence[str], console: Console) -> Table:
    table = Table(
        title=Text(f"\n{title}", style="bold" if console.is_terminal else ""),
        title_justify="left",
        box=box.SIMPLE if console.is_terminal else None,
        pad_edge=False,
        collapse_padding=console.is_terminal,
    )
    for heading in headings:
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    return table


def _figure(figure: float) -> str:
    return f"{figure:.3f}"


def _probability(p: float) -> str:
    return f"<{SMALLEST_P}" if p < SMALLEST_P else f"{p:.3f}"
