from __future__ import annotations

import asyncio
import threading

import pytest

from bot.interactions.worker import BusyError, Worker

PATIENCE = 60.0


async def test_work_is_done_outside_of_the_event_loops_thread() -> None:
    worker = Worker()

    thread = await worker.run(threading.get_ident)

    assert thread != threading.get_ident()
    worker.close()


async def test_more_work_than_may_wait_is_refused_until_some_is_done() -> None:
    worker, gate = Worker(threads=1, most_under_way=2), threading.Event()
    under_way = [asyncio.ensure_future(worker.run(lambda: gate.wait(PATIENCE))) for _ in range(2)]
    await asyncio.sleep(0)  # let both begin

    with pytest.raises(BusyError):
        await worker.run(gate.is_set)

    gate.set()
    await asyncio.gather(*under_way)
    assert await worker.run(gate.is_set)
    worker.close()


async def test_work_that_waited_too_long_to_begin_is_refused() -> None:
    worker = Worker(longest_wait=-1.0)

    with pytest.raises(BusyError):
        await worker.run(threading.get_ident)

    worker.close()


async def test_a_fault_of_the_work_is_the_callers() -> None:
    worker = Worker()

    with pytest.raises(ZeroDivisionError):
        await worker.run(lambda: 1 / 0)

    worker.close()
