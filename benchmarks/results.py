"""What was measured → rows to show: figures, and whether differences from Verbatim may be chance."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from benchmarks.metrics import MEASURES
from benchmarks.refusal import Refusal
from benchmarks.significance import p_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.evaluation import Scope, Scores

Kind: TypeAlias = Literal["verbatim", "peer", "ablation"]


@dataclass(frozen=True, kw_only=True, slots=True)
class System:
    """What is measured: Verbatim, a peer, or Verbatim without a part of its formula.

    Attributes:
        kind: Which of them.
        name: What it is called in JSON; of an ablation, the weight that is zero.
        label: What it is called in tables.
    """

    kind: Kind
    name: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SetResult:
    """What was measured on one set.

    Attributes:
        name: The set's.
        transcripts: How many it holds.
        questions: How many were put.
        scores: Of every system, Verbatim first.
        refusal: How well Verbatim knows what it does not know.
    """

    name: str
    transcripts: int
    questions: int
    scores: Mapping[System, Scores]
    refusal: Refusal


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A system's figures, each a mean over questions, by measure.

    Attributes:
        system: Whose.
        figures: Measure → figure.
        p: Measure → probability that the difference from Verbatim is chance; None for Verbatim itself.
    """

    system: System
    figures: Mapping[str, float]
    p: Mapping[str, float] | None


def rows(results: Sequence[SetResult], scope: Scope) -> list[Row]:
    """Return the rows of one set, or of the mean over several, in which every set counts the same."""
    verbatim, *others = results[0].scores
    p = iter(_p(results, scope, verbatim, others))
    return [
        Row(
            system=system,
            figures=_named(np.mean([result.scores[system][scope].mean(axis=0) for result in results], axis=0)),
            p=None if system is verbatim else _named(next(p)),
        )
        for system in (verbatim, *others)
    ]


def mean_refusal(results: Sequence[SetResult]) -> Refusal:
    """Return the mean of refusal figures over the sets that have them."""
    own = [result.refusal for result in results]
    refused = [one.refused for one in own if one.refused is not None]
    ordered = [one.auroc for one in own if one.auroc is not None]
    return Refusal(
        answered=fmean(one.answered for one in own),
        right=fmean(one.right for one in own),
        refused=fmean(refused) if refused else None,
        auroc=fmean(ordered) if ordered else None,
    )


def _p(results: Sequence[SetResult], scope: Scope, verbatim: System, others: Sequence[System]) -> NDArray[np.float64]:
    """Return p of every other system and measure, shape (others, MEASURES)."""
    differences = np.vstack(
        [
            np.hstack([result.scores[verbatim][scope] - result.scores[other][scope] for other in others])
            / result.questions
            for result in results
        ]
    )
    return p_values(differences).reshape(len(others), len(MEASURES))


def _named(values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(MEASURES, values.tolist(), strict=True))
