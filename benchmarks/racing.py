"""A racer in a process of its own: `python -m benchmarks.racing build|search|ask NAME FOLDER`.

FOLDER holds the corpus, its questions, and what each racer builds. What was measured is printed as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.racers import RACERS
from retrieval import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

CORPUS, QUESTIONS, TALKS = "passages.txt", "questions.json", "talks"
PATIENCE = 30.0
"""Seconds after which no further question is put: a slow racer answers fewer, all of them the same first ones."""
AT_ONCE = (1, 8, 64)
PROCESSES = 2
STATUS = Path("/proc/self/status")


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What building took: seconds on the clock, bytes of memory at most, bytes on disk."""

    seconds: float
    peak: int
    disk: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Raced:
    """What searching took.

    Attributes:
        opened: Seconds to open the index, imports left out.
        first: Seconds to the first answer.
        times: Seconds for each further question.
        memory: Bytes in memory after all questions, above what the process had after its imports.
        found: What was found for each of the first questions.
        at_once: Questions answered in a second when so many are asked at once, in threads of one process
            and in processes beside it.
    """

    opened: float
    first: float
    times: tuple[float, ...]
    memory: int
    found: tuple[tuple[int, ...], ...] = ()
    at_once: Mapping[str, Mapping[int, float]] | None = None


def build(name: str, folder: Path) -> Built:
    """Build a racer's index, or Verbatim's library."""
    target = folder / name
    shutil.rmtree(target, ignore_errors=True)  # what a run that was stopped left
    target.mkdir()
    began = time.perf_counter()
    if name == "ask":
        Library.open(folder / TALKS, cache=target).close()
    else:
        next(racer for racer in RACERS if racer.name == name).build(folder / CORPUS, target)
    seconds = time.perf_counter() - began
    disk = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return Built(seconds=seconds, peak=_in_status("VmHWM"), disk=disk)


def search(name: str, folder: Path) -> Raced:
    """Put the questions to a racer's index."""
    racer = next(racer for racer in RACERS if racer.name == name)
    questions = json.loads((folder / QUESTIONS).read_text(encoding="utf-8"))["terms"]
    before = _in_status("VmRSS")
    began = time.perf_counter()
    asked = racer.open(folder / name, folder / CORPUS)
    opened = time.perf_counter() - began
    first, times, found = _timed(asked, questions)
    return Raced(
        opened=opened, first=first, times=times, memory=_in_status("VmRSS") - before, found=tuple(map(tuple, found))
    )


def ask(folder: Path) -> Raced:
    """Put the questions, as they are written, to Verbatim: the whole formula, excerpt and confidence."""
    questions = json.loads((folder / QUESTIONS).read_text(encoding="utf-8"))["texts"]
    before = _in_status("VmRSS")
    began = time.perf_counter()
    library = Library.open(folder / TALKS, cache=folder / "ask")
    opened = time.perf_counter() - began
    first, times, _ = _timed(library.ask, questions)
    memory = _in_status("VmRSS") - before
    some = questions[:64] * 2
    rates = {"threads": _rates(library, some)}
    library.close()
    replicated = Library.open(folder / TALKS, cache=folder / "ask", replicas=PROCESSES)
    replicated.gather(PATIENCE)
    rates["processes"] = _rates(replicated, some)
    replicated.close()
    return Raced(opened=opened, first=first, times=times, memory=memory, at_once=rates)


def _timed(
    answer: Callable[[str], object], questions: Sequence[str]
) -> tuple[float, tuple[float, ...], list[Sequence[int]]]:
    """Return how long the first question and each of the others took, and what was found."""
    times: list[float] = []
    found: list[Sequence[int]] = []
    for question in questions:
        began = time.perf_counter()
        result = answer(question)
        times.append(time.perf_counter() - began)
        found.append(result if isinstance(result, list) else [])
        if sum(times) > PATIENCE:
            break
    return times[0], tuple(times[1:]), found


def _rates(library: Library, questions: Sequence[str]) -> dict[int, float]:
    """Return how many questions are answered in a second when so many are asked at once, after each was asked once."""
    with ThreadPoolExecutor(max(AT_ONCE)) as pool:
        _drain(pool.map(library.ask, questions))
    rates = {}
    for number in AT_ONCE:
        with ThreadPoolExecutor(number) as pool:
            began = time.perf_counter()
            _drain(pool.map(library.ask, questions))
            rates[number] = len(questions) / (time.perf_counter() - began)
    return rates


def _drain(answers: Iterable[object]) -> None:
    for _ in answers:
        pass


def _in_status(name: str) -> int:
    """Return bytes of memory as Linux tells of this process, VmRSS now or VmHWM at most; 0 elsewhere."""
    if not STATUS.is_file():
        return 0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    what, name, folder = arguments
    measured = build(name, Path(folder)) if what == "build" else None
    raced = ask(Path(folder)) if what == "ask" else search(name, Path(folder)) if what == "search" else None
    json.dump(asdict(measured or raced), sys.stdout, default=lambda number: np.asarray(number).tolist())  # type: ignore[arg-type] # one of them is there


if __name__ == "__main__":
    main(sys.argv[1:])
