from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.store import FILE_NAME, Store, StoreError
from tests.connections import Race

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_store_remembers_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert store.synced("1:global") is None


def test_what_was_synced_outlives_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.remember_synced("1:global", "first")
        store.remember_synced("1:global", "second")

    with Store.open(tmp_path) as store:
        assert store.synced("1:global") == "second"


def test_the_ids_of_commands_are_kept_by_scope_and_replaced_as_a_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.remember_command_ids("1:global", {"ask": 1, "quote": 2})
        store.remember_command_ids("1:7", {"ask": 3})
        store.remember_command_ids("1:global", {"ask": 4})

    with Store.open(tmp_path) as store:
        assert (store.command_ids("1:global"), store.command_ids("1:7")) == ({"ask": 4}, {"ask": 3})


def test_each_scope_is_its_own(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.remember_synced("1:global", "here")

        assert store.synced("1:2") is None


def test_the_folder_is_made_on_first_use(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"

    with Store.open(folder):
        assert (folder / FILE_NAME).is_file()


def test_two_processes_may_have_it_open_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path) as one, Store.open(tmp_path) as other:
        one.remember_synced("1:global", "digest")

        assert other.synced("1:global") == "digest"


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StoreError, match="was written by a newer version of Verbatim: update it"):
        Store.open(tmp_path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database, and long enough to be seen as none" * 20)

    with pytest.raises(StoreError, match=rf"{FILE_NAME} cannot be used \(file is not a database\)"):
        Store.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(StoreError, match=rf"cannot be used \({os.strerror(17)}\): make DATA_DIR a folder"):
        Store.open(tmp_path / "data")


def test_what_was_held_to_be_wrong_is_counted_and_outlives_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.remember_feedback("Who?", "a-1", "No.")
        store.remember_feedback("Who?", "b-2", "")
        store.remember_feedback("Who?", "b-2", "")

    with Store.open(tmp_path) as store:
        kept = [(one.question, one.quote_id, one.note, one.times) for one in store.feedback()]

    assert kept == [("Who?", "b-2", "", 2), ("Who?", "a-1", "No.", 1)]


def test_words_that_are_missing_are_counted_whatever_their_case(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.count_gaps(["Crimea", "football"])
        store.count_gaps(["crimea"])

        assert list(store.gaps().items()) == [("crimea", 2), ("football", 1)]


def test_a_file_of_the_first_version_is_brought_up_to_date_with_what_it_holds(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE synced (scope TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID")
    connection.execute("INSERT INTO synced VALUES ('1:global', 'digest')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()

    with Store.open(tmp_path) as store:
        store.remember_feedback("", "", "")

        assert store.synced("1:global") == "digest"


def test_several_threads_may_use_it_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.count_gaps(["word"] * 10), range(40)))

        assert store.gaps() == {"word": 400}


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        pass

    with pytest.raises(StoreError, match=r"verbatim.sqlite3 cannot be used now \(Cannot operate on a closed database"):
        store.count_gaps(["word"])


def test_closing_waits_for_what_a_thread_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    race = Race(monkeypatch)
    with ExitStack() as opened:
        store = opened.enter_context(Store.open(tmp_path))
        race.run(lambda: store.count_gaps(["word"]), opened.close)

    assert race.done == ["carried out", "closed"]
