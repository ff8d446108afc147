from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from bot.client.watching import refresh, watch
from retrieval import Found, Library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LUNCH = "Ann Lee: Lunch is fish today."
TREATY = "Bob Ray: The treaty was signed in June."


async def test_a_transcript_that_comes_while_the_bot_runs_is_answered_from(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "lunch.txt").write_text(LUNCH, encoding="utf-8")
    library = Library.open(tmp_path)
    (tmp_path / "treaty.txt").write_text(TREATY, encoding="utf-8")

    with caplog.at_level(logging.INFO):
        await refresh(library)

    assert isinstance(library.ask("When was the treaty signed?"), Found)
    assert [record.getMessage() for record in caplog.records] == ["1 transcript added"]


async def test_what_is_gone_altogether_is_one_warning_and_the_bot_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "lunch.txt").write_text(LUNCH, encoding="utf-8")
    library = Library.open(tmp_path)
    (tmp_path / "lunch.txt").unlink()

    await refresh(library)

    assert [record.getMessage()[:34] for record in caplog.records] == ["the transcripts stay as they were:"]
    assert isinstance(library.ask("What is lunch?"), Found)


async def test_a_fault_of_ours_is_logged_whole_and_the_bot_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def refresh(self) -> None:
            raise RuntimeError("boom")

    await refresh(Broken())  # type: ignore[arg-type] # refresh is all that it needs

    assert [record.exc_info is not None for record in caplog.records] == [True]


async def test_watching_refreshes_again_and_again() -> None:
    refreshed = asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    class Counting:
        def refresh(self) -> None:
            loop.call_soon_threadsafe(refreshed.release)
            raise RuntimeError("counted")

    task = asyncio.create_task(watch(Counting(), 0.001))  # type: ignore[arg-type] # refresh is all that it needs
    await refreshed.acquire()
    await refreshed.acquire()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_zero_seconds_mean_never() -> None:
    await watch(object(), 0)  # type: ignore[arg-type] # nothing of it is used
