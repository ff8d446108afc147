from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.refusal import Refusal
from benchmarks.results import SetResult, System, mean_refusal, rows

if TYPE_CHECKING:
    from benchmarks.evaluation import Scores

VERBATIM = System(kind="verbatim", name="verbatim", label="Verbatim")
PEER = System(kind="peer", name="peer", label="Peer")


def result(verbatim: list[float], peer: list[float], refused: float | None = 0.5) -> SetResult:
    """Return a result in which every measure of a question has the same value."""
    refusal = Refusal(answered=0.8, right=0.6, refused=refused, auroc=refused)
    scores = {VERBATIM: within(verbatim), PEER: within(peer)}
    return SetResult(name="talks", transcripts=2, questions=len(verbatim), scores=scores, refusal=refusal)


def within(values: list[float]) -> Scores:
    return {"within": np.tile(values, (4, 1)).T, "pool": np.zeros((len(values), 4))}


def test_a_figure_is_the_mean_over_questions() -> None:
    verbatim, peer = rows([result([1.0, 1.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0])], "within")

    assert verbatim.figures == {"success@1": 0.75, "success@5": 0.75, "MRR@10": 0.75, "nDCG@10": 0.75}
    assert peer.figures["success@1"] == 0.25


def test_every_set_counts_the_same_in_a_mean() -> None:
    verbatim, _ = rows([result([1.0] * 10, [0.0] * 10), result([0.0], [0.0])], "within")

    assert verbatim.figures["MRR@10"] == 0.5


def test_only_others_are_compared_with_verbatim() -> None:
    verbatim, peer = rows([result([1.0] * 20, [0.0] * 20)], "within")

    assert verbatim.p is None
    assert peer.p is not None
    assert peer.p["nDCG@10"] < 0.001


def test_scopes_are_apart() -> None:
    verbatim, peer = rows([result([1.0] * 20, [0.0] * 20)], "pool")

    assert verbatim.figures["success@1"] == 0.0
    assert peer.p is not None
    assert peer.p["success@1"] == 1.0


def test_several_sets_are_tested_together() -> None:
    one, other = result([1.0] * 3, [0.0] * 3), result([1.0] * 5, [0.0] * 5)

    together, alone = (rows(results, "within")[1].p for results in ([one, other], [one]))

    assert together is not None
    assert alone is not None
    assert together["success@1"] == pytest.approx(2 / 2**8, abs=0.002)
    assert alone["success@1"] == pytest.approx(2 / 2**3, abs=0.02)


def test_the_mean_of_refusals_leaves_out_sets_without_them() -> None:
    mean = mean_refusal([result([1.0], [1.0], refused=0.9), result([1.0], [1.0], refused=None)])

    assert mean.answered == pytest.approx(0.8)
    assert mean.refused == pytest.approx(0.9)


def test_without_any_there_is_no_mean_of_refusals() -> None:
    mean = mean_refusal([result([1.0], [1.0], refused=None)])

    assert mean.refused is None
