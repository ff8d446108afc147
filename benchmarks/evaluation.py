"""A searcher and a set's questions → scores, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, get_args

import numpy as np

from benchmarks.metrics import MEASURES, match

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.sets import Place, Query

Scope: TypeAlias = Literal["within", "pool"]
"""Whether a question's own transcript is searched, or all transcripts of its set."""
SCOPES: tuple[Scope, ...] = get_args(Scope)
Hits: TypeAlias = "Mapping[Scope, Sequence[Place]]"
Scores: TypeAlias = "Mapping[Scope, NDArray[np.float64]]"
"""For each scope the measures of every question, shape (questions, MEASURES)."""


class Searcher(Protocol):
    """Finds places that answer a question."""

    def search(self, question: str, transcript: str) -> Hits:
        """Return the best places within a transcript, and among all; best first, no more than are read."""
        ...


def evaluate(searcher: Searcher, queries: Sequence[Query], tick: Callable[[], None]) -> Scores:
    """Put every question to a searcher and measure what it finds.

    Args:
        searcher: What is measured.
        queries: The questions.
        tick: Called after each.
    """
    rows: dict[Scope, list[list[float]]] = {scope: [] for scope in SCOPES}
    for query in queries:
        hits = searcher.search(query.text, query.transcript)
        for scope in SCOPES:
            rows[scope].append(_measured(hits[scope], query))
        tick()
    return {scope: np.array(rows[scope]) for scope in SCOPES}


def _measured(hits: Sequence[Place], query: Query) -> list[float]:
    matches = [match(place, query) for place in hits]
    return [measure(matches, len(query.gold)) for measure in MEASURES.values()]
