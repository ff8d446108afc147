from __future__ import annotations

import logging
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import pytest

from retrieval.library.link import NoReplicaError
from retrieval.library.replicas import Replicas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from retrieval.library.building import Built
    from retrieval.library.link import Link

PATIENCE = 60.0
OLD, NEW = cast("Built", "old"), cast("Built", "new")


class Fake:
    """A replica that answers with its number and what it holds."""

    def __init__(self, number: int, asked: threading.Semaphore) -> None:
        self.number = number
        self.held: object = None
        self.has_ended = self.was_killed = False
        self.gate = threading.Event()
        self.gate.set()
        self.asked = asked

    def holds(self, built: Built) -> bool:
        return self.held is built

    def hold(self, built: Built) -> None:
        self.held = built

    def answer(self, built: Built, method: Callable[[], None], *_: object) -> tuple[int, object]:
        self.asked.release()
        assert self.gate.wait(PATIENCE)
        self.held = built
        try:
            method()
        except NoReplicaError:
            self.close()
            raise
        return self.number, self.held

    def prepare(self, roots: tuple[Path, ...]) -> None:
        self.asked.release()
        assert self.gate.wait(PATIENCE)
        if self.was_killed or not roots:
            raise NoReplicaError("it failed")

    def kill(self) -> None:
        self.was_killed = True
        self.gate.set()

    def close(self) -> None:
        self.has_ended = True


class Pool:
    """Replicas that are fakes, each kept for the test to look at."""

    def __init__(self) -> None:
        self.links: list[Fake] = []
        self.asked = threading.Semaphore(0)
        self.unable = 0
        self.is_slow = False

    def start(self, _: Path) -> Link:
        if self.unable:
            self.unable -= 1
            raise NoReplicaError("no memory is left")
        self.links.append(Fake(len(self.links), self.asked))
        if self.is_slow:
            self.links[-1].gate.clear()
        return cast("Link", self.links[-1])


@pytest.fixture
def pool() -> Pool:
    return Pool()


@pytest.fixture
def two(pool: Pool, tmp_path: Path) -> Iterator[Replicas]:
    """Two replicas that are up."""
    replicas = Replicas(tmp_path, 2, OLD, start=pool.start)
    assert replicas.gather(PATIENCE) == 2
    yield replicas
    replicas.close()


def nothing() -> None:
    """Be asked, and have nothing to say."""


def fail() -> None:
    raise NoReplicaError("it ended with code -9")


def test_a_question_is_answered_by_a_replica(two: Replicas) -> None:
    assert two.answer(OLD, nothing)[1] is OLD


def test_the_replica_that_answered_last_answers_again(two: Replicas) -> None:
    first, _ = two.answer(OLD, nothing)

    assert [two.answer(OLD, nothing)[0] for _ in range(3)] == [first] * 3


def test_two_questions_at_once_are_answered_by_two_and_a_third_waits(two: Replicas, pool: Pool) -> None:
    for link in pool.links:
        link.gate.clear()
    answers: list[Any] = []
    asking = [threading.Thread(target=lambda: answers.append(two.answer(OLD, nothing)[0])) for _ in range(3)]

    for thread in asking:
        thread.start()
    assert all(pool.asked.acquire(timeout=PATIENCE) for _ in pool.links)
    assert answers == []
    for link in pool.links:
        link.gate.set()
    for thread in asking:
        thread.join()

    assert {*answers} == {0, 1}
    assert len(answers) == 3


def test_all_that_are_free_follow_the_library(two: Replicas, pool: Pool) -> None:
    two.follow(NEW)

    assert [link.held for link in pool.links] == [NEW, NEW]


def test_one_more_prepares_what_changed_and_ends_with_it(two: Replicas, pool: Pool, tmp_path: Path) -> None:
    two.prepare((tmp_path,))

    assert [link.has_ended for link in pool.links] == [False, False, True]


