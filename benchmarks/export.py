"""Results → a JSON-ready object, for machines."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from benchmarks.evaluation import SCOPES
from benchmarks.results import mean_refusal, rows
from benchmarks.significance import ROUNDS, SEED, TEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers import Peer
    from benchmarks.results import Row, SetResult


def report(results: Sequence[SetResult], peers: Sequence[Peer], seconds: float) -> dict[str, Any]:
    """Return everything that was measured."""
    return {
        "sets": [
            {
                "name": result.name,
                "transcripts": result.transcripts,
                "questions": result.questions,
                **_figures([result]),
                "ask": asdict(result.refusal),
            }
            for result in results
        ],
        "mean": {**_figures(results), "ask": asdict(mean_refusal(results))},
        "test": {"name": TEST, "rounds": ROUNDS, "seed": SEED},
        "peers": {peer.name: peer.release for peer in peers},
        "seconds": round(seconds, 1),
    }


def _figures(results: Sequence[SetResult]) -> dict[str, Any]:
    return {scope: [_row(row) for row in rows(results, scope)] for scope in SCOPES}


def _row(row: Row) -> dict[str, Any]:
    return {"kind": row.system.kind, "name": row.system.name, "figures": row.figures, "p": row.p}
