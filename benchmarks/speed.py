"""`speed`: what a question costs as an archive grows, plain BM25 beside its peers, and the whole of `ask`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.command import Command
from benchmarks.corpora import grown
from benchmarks.curves import draw, require_drawing
from benchmarks.errors import BenchmarkError
from benchmarks.pace import Run, curve, report, show
from benchmarks.progress import ticking
from benchmarks.racers import RACERS
from retrieval import Library

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from benchmarks.pace import Figures
    from benchmarks.progress import Tick
    from retrieval.model import Transcript

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1M": 1_000_000}
ASK = "ask"
NOTES = """\
The transcripts of a folder are grown to so many passages by splicing turns, with
new words as Heaps' law has them. Questions are runs of 1 to 20 words of passages.
Everybody indexes the same terms, by Verbatim's analyser, and returns the ten best;
`ask` is the whole of Verbatim over files: formula, excerpt, confidence.
Each is built by one process and asked by another, both with one thread.
  build s  for rank_bm25, which keeps nothing, 0: it indexes when it is opened
  peak     the most memory that the process had that built, with Python and imports
  RSS      memory after all questions above that after the imports, with mapped
           pages, which processes share and the system may take back
  ×        the figure before as a ratio to tantivy's in the same run, or to the
           first racer's
  grows    the exponents of figure = c · passages^e, fitted from 10k passages on"""


def _declare(parser: ArgumentParser) -> None:
    names = [racer.name for racer in RACERS]
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="holds transcripts to grow")
    parser.add_argument("--sizes", type=_sizes, default=[*SIZES], metavar="N,…", help=f"some of {', '.join(SIZES)}")
    parser.add_argument("--racers", nargs="+", choices=[*names, ASK], default=[*names, ASK], metavar="NAME")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what was grown there for the next time")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help="draw p50 against size")


def _run(given: Namespace) -> None:
    missing = [racer.name for racer in RACERS if racer.name in given.racers and not racer.installed]
    if missing:
        raise BenchmarkError(f"not installed: {', '.join(missing)}; run: pip install -e '.[bench]'")
    if given.plot:
        require_drawing()
    originals = list(Library.open(given.folders).transcripts)
    if not originals:
        raise BenchmarkError("none of the files could be read as a transcript; name a folder of transcripts")
    steps = len(given.sizes) * (1 + 2 * len(given.racers))
    with TemporaryDirectory() as room, ticking(steps, sys.stderr) as tick:
        home = given.keep or Path(room)
        runs = [measure(originals, SIZES[size], given.racers, home / size, tick) for size in given.sizes]
    if given.json:
        json.dump(report(runs), sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        show(runs, NOTES)
    if given.plot:
        draw(given.plot, {name: curve(runs, name, "p50_ms") for name in given.racers})


def measure(originals: Sequence[Transcript], passages: int, racers: Sequence[str], folder: Path, tick: Tick) -> Run:
    """Measure racers over transcripts grown to so many passages in a folder.

    Raises:
        BenchmarkError: A racer failed, or the folder cannot be written.
    """
    try:
        facts = grown(originals, passages, folder)
    except OSError as error:
        raise BenchmarkError(f"{folder} cannot be written ({error.strerror}); name another folder") from error
    tick(f"{passages:,} passages are grown")
    built, raced = {}, {}
    for name in racers:
        built[name] = _child("build", name, folder)
        tick(f"{name} has built its index of {passages:,} passages")
        raced[name] = _child(ASK if name == ASK else "search", name, folder)
        tick(f"{name} has answered over {passages:,} passages")
        shutil.rmtree(folder / name)
    return Run(facts=facts, built=built, raced=raced)


def _child(what: str, name: str, folder: Path) -> Figures:
    """Measure in a process of its own.

    Raises:
        BenchmarkError: It failed.
    """
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.racing", what, name, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise BenchmarkError(f"{name} failed to {what}: {last}")
    found: Figures = json.loads(done.stdout)
    return found


def _sizes(text: str) -> list[str]:
    sizes = text.split(",")
    if unknown := [size for size in sizes if size not in SIZES]:
        raise ArgumentTypeError(f"{unknown[0]!r} is no size; give some of {', '.join(SIZES)}")
    return sizes


COMMAND = Command(
    summary="What a question costs as an archive grows, beside its peers.", notes=NOTES, declare=_declare, run=_run
)
