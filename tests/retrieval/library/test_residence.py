from __future__ import annotations

import ctypes
import mmap
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest.mock import create_autospec

import numpy as np
import pytest

from retrieval.library import residence
from retrieval.library.residence import LARGE, MOST, keep_freed, let_go, watch

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def mapped(tmp_path: Path) -> mmap.mmap:
    (tmp_path / "arrays.bin").write_bytes(bytes(range(256)) * (LARGE // 128))
    with (tmp_path / "arrays.bin").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def test_past_a_limit_large_arrays_leave_memory_and_read_the_same_again(mapped: mmap.mmap) -> None:
    watch(mapped, [(0, LARGE), (LARGE, LARGE)])
    array = np.frombuffer(mapped, dtype=np.uint8)
    before = int(array.sum(dtype=np.int64))
    held = residence.resident()

    told = let_go(most=0)

    assert told
    assert residence.resident() < held - LARGE
    assert int(array.sum(dtype=np.int64)) == before


def test_small_arrays_stay(mapped: mmap.mmap, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[mmap.mmap, list[tuple[int, int]]] = {}
    monkeypatch.setattr(residence, "_mapped", kept)

    watch(mapped, [(0, 64), (LARGE // 2 + 64, LARGE)])

    assert kept == {mapped: [(LARGE // 2, LARGE)]}


def test_nothing_leaves_memory_below_the_limit(mapped: mmap.mmap, monkeypatch: pytest.MonkeyPatch) -> None:
    watch(mapped, [(0, LARGE)])
    monkeypatch.setattr(residence, "resident", lambda: MOST)

    assert not let_go()


def test_where_the_system_does_not_tell_nothing_leaves_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(residence, "STATE", tmp_path / "missing")

    assert not let_go(most=0)


def test_what_arrays_free_is_kept_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[int, int] = {}
    library = SimpleNamespace(mallopt=told.__setitem__)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)

    keep_freed()

    assert told == {residence.TRIM_THRESHOLD: 64 << 20, residence.MMAP_THRESHOLD: 32 << 20}


def test_another_c_library_than_gnus_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    library = create_autospec(ctypes.CDLL, return_value=SimpleNamespace())
    monkeypatch.setattr(ctypes, "CDLL", library)

    keep_freed()

    library.assert_called_once_with(None)