def test_one_that_fails_to_prepare_hurts_nothing(two: Replicas, pool: Pool) -> None:
    two.prepare(())

    assert [link.has_ended for link in pool.links] == [False, False, True]
    assert two.up == 2


def test_one_that_ended_is_replaced_by_another_that_holds_the_newest_state(
    two: Replicas, pool: Pool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("retrieval.library.replicas.SHORTEST_PAUSE", 0.0)
    two.follow(NEW)

    with pytest.raises(NoReplicaError):
        two.answer(NEW, fail)

    assert two.gather(PATIENCE) == 2
    assert sorted(link.has_ended for link in pool.links) == [False, False, True]
    assert pool.links[-1].held is NEW
    assert [record.message for record in caplog.records] == [
        "a replica ended; questions to it are answered here until there is another"
    ]


def test_one_that_cannot_be_started_is_told_once_and_tried_again(
    pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("retrieval.library.replicas.SHORTEST_PAUSE", 0.0)
    pool.unable = 3

    replicas = Replicas(tmp_path, 1, OLD, start=pool.start)

    assert replicas.gather(PATIENCE) == 1
    assert [(record.levelno, record.message) for record in caplog.records] == [
        (logging.WARNING, "a replica cannot be started (no memory is left); questions are answered here")
    ]
    replicas.close()


def test_the_pauses_between_failures_grow_to_a_minute(two: Replicas) -> None:
    pauses = []
    for failures in range(9):
        two._failures = failures  # noqa: SLF001 - nobody waits a minute for a test
        pauses.append(two._pause())  # noqa: SLF001 - likewise

    assert pauses == [0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]


def test_without_a_folder_there_are_none(pool: Pool) -> None:
    replicas = Replicas(None, 2, OLD, start=pool.start)

    assert replicas.gather(PATIENCE) == 0
    with pytest.raises(NoReplicaError):
        replicas.answer(OLD, nothing)


def test_closing_ends_all_and_waits_for_an_answer_under_way(two: Replicas, pool: Pool) -> None:
    for link in pool.links:
        link.gate.clear()
    answers: list[Any] = []
    asking = threading.Thread(target=lambda: answers.append(two.answer(OLD, nothing)[1]))
    asking.start()
    assert pool.asked.acquire(timeout=PATIENCE)

    closing = threading.Thread(target=two.close)
    closing.start()
    for link in pool.links:
        link.gate.set()
    closing.join()
    asking.join()

    assert answers == [OLD]
    assert [link.has_ended for link in pool.links] == [True, True]


def test_closing_ends_what_is_prepared(two: Replicas, pool: Pool, tmp_path: Path) -> None:
    pool.is_slow = True
    preparing = threading.Thread(target=two.prepare, args=((tmp_path,),))
    preparing.start()
    assert pool.asked.acquire(timeout=PATIENCE)

    two.close()
    preparing.join()

    assert [link.was_killed for link in pool.links] == [False, False, True]


def test_once_closed_nothing_is_prepared(two: Replicas, pool: Pool, tmp_path: Path) -> None:
    two.close()

    two.prepare((tmp_path,))

    assert not pool.asked.acquire(blocking=False)
    assert pool.links[-1].has_ended


def test_a_thread_that_waits_is_told_that_none_is_left(two: Replicas, pool: Pool) -> None:
    for link in pool.links:
        link.gate.clear()
    failures: list[NoReplicaError] = []

    def asks(method: Callable[[], None]) -> None:
        try:
            two.answer(OLD, method)
        except NoReplicaError as error:
            failures.append(error)

    asking = [threading.Thread(target=partial(asks, fail)) for _ in range(4)]
    for thread in asking:
        thread.start()
    assert all(pool.asked.acquire(timeout=PATIENCE) for _ in pool.links)
    for link in pool.links:
        link.gate.set()
    for thread in asking:
        thread.join()

    assert len(failures) == 4
