"""`verify`: how well Verbatim tells what was said from what people make of it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.command import Command
from benchmarks.confusion import report, table, wrong
from benchmarks.errors import BenchmarkError
from benchmarks.progress import ticking
from benchmarks.quoting import Corpus, cases
from benchmarks.verdicts import checked

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

CASES, SEED = 2000, 1
TWO = 2
NOTES = """\
Sentences are drawn from the transcripts and quoted by rule; each is looked for in the whole of its folder.
  deserved        share of quotations that got the verdict they deserve, with what was changed flagged as such
  unflagged       quotations of which a changed number, name or negation was not
  half the words  anything is right but “exact”
  foreign         sentences of another folder; of a single folder, its subfolders take each other's part"""


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="holds transcripts")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--cases", type=_positive, default=CASES, metavar="N", help="how many quotations; default 2000")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help="of the draw; default 1")
    parser.add_argument("--wrong", action="store_true", help="show each quotation that got another verdict")


def _run(given: Namespace) -> None:
    corpora = [Corpus(folder) for folder in _folders(given.folders)]
    with ticking(2 * given.cases, sys.stderr) as tick:
        drawn = list(cases(corpora, given.cases, given.seed, tick))
        found = checked(drawn, tick)
    if given.json:
        json.dump(report(found, corpora), sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    shown = [table(found, corpora), "", NOTES, *(["", wrong(found)] if given.wrong else [])]
    sys.stdout.write("\n".join(shown) + "\n")


def _folders(given: Sequence[Path]) -> Sequence[Path]:
    """Return folders of which the one is foreign to the other.

    Raises:
        BenchmarkError: One of them does not exist, or there is only one and it has no two subfolders.
    """
    for folder in given:
        if not folder.is_dir():
            raise BenchmarkError(f"there is no folder {folder}; name one that holds transcripts")
    found = given if len(given) >= TWO else sorted(path for path in given[0].iterdir() if path.is_dir())
    if len(found) < TWO:
        raise BenchmarkError(
            f"{given[0]} has no two subfolders; name another folder, whose sentences are foreign to it"
        )
    return found


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is no number of quotations; give 1 or more")
    return number


COMMAND = Command(
    summary="How well Verbatim tells what was said from what people make of it: a confusion table by verdict.",
    notes=NOTES,
    declare=_declare,
    run=_run,
)
