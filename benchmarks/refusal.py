"""How often `ask` answers what is answerable and refuses what is not."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from benchmarks.metrics import auroc, match
from benchmarks.sets import Place
from retrieval import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from benchmarks.sets import EvaluationSet, Query
    from retrieval import Answer

DRAW = 3
"""Seed of the transcripts that questions are wrongly put to."""


class Asked(Protocol):
    """Answers a question from a transcript, or refuses."""

    def ask(self, question: str, transcript: str) -> Answer:
        """Return the answer."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """Each question is put to its own transcript and to one drawn from the others.

    Attributes:
        answered: Share of questions that their own transcript answers.
        right: Share of those whose first quote overlaps a turn that answers.
        refused: Share of questions that the other transcript refuses; None where a set has a single transcript.
        auroc: How well confidence tells own from other transcripts: 0.5 is blind, 1 perfect; None likewise.
    """

    answered: float
    right: float
    refused: float | None
    auroc: float | None


def refusal(asked: Asked, evaluation: EvaluationSet, tick: Callable[[], None]) -> Refusal:
    """Put every question of a set to its own transcript and to another.

    Args:
        asked: What answers.
        evaluation: The questions and their transcripts.
        tick: Called after each question.
    """
    draw = random.Random(DRAW)  # noqa: S311 - a sample, not a secret
    own, other = [], []
    for query in evaluation.queries:
        own.append(asked.ask(query.text, query.transcript))
        if others := [name for name in evaluation.transcripts if name != query.transcript]:
            other.append(asked.ask(query.text, draw.choice(others)))
        tick()
    answered = [isinstance(answer, Found) for answer in own]
    right = [_right(answer, query) for answer, query in zip(own, evaluation.queries, strict=True)]
    return Refusal(
        answered=sum(answered) / len(own),
        right=sum(right) / max(sum(answered), 1),
        refused=sum(not isinstance(answer, Found) for answer in other) / len(other) if other else None,
        auroc=auroc(_confidence(own), _confidence(other)) if other else None,
    )


def _right(answer: Answer, query: Query) -> bool:
    if not isinstance(answer, Found):
        return False
    best = answer.quotes[0]
    return bool(match(Place(transcript=query.transcript, span=best.span), query))


def _confidence(answers: Sequence[Answer]) -> NDArray[np.float64]:
    return np.array([answer.confidence for answer in answers])
