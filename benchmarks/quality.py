"""`quality`: how well Verbatim finds what answers, beside its peers, and what each part of its formula brings."""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentTypeError
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import export, table
from benchmarks.command import Command
from benchmarks.evaluation import evaluate
from benchmarks.peers import PEERS, called
from benchmarks.progress import ticking
from benchmarks.refusal import refusal
from benchmarks.results import SetResult, System
from benchmarks.sets import evaluation_sets
from benchmarks.significance import ROUNDS, TEST
from benchmarks.units import LONGEST, units_of
from benchmarks.verbatim import ABLATIONS, Formula, Verbatim, aliases_of
from retrieval.index import Index

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from benchmarks.evaluation import Scores, Searcher
    from benchmarks.peers import Peer
    from benchmarks.progress import Tick
    from benchmarks.sets import EvaluationSet

NOTES = f"""\
A set is a folder with questions.jsonl and transcripts/*.txt. A hit is right
when it overlaps a turn that answers.
  success@1, @5  share of questions with a right hit first, among the first five
  MRR@10         mean of 1 / rank of the first right hit
  nDCG@10        each turn that answers counts once, however finely it is cut
  p@1, p nDCG    of success@1 and nDCG@10 against Verbatim, by a
                 {TEST}, {ROUNDS} rounds;
                 not corrected for the number of comparisons
  without X      Verbatim with weight X of its formula set to zero
  answered       share of questions that `ask` answers from their own transcript
  right          share of those whose first quote overlaps a turn that answers
  refused        share that it refuses from another transcript, drawn at random
  auroc          how well its confidence tells the one from the other
Verbatim searches its own passages. Peers search all turns, questions included,
labels left out, cut every {LONGEST} words. All are indexed over the whole set,
also where one transcript is searched."""


def _declare(parser: ArgumentParser) -> None:
    names = [peer.name for peer in PEERS]
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="holds evaluation sets, or is one")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--limit", type=_positive, metavar="N", help="only N questions of each set, always the same")
    parser.add_argument(
        "--peers", nargs="*", choices=names, default=names, metavar="PEER", help=f"some of {', '.join(names)}, or none"
    )


def _run(given: Namespace) -> None:
    began = time.perf_counter()
    sets = evaluation_sets(given.folder, given.limit)
    peers = called(given.peers)
    steps = sum(len(one.queries) for one in sets) * (2 + len(peers) + len(ABLATIONS))  # Verbatim searches and asks
    with ticking(steps, sys.stderr) as tick:
        results = [measure(one, peers, tick) for one in sets]
    seconds = time.perf_counter() - began
    if given.json:
        json.dump(export.report(results, peers, seconds), sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        table.show(results, _notes(peers, seconds), sys.stdout)


def measure(evaluation: EvaluationSet, peers: Sequence[Peer], tick: Tick) -> SetResult:
    """Measure Verbatim, its peers and its ablations on a set.

    Args:
        evaluation: The set.
        peers: What to compare with.
        tick: Called after each question with what is being measured.
    """
    verbatim = Verbatim(evaluation)
    asking = partial(tick, f"{evaluation.name}: ask")
    return SetResult(
        name=evaluation.name,
        transcripts=len(evaluation.transcripts),
        questions=len(evaluation.queries),
        refusal=refusal(verbatim, evaluation, asking),
        scores=dict(_scores(verbatim, evaluation, peers, tick)),
    )


def _scores(
    verbatim: Verbatim, evaluation: EvaluationSet, peers: Sequence[Peer], tick: Tick
) -> Iterator[tuple[System, Scores]]:
    """Yield every system's scores, Verbatim's first."""

    def scored(searcher: Searcher, doing: str) -> Scores:
        return evaluate(searcher, evaluation.queries, partial(tick, f"{evaluation.name}: {doing}"))

    yield System(kind="verbatim", name="verbatim", label="Verbatim"), scored(verbatim, "Verbatim")
    units = units_of(evaluation)
    for peer in peers:
        with peer.index(units) as searcher:
            yield System(kind="peer", name=peer.name, label=peer.label), scored(searcher, peer.label)
    index = Index.build(verbatim.library.transcripts)
    aliases = aliases_of(evaluation, index.transcripts)
    for name, weights in ABLATIONS.items():
        label = f"without {name}"
        yield System(kind="ablation", name=name, label=label), scored(Formula(index, aliases, weights), label)


def _notes(peers: Sequence[Peer], seconds: float) -> list[str]:
    """Return what a reader of the tables wants to know."""
    releases = ", ".join(dict.fromkeys(peer.release for peer in peers))
    measured = f"Compared with {releases}; {seconds:.0f} s." if peers else f"{seconds:.0f} s."
    return ["", NOTES, "", measured]


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is no number of questions; give 1 or more")
    return number


COMMAND = Command(
    summary="How well Verbatim finds what answers, beside its peers and weight by weight.",
    notes=NOTES,
    declare=_declare,
    run=_run,
)
