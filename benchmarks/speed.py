"""`speed`: what a question costs as an archive grows, plain BM25 beside its peers, and the whole of `ask`."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from argparse import ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.table import Table
from rich.text import Text

from benchmarks.command import Command
from benchmarks.curves import draw
from benchmarks.errors import BenchmarkError
from benchmarks.growth import Growth
from benchmarks.racers import RACERS
from benchmarks.racing import CORPUS, QUESTIONS, TALKS
from benchmarks.table import console_for
from retrieval import Library
from retrieval.passages import passages_of
from retrieval.terms import analyse

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from retrieval.model import Transcript

    Figures = Mapping[str, Any]

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1M": 1_000_000}
ASKED = 200
LONGEST = 20  # words in a question
SEED = 11
ASK = "ask"
MEGABYTE = 1 << 20
NOTES = """\
The transcripts of a folder are grown to so many passages by splicing turns, with
new words as Heaps' law has them. Questions are runs of 1 to 20 words of passages.
Everybody indexes the same terms, by Verbatim's analyser, and returns the ten best;
`ask` is the whole of Verbatim over files: formula, excerpt, confidence.
Each is built by one process and asked by another, both with one thread.
  build s  for rank_bm25, which keeps nothing, 0: it indexes when it is opened
  RSS      memory after all questions above that after the imports, with mapped
           pages, which processes share and the system may take back
  ×        p50 as a ratio to tantivy's in the same run, or to the first racer's
  grows    the exponent of p50 = c · passages^e, fitted from 10k passages on"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What was measured at one size: of each racer, what building and asking took."""

    passages: int
    words: int
    distinct: int
    transcripts: int
    built: Mapping[str, Figures]
    raced: Mapping[str, Figures]


def _declare(parser: ArgumentParser) -> None:
    names = [racer.name for racer in RACERS]
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="holds transcripts to grow")
    parser.add_argument("--sizes", type=_sizes, default=[*SIZES], metavar="N,…", help=f"some of {', '.join(SIZES)}")
    parser.add_argument("--racers", nargs="*", choices=[*names, ASK], default=[*names, ASK], metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help="draw p50 against size")


