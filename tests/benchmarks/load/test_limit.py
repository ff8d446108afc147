from __future__ import annotations

from math import inf

import pytest

from benchmarks.load.figures import ALL, Run, Usage, Waits
from benchmarks.load.limit import highest_rate

IDLE = Usage(own_cores=0.0, replica_cores=0.0, simulator_cores=0.0, other_cores=0.0, lag=0.0, memory=[])


def run_at(rate: float, *, bears: float) -> Run:
    """Make a run of a bot that bears so much and no more."""
    first = 0.1 if rate <= bears else inf
    waits = Waits(count=1, unanswered=0, turned_away=0, first={50: first, 99: first}, words={})
    return Run(rate=rate, seconds=1, waits={ALL: waits}, usage=IDLE)


@pytest.mark.parametrize(
    ("bears", "limit", "tried"),
    [
        (100, 96, [80, 128, 104, 92, 98]),
        (20, 18.75, [25, 12.5, 18.75]),
        (0, 0, [25, 12.5, 6.25]),
    ],
)
async def test_the_limit_is_closed_in_on(bears: float, limit: float, tried: list[float]) -> None:
    async def run(rate: float, _: float) -> Run:
        return run_at(rate, bears=bears)

    found, runs = await highest_rate(run, run_at(50, bears=bears), 1)

    assert [one.rate for one in runs] == pytest.approx(tried)
    assert found == pytest.approx(limit, abs=3)


async def test_a_bot_that_bears_everything_is_not_driven_for_ever() -> None:
    async def run(rate: float, _: float) -> Run:
        return run_at(rate, bears=inf)

    found, runs = await highest_rate(run, run_at(4000, bears=inf), 1)

    assert found == pytest.approx(6400)
    assert len(runs) == 1
