"""The bot as people start it: a process, with Discord simulated on the other end of the wire."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.simulator.state.clock import RunningClock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.simulator.process import BotProcess
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import Clock

ROOT = Path(__file__).parents[3]


@pytest.fixture
def clock() -> Clock:
    return RunningClock()


@pytest.fixture
def start(simulator: Simulator, tmp_path: Path) -> Callable[..., Awaitable[BotProcess]]:
    """Start the bot, as one process, on the transcripts that come with it; call it again for a restart."""

    async def starting(**environment: str) -> BotProcess:
        settings = {
            "TRANSCRIPTS": str(ROOT / "seeds"),
            "DATA_DIR": str(tmp_path / "data"),
            "ANSWERING_PROCESSES": "0",
            **environment,
        }
        return await simulator.start_bot(directory=tmp_path, environment=settings)

    return starting
