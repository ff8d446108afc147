from __future__ import annotations

import json
import logging
import shutil
import zlib
from typing import TYPE_CHECKING

import pytest

from retrieval.formats import read
from retrieval.index import Index
from retrieval.joining import joined
from retrieval.library.index_files import arrays_of, load_index, save_index
from retrieval.segments import segment_of

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Transcript

TEXT = "Ann Lee: The sea is calm today.\n\nBob Ray: And the harbour is full of boats."


@pytest.fixture
def talk() -> Transcript:
    return read(TEXT.encode(), "sea.txt", "sea")


@pytest.fixture
def folder(tmp_path: Path, talk: Transcript) -> Path:
    """A folder that an index was written to."""
    save_index(joined([segment_of(talk)]), tmp_path / "index")
    return tmp_path / "index"


def held(index: Index | None) -> dict[str, object]:
    assert index is not None
    return {path: array.tolist() for path, array in arrays_of(index)}


def test_an_index_comes_back_as_it_was_written(folder: Path, talk: Transcript) -> None:
    assert held(load_index(folder, [talk], [talk])) == held(Index.build([talk]))


def test_an_empty_index_comes_back_too(tmp_path: Path) -> None:
    save_index(joined([]), tmp_path / "index")

    assert held(load_index(tmp_path / "index", [], [])) == held(Index.build([]))


@pytest.mark.parametrize("name", ["arrays.bin", "contents.json"])
@pytest.mark.parametrize("how", ["cut", "flip", "lose"])
def test_a_damaged_index_is_none_and_removed_with_one_warning(
    folder: Path, talk: Transcript, caplog: pytest.LogCaptureFixture, name: str, how: str
) -> None:
    path = folder / name
    data = path.read_bytes()
    path.unlink()
    if how != "lose":
        path.write_bytes(data[: len(data) // 2] if how == "cut" else data[:-1] + bytes([data[-1] ^ 1]))

    with caplog.at_level(logging.WARNING):
        loaded = load_index(folder, [talk], [talk])

    assert loaded is None
    assert not folder.exists()
    assert ["is damaged" in record.getMessage() for record in caplog.records] == [True]


def test_a_copy_is_compared_once_and_then_known(folder: Path, talk: Transcript) -> None:
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    before = (copy / "contents.json").read_text()

    assert held(load_index(copy, [talk], [talk])) == held(Index.build([talk]))

    known = (copy / "contents.json").read_text()
    assert known != before
    assert held(load_index(copy, [talk], [talk])) == held(Index.build([talk]))
    assert (copy / "contents.json").read_text() == known


def test_an_index_of_another_version_is_built_anew(folder: Path, talk: Transcript) -> None:
    contents = json.loads((folder / "contents.json").read_text().partition("\n")[2]) | {"version": 0}
    described = json.dumps(contents)
    (folder / "contents.json").write_text(f"{zlib.crc32(described.encode())}\n{described}")

    assert load_index(folder, [talk], [talk]) is None