def _run(given: Namespace) -> None:
    missing = [racer.name for racer in RACERS if racer.name in given.racers and not racer.installed]
    if missing:
        raise BenchmarkError(f"not installed: {', '.join(missing)}; run: pip install -e '.[bench]'")
    library = Library.open(given.folders)
    originals = list(library.transcripts)
    if not originals:
        raise BenchmarkError("none of the files could be read as a transcript; name a folder of transcripts")
    runs = [measure(originals, SIZES[size], given.racers) for size in given.sizes]
    if given.json:
        json.dump([report(run) for run in runs], sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        _show(runs)
    if given.plot:
        draw(given.plot, {name: _curve(runs, name) for name in given.racers})


def measure(originals: Sequence[Transcript], passages: int, racers: Sequence[str]) -> Run:
    """Measure racers over transcripts grown to so many passages."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        facts = _written(Growth(originals).transcripts(passages), folder)
        built, raced = {}, {}
        for name in racers:
            built[name] = _child("build", name, folder)
            raced[name] = _child(ASK if name == ASK else "search", name, folder)
    return Run(passages=passages, built=built, raced=raced, **facts)


def report(run: Run) -> dict[str, Any]:
    """Return a run as JSON has it."""
    return {
        "passages": run.passages,
        "words": run.words,
        "distinct": run.distinct,
        "transcripts": run.transcripts,
        "racers": {name: figures(run, name) for name in run.raced},
    }


def figures(run: Run, name: str) -> dict[str, Any]:
    """Return the figures of a racer: seconds, milliseconds, megabytes, questions a second."""
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
        "at_once": raced["at_once"],
    }


def _written(talks: Iterable[Transcript], folder: Path) -> dict[str, int]:
    """Write the transcripts, their passages and questions to a folder; return how much there is."""
    chosen = random.Random(SEED)  # noqa: S311 - no secret
    texts: list[str] = []
    distinct: set[str] = set()
    count = words = 0
    (folder / TALKS).mkdir()
    with (folder / CORPUS).open("w", encoding="utf-8") as corpus:
        for count, talk in enumerate(talks, start=1):
            (folder / TALKS / f"{count:06}.txt").write_text(talk.text, encoding="utf-8")
            for passage in passages_of(talk):
                terms = analyse(talk.slice(passage.span), talk.language)
                corpus.write(" ".join(terms) + "\n")
                distinct.update(terms)
                words += len(terms)
            texts += [_question(talk, chosen) for _ in range(2)]
    texts = [text for text in chosen.choices(texts, k=2 * ASKED) if analyse(text)][:ASKED]
    questions = {"texts": texts, "terms": [analyse(text)[:LONGEST] for text in texts]}
    (folder / QUESTIONS).write_text(json.dumps(questions), encoding="utf-8")
    return {"words": words, "distinct": len(distinct), "transcripts": count}


def _question(talk: Transcript, chosen: random.Random) -> str:
    """Return some words of a transcript as they were said in a row."""
    words = talk.slice(chosen.choice(talk.turns).span).split()
    wanted = chosen.randint(1, LONGEST)
    first = chosen.randint(0, max(len(words) - wanted, 0))
    return " ".join(words[first : first + wanted])


def _child(what: str, name: str, folder: Path) -> Figures:
    """Measure in a process of its own."""
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


def _curve(runs: Sequence[Run], name: str) -> list[tuple[int, float]]:
    return [(run.passages, figures(run, name)["p50_ms"]) for run in runs]


def _exponent(curve: Sequence[tuple[int, float]]) -> float | None:
    """Return e of p50 = c · passages^e, fitted by least squares on both logarithms; None from fewer than two sizes."""
    sizes, times = np.array([point for point in curve if point[0] >= SIZES["10k"]] or [(1, 1.0)]).T
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0]) if len(sizes) > 1 else None


COLUMNS = {
    "build s": ("build_s", 1),
    "peak MB": ("build_peak_mb", 0),
    "disk MB": ("disk_mb", 0),
    "open ms": ("open_ms", 1),
    "first ms": ("first_ms", 1),
    "p50 ms": ("p50_ms", 2),
    "p99 ms": ("p99_ms", 1),
    "a second": ("a_second", 0),
    "RSS MB": ("rss_mb", 0),
}


def _show(runs: Sequence[Run]) -> None:
    console = console_for(sys.stdout)
    for run in runs:
        title = f"\n{run.passages:,} passages, {run.words:,} words, {run.distinct:,} terms"
        table = Table(title=Text(title), title_justify="left", box=None, pad_edge=False)
        table.add_column("")
        for heading in (*COLUMNS, "×"):
            table.add_column(heading, justify="right", no_wrap=True)
        base = figures(run, "tantivy" if "tantivy" in run.raced else next(iter(run.raced)))["p50_ms"]
        for name in run.raced:
            held = figures(run, name)
            cells = [f"{held[key]:.{digits}f}" for key, digits in COLUMNS.values()]
            table.add_row(name, *cells, f"{held['p50_ms'] / base:.2f}")
        console.print(table)
        for line in _rates(run):
            console.print(line)
    for name in runs[0].raced:
        exponent = _exponent(_curve(runs, name))
        if exponent is not None:
            console.print(f"{name} grows: p50 ~ passages^{exponent:.2f}")
    console.print(Text(NOTES))


def _rates(run: Run) -> Iterator[str]:
    """Yield how many questions are answered in a second when several are asked at once, and how many times one's."""
    for name, raced in run.raced.items():
        for how, rates in (raced["at_once"] or {}).items():
            one = raced["at_once"]["threads"]["1"]
            told = ", ".join(f"{rate:.0f} with {number} (× {rate / one:.2f})" for number, rate in rates.items())
            yield f"{name} a second at once, {how}: {told}"


def _sizes(text: str) -> list[str]:
    sizes = text.split(",")
    if unknown := [size for size in sizes if size not in SIZES]:
        raise ArgumentTypeError(f"{unknown[0]!r} is no size; give some of {', '.join(SIZES)}")
    return sizes


COMMAND = Command(
    summary="What a question costs as an archive grows, beside its peers.", notes=NOTES, declare=_declare, run=_run
)
