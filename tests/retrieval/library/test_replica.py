"""Real processes beside this one: they answer as it does, follow it, and are gone when it is."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from retrieval import Changes, EmptyQuestionError, Found, Library, MissingFolderError, UnknownSpeakerError
from retrieval.library.link import Link, NoReplicaError
from retrieval.library.replica import serve
from retrieval.library.version import version
from retrieval.library.wire import (
    Greeting,
    Preparation,
    Question,
    Raised,
    Returned,
    Unable,
    packed,
    receive,
    send,
    unpacked,
)
from tests.retrieval.library.folders import LUNCH, SEA, TREATY, parts, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0
CALM = "Who said that the sea is calm?"
OWNER = """
import sys
from retrieval import Library
library = Library.open(sys.argv[1], cache=sys.argv[2], replicas=2)
library.gather(60)
print(*(link.pid for link in library._current.replicas._free), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    write(folder, sea=SEA, treaty=TREATY)
    return folder


@pytest.fixture
def library(folder: Path, cache: Path) -> Iterator[Library]:
    """A library with one replica that is up."""
    opened = Library.open(folder, cache=cache, replicas=1)
    assert opened.gather(PATIENCE) == 1
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared(talks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with one replica that is up, for all who leave both as they are."""
    opened = Library.open(talks, cache=tmp_path_factory.mktemp("cache"), replicas=1)
    assert opened.gather(PATIENCE) == 1
    yield opened
    opened.close()


def replica_of(library: Library) -> psutil.Process:
    (link,) = library._current.replicas._free  # noqa: SLF001 - nobody else has to know which process it is
    return psutil.Process(link.pid)


def conversation(*requests: object) -> list[object]:
    """Return what a replica replies to requests, in this very process."""
    asked, replies = io.BytesIO(), io.BytesIO()
    for request in requests:
        send(asked, packed(request))
    asked.seek(0)
    serve(asked, replies)
    size = replies.tell()
    replies.seek(0)
    found = []
    while replies.tell() < size:
        found.append(unpacked(receive(replies)))
    return found


def test_a_replica_answers_as_the_library_does(shared: Library, talks: Path) -> None:
    alone = Library.open(talks)

    assert shared.ask(CALM) == alone.ask(CALM)
    assert shared.search("sea") == alone.search("sea")
    assert shared.check("the sea is calm today") == alone.check("the sea is calm today")
    assert shared.timeline("sea") == alone.timeline("sea")
    assert shared.complete("the treaty") == alone.complete("the treaty")


def test_it_is_the_replica_that_answers(shared: Library) -> None:
    before = sum(replica_of(shared).cpu_times()[:2])

    for _ in range(50):
        shared.ask(CALM)

    assert sum(replica_of(shared).cpu_times()[:2]) > before


def test_a_library_tells_how_many_processes_answer_of_how_many(shared: Library, talks: Path) -> None:
    alone = Library.open(talks, replicas=1)  # without a cache there are none

    assert (shared.answering, shared.processes) == (1, 1)
    assert (alone.answering, alone.processes) == (0, 0)


def test_an_error_is_raised_as_it_would_be_here(shared: Library) -> None:
    with pytest.raises(UnknownSpeakerError) as caught:
        shared.ask(CALM, speaker="An Leeh")
    with pytest.raises(EmptyQuestionError):
        shared.search("?!")

    assert caught.value.name == "An Leeh"


def test_a_quote_is_a_slice_of_a_transcript_of_ours(shared: Library) -> None:
    found = shared.ask(CALM)

    assert isinstance(found, Found)
    assert found.quotes[0].transcript is shared.transcripts[0]
    assert found.quotes[0].transcript.slice(found.quotes[0].span) == found.quotes[0].text


def test_a_replica_follows_the_library(library: Library, folder: Path) -> None:
    write(folder, lunch=LUNCH)
    replica = replica_of(library)

    library.refresh()

    found = library.ask("What is for lunch?")
    assert isinstance(found, Found)
    assert found.quotes[0].transcript.source == "lunch.txt"
    assert replica_of(library).pid == replica.pid


def test_what_changed_is_read_and_indexed_in_a_process_of_its_own(
    library: Library, folder: Path, read: list[str], analysed: list[str]
) -> None:
    write(folder, lunch=LUNCH, sea=SEA.replace("calm", "rough"))
    (folder / "treaty.txt").unlink()

    changes = library.refresh()

    assert (changes.added, changes.updated, changes.removed) == (("lunch.txt",), ("sea.txt",), ("treaty.txt",))
    assert parts(library) == parts(Library.open(folder))
    assert read == ["lunch.txt", "sea.txt"]  # by the library that is opened anew, to compare
    assert analysed == ["lunch.txt", "sea.txt"]


def test_a_refresh_without_a_change_starts_nothing(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = time.time() - 60
    for path in folder.iterdir():
        os.utime(path, (settled, settled))
    library.refresh()
    monkeypatch.setattr(subprocess, "Popen", None)

    assert library.refresh() == Changes()


def test_a_question_whose_replica_was_killed_is_answered_here(library: Library, folder: Path) -> None:
    replica_of(library).kill()

    assert library.ask(CALM) == Library.open(folder).ask(CALM)


def test_closing_ends_the_replicas(folder: Path, cache: Path) -> None:
    library = Library.open(folder, cache=cache, replicas=1)
    library.gather(PATIENCE)
    replica = replica_of(library)

    library.close()

    assert not replica.is_running()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_all_is_for_the_owner_to_heed(library: Library, number: int) -> None:
    replica = replica_of(library)

    replica.send_signal(number)

    assert isinstance(library.ask(CALM), Found)
    assert replica_of(library).pid == replica.pid


def test_the_replicas_of_a_process_that_was_killed_are_gone(talks: Path, tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", OWNER, str(talks), str(tmp_path / "cache")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        assert owner.stdout
        replicas = [psutil.Process(int(pid)) for pid in owner.stdout.readline().split()]
        owner.kill()

    _, alive = psutil.wait_procs(replicas, PATIENCE)

    assert len(replicas) == 2
    assert alive == []


def test_a_program_that_does_not_start_is_no_replica(cache: Path) -> None:
    with pytest.raises(NoReplicaError, match="it does not start"):
        Link(cache, [str(cache / "nothing")])


def test_a_program_that_ends_at_once_is_no_replica(cache: Path) -> None:
    with pytest.raises(NoReplicaError, match="it ended with code 3"):
        Link(cache, [sys.executable, "-c", "raise SystemExit(3)"])


def test_another_program_is_no_replica(cache: Path) -> None:
    (refusal,) = conversation(Greeting(version=version() + 1, cache=cache))

    assert refusal == Unable()
    assert not cache.exists()


def test_a_replica_that_holds_nothing_answers_nothing(folder: Path, cache: Path) -> None:
    Library.open(folder, cache=cache).close()
    (kept,) = cache.iterdir()

    replies = conversation(Greeting(version=version(), cache=kept), Question(method=len, given=()))

    assert replies == [Returned(), Unable()]


def test_what_cannot_be_prepared_is_told(cache: Path) -> None:
    cache.mkdir()

    greeted, fault = conversation(Greeting(version=version(), cache=cache), Preparation(roots=(cache / "nowhere",)))

    assert greeted == Returned()
    assert isinstance(fault, Raised)
    assert isinstance(fault.error, MissingFolderError)


def test_where_the_index_was_not_kept_questions_are_answered_here(library: Library, folder: Path, cache: Path) -> None:
    replica_of(library).kill()
    library.ask(CALM)
    for kept in cache.glob("*/index-*/*"):
        os.unlink(kept)  # noqa: PTH108 - as somebody may who clears a disk

    assert library.ask(CALM) == Library.open(folder).ask(CALM)
