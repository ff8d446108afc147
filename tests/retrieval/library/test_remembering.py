"""A library that was refreshed equals a library that was built anew, and reads only what changed."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

import pytest

from retrieval import Found, Library
from retrieval.library import indexes
from retrieval.library.index_files import arrays_of
from tests.retrieval.library.folders import LUNCH, TREATY, parts, remember, write

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_read_is_remembered_by_the_next_library(folder: Path, cache: Path, read: list[str]) -> None:
    first = parts(Library.open(folder, cache=cache))
    read.clear()

    second = Library.open(folder, cache=cache)

    assert read == []
    assert parts(second) == first


def test_an_answer_from_a_remembered_library_is_a_slice_of_its_source(folder: Path, cache: Path) -> None:
    Library.open(folder, cache=cache)

    result = Library.open(folder, cache=cache).ask("How many states have signed the treaty?")

    assert isinstance(result, Found)
    quote = result.quotes[0]
    assert "seventy states have signed it" in quote.text
    assert quote.text == TREATY[quote.span.start : quote.span.end]


def test_folders_do_not_share_what_is_remembered(folder: Path, cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, lunch=LUNCH)
    Library.open(folder, cache=cache)

    assert [transcript.id for transcript in Library.open(other, cache=cache).transcripts] == ["lunch"]
    assert [transcript.id for transcript in Library.open(folder, cache=cache).transcripts] == ["sea", "treaty"]


def test_what_was_just_joined_is_mapped_from_disk_as_after_a_restart(folder: Path, cache: Path) -> None:
    library = Library.open(folder, cache=cache)

    index = library._current.built.holdings.index  # noqa: SLF001 - nothing outside tells where the words lie
    assert not any(array.flags.writeable for _, array in arrays_of(index))


def test_an_index_that_vanishes_as_soon_as_it_was_written_is_joined_in_memory(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "load_index", lambda *_: None)

    library = Library.open(folder, cache=cache)

    assert parts(library) == parts(Library.open(folder))


def shelf_of(cache: Path) -> Path:
    return next(cache.rglob("transcripts.sqlite"))


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100])
def test_a_damaged_shelf_is_rebuilt_with_one_warning(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture, damage: bytes
) -> None:
    expected = remember(folder, cache)
    shelf_of(cache).write_bytes(damage)

    with caplog.at_level(logging.WARNING):
        library = Library.open(folder, cache=cache)

    assert parts(library) == expected
    assert len(caplog.records) == (1 if damage else 0)


def test_a_shelf_of_another_version_is_rebuilt_with_one_warning(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    expected = remember(folder, cache)
    with sqlite3.connect(shelf_of(cache)) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()

    with caplog.at_level(logging.WARNING):
        library = Library.open(folder, cache=cache)

    assert parts(library) == expected
    assert ["version 999 instead of" in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize("name", ["arrays.bin", "contents.json"])
@pytest.mark.parametrize("how", ["cut", "flip", "lose"])
def test_a_damaged_index_is_rebuilt_with_one_warning(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture, name: str, how: str
) -> None:
    expected = remember(folder, cache)
    path = next(cache.rglob(name))
    data = path.read_bytes()
    path.unlink()
    if how != "lose":
        path.write_bytes(data[: len(data) // 2] if how == "cut" else data[:-1] + bytes([data[-1] ^ 1]))

    with caplog.at_level(logging.WARNING):
        library = Library.open(folder, cache=cache)

    assert parts(library) == expected
    assert ["is damaged" in record.getMessage() for record in caplog.records] == [True]


def test_where_nothing_can_be_remembered_everything_works_and_the_log_says_why(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")

    with caplog.at_level(logging.DEBUG):
        library = Library.open(folder, cache=tmp_path / "file" / "cache")

    assert len(library.transcripts) == 2
    assert ["cannot be written" in record.getMessage() for record in caplog.records] == [True]
