"""A process that ends at any moment, and bytes that go bad on the disk, hurt nothing that was there before."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval import Library
from retrieval.library import indexes, reading
from retrieval.library.shelf import Shelf
from tests.retrieval.library.folders import LUNCH, SEA, TREATY, parts, remember, write

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS: tuple[tuple[object, str], ...] = (
    (Shelf, "put"),
    (Shelf, "forget"),
    (Shelf, "note_index"),
    (Shelf, "forget_indexes"),
    (np, "save"),
    (Path, "write_text"),
    (Path, "replace"),
    (indexes, "drop_others"),
    (shutil, "rmtree"),
)
"""What writes to the disk."""
MOST_STEPS = 40


class Killed(BaseException):
    """The end of a process, as far as one process can play it."""


class Life:
    """Lets so many steps be taken, and then no more."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def limited(self, step: Callable[..., object]) -> Callable[..., object]:
        def taken(*args: object, **options: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise Killed
            return step(*args, **options)

        return taken


@pytest.fixture
def one_file_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH", 1)


def dies(folder: Path, cache: Path, steps: int) -> bool:
    """Open a library in a process that ends after so many steps, and tell whether it did."""
    with pytest.MonkeyPatch.context() as patch:
        life = Life(steps)
        for owner, name in STEPS:
            patch.setattr(owner, name, life.limited(getattr(owner, name)))
        try:
            Library.open(folder, cache=cache).close()
        except Killed:
            return True
    return False


@pytest.mark.usefixtures("one_file_a_batch")
def test_a_process_may_end_at_any_step_of_its_writing(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Read, change, and end at the first step, at the second, and so on: the next process finds everything."""
    kept = tmp_path / "kept"
    remember(folder, kept)
    write(folder, lunch=LUNCH, sea=SEA.replace("calm", "rough"))
    (folder / "treaty.txt").unlink()
    expected = parts(Library.open(folder))
    caplog.clear()

    for steps in range(MOST_STEPS):
        cache = tmp_path / f"cache-{steps}"
        shutil.copytree(kept, cache)
        died = dies(folder, cache, steps)
        assert remember(folder, cache) == expected
        assert remember(folder, cache) == expected

    assert not died
    assert caplog.records == []


@pytest.mark.usefixtures("one_file_a_batch")
def test_what_was_read_before_the_end_is_not_read_again(folder: Path, cache: Path, read: list[str]) -> None:
    write(folder, lunch=LUNCH)
    assert dies(folder, cache, 2)
    read.clear()

    Library.open(folder, cache=cache)

    assert read == ["treaty.txt"]


def test_after_a_restart_only_what_changed_is_analysed(folder: Path, cache: Path, analysed: list[str]) -> None:
    remember(folder, cache)
    write(folder, lunch=LUNCH)
    analysed.clear()

    held = remember(folder, cache)

    assert analysed == ["lunch.txt"]
    assert held == parts(Library.open(folder))


@pytest.mark.parametrize("place", [0.0, 0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999])
@pytest.mark.parametrize("how", ["flip", "cut", "blank"])
def test_whatever_goes_bad_on_the_shelf_the_library_is_right(folder: Path, cache: Path, place: float, how: str) -> None:
    write(folder, **{f"talk{number}": f"{TREATY}\n\nJ.Roe: And {number} more." for number in range(20)})
    expected = remember(folder, cache)
    shelf = next(cache.rglob("transcripts.sqlite"))
    data = bytearray(shelf.read_bytes())
    where = int(place * len(data))
    if how == "flip":
        data[where] ^= 0xFF
    else:
        data[where : where + 4096] = b"" if how == "cut" else bytes(4096)
    shelf.write_bytes(data)

    assert remember(folder, cache) == expected
    assert remember(folder, cache) == expected


def test_a_transcript_that_goes_bad_while_the_library_is_open_is_read_again(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library = Library.open(folder, cache=cache)
    library._current._memory.shelf._connection.execute("UPDATE bodies SET body = x'00'")  # noqa: SLF001 - what a bad disk does

    with caplog.at_level(logging.WARNING):
        texts = [transcript.text for transcript in library.transcripts]
        again = [transcript.text for transcript in Library.open(folder, cache=cache).transcripts]

    assert texts == again == [SEA, TREATY]
    assert ["is damaged" in record.getMessage() for record in caplog.records] == [True]


def test_a_transcript_that_stands_in_the_place_of_another_is_read_again(folder: Path, cache: Path) -> None:
    library = Library.open(folder, cache=cache)
    library._current._memory.shelf._connection.execute(  # noqa: SLF001 - what a bad disk does
        "UPDATE bodies SET body = (SELECT other.body FROM bodies AS other WHERE other.key != bodies.key)"
    )

    texts = [transcript.text for transcript in library.transcripts]

    assert texts == [SEA, TREATY]


def test_a_shelf_that_goes_bad_while_the_library_is_open_is_made_anew(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library = Library.open(folder, cache=cache)
    library._current._memory.shelf._connection.execute("DROP TABLE files")  # noqa: SLF001 - what a bad disk does
    write(folder, lunch=LUNCH)

    with caplog.at_level(logging.WARNING):
        changes = library.refresh()

    assert changes.added == ("lunch.txt",)
    assert parts(library) == parts(Library.open(folder))
    assert ["is damaged" in record.getMessage() for record in caplog.records] == [True]
    library.close()
    assert remember(folder, cache) == parts(Library.open(folder))


def test_a_disk_that_is_full_keeps_nobody_from_searching(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(indexes, "save_index", full)

    with caplog.at_level(logging.WARNING):
        library = Library.open(folder, cache=cache)

    assert library.check("seventy states have signed it").kind == "exact"
    assert ["No space left" in record.getMessage() for record in caplog.records] == [True]


def test_what_a_killed_process_left_is_removed_when_it_is_old_and_not_before(folder: Path, cache: Path) -> None:
    remember(folder, cache)
    home = next(cache.iterdir())
    (home / ".new-old").mkdir()
    (home / ".new-now").mkdir()
    os.utime(home / ".new-old", (1, 1))
    write(folder, lunch=LUNCH)

    remember(folder, cache)

    assert sorted(path.name for path in home.glob(".new-*")) == [".new-now"]


OPEN = """
import sys
from retrieval import Library
library = Library.open(sys.argv[1], cache=sys.argv[2])
print(len(library.transcripts), len(library.search("treaty")), flush=True)
library.refresh()
"""


def started(folder: Path, cache: Path) -> subprocess.Popen[str]:
    """Start a process that opens a library."""
    command = [sys.executable, "-W", "error", "-c", OPEN, str(folder), str(cache)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own


def test_processes_may_open_one_library_at_once(folder: Path, cache: Path) -> None:
    write(folder, **{f"talk{number}": TREATY for number in range(30)})

    processes = [started(folder, cache) for _ in range(3)]
    told = [process.communicate() for process in processes]

    assert [(process.returncode, *said) for process, said in zip(processes, told, strict=True)] == [
        (0, "32 10\n", "")
    ] * 3
    assert remember(folder, cache) == parts(Library.open(folder))


def test_a_process_that_is_killed_leaves_a_library_that_opens(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, **{f"talk{number}": TREATY for number in range(30)})
    process = started(folder, cache)
    assert process.stdout is not None
    process.stdout.readline()  # it is about to refresh

    process.kill()
    process.communicate()

    assert remember(folder, cache) == parts(Library.open(folder))
    assert caplog.records == []
