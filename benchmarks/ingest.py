"""`ingest`: what it takes to read a folder of transcripts, to open it again, and to refresh it after one change."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from benchmarks.command import Command
from benchmarks.errors import BenchmarkError
from benchmarks.opening import NO_COPY, Effort, Opening
from benchmarks.table import console_for
from retrieval.library.files import look, transcript_files

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from typing import TextIO

    from retrieval.library.files import File

MEGABYTE = 1_000_000
NOTES = """\
The folder is opened twice, each time by a new process: cold, with nothing
remembered, and warm, with all that the first remembered. Then one file is
changed (a copy of a transcript of middling size, which is read with the others;
the folder itself is left alone) and the library is refreshed.
  CPU s      seconds of processor time, importing Verbatim left out
  seconds    on the clock
  peak MB    the most memory that the process had until then
  a second   per second of processor time of the cold opening"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ingest:
    """What was measured.

    Attributes:
        folder: The folder's name.
        files: How many files were read, the copy included.
        size: Their bytes together.
        cold: The first opening.
        warm: The second.
    """

    folder: str
    files: int
    size: int
    cold: Opening
    warm: Opening


def measure(folder: Path) -> Ingest:
    """Open a folder cold and warm, and refresh it.

    Raises:
        BenchmarkError: A process that opened it failed.
        MissingFolderError: There is no such folder.
        NoTranscriptsError: It holds no transcripts.
    """
    files = transcript_files(look([folder]), 0)
    chosen = sorted(files, key=lambda file: file.size)[len(files) // 2]
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home, "copy", f"copy-{chosen.path.name}")
        copy.parent.mkdir()
        shutil.copy2(chosen.path, copy)
        folders, cache = (folder, copy.parent), Path(home, "cache")
        cold, warm = _opened(folders, cache, NO_COPY), _opened(folders, cache, str(copy))
    return Ingest(folder=folder.name, files=len(files) + 1, size=_size([*files, chosen]), cold=cold, warm=warm)


def show(result: Ingest, stream: TextIO) -> None:
    """Print what was measured as tables."""
    console = console_for(stream)
    failed = f", of which {result.cold.failures} failed" if result.cold.failures else ""
    console.print(Text(f"\n{result.folder}: {result.files} files{failed}"))
    rows = {"cold open": result.cold.opened, "warm open": result.warm.opened, "refresh": result.warm.refreshed}
    taken = [(name, *_cells(effort)) for name, effort in rows.items() if effort]
    console.print(_table(["", "CPU s", "seconds", "peak MB"], taken))
    held = {"MB": result.size / MEGABYTE, "turns": result.cold.turns, "words": result.cold.words}
    seconds = result.cold.opened.cpu
    told = [(name, _number(number), _number(number / seconds)) for name, number in held.items()]
    console.print(_table(["", "read", "a second"], told))
    console.print(Text(f"\n{NOTES}"))


def report(result: Ingest) -> dict[str, Any]:
    """Return everything that was measured, for JSON."""
    seconds = result.cold.opened.cpu
    rates = {"bytes": result.size / seconds, "turns": result.cold.turns / seconds, "words": result.cold.words / seconds}
    return {**asdict(result), "a_second": rates}


def _opened(folders: Sequence[Path], cache: Path, copy: str) -> Opening:
    """Have a new process open a library.

    Raises:
        BenchmarkError: It failed.
    """
    command = [sys.executable, "-m", "benchmarks.opening", str(cache), copy, *map(str, folders)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if process.returncode:
        last = process.stderr.strip().splitlines()[-1:] or ["it was killed"]
        raise BenchmarkError(f"the process that opened {folders[0]} failed: {last[0]}")
    told = json.loads(process.stdout)
    efforts = {name: told[name] and Effort(**told[name]) for name in ("opened", "refreshed")}
    return Opening(**{**told, **efforts})


def _size(files: Sequence[File]) -> int:
    return sum(file.size for file in files)


def _cells(effort: Effort) -> tuple[str, str, str]:
    return f"{effort.cpu:.2f}", f"{effort.wall:.2f}", _number(effort.peak / MEGABYTE)


def _number(number: float) -> str:
    """Write a number with its thousands parted, and small ones with a decimal: 1,234 and 3.1."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}"  # noqa: PLR2004 - three digits tell enough


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="holds transcripts")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")


def _run(given: Namespace) -> None:
    result = measure(given.folder)
    if given.json:
        json.dump(report(result), sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        show(result, sys.stdout)


COMMAND = Command(
    summary="What it takes to read a folder of transcripts, to open it again and to refresh it.",
    notes=NOTES,
    declare=_declare,
    run=_run,
)
