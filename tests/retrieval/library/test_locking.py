from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock, Timeout

from retrieval.library import locking
from retrieval.library.locking import alone

if TYPE_CHECKING:
    from pathlib import Path


def test_who_is_alone_keeps_others_out_until_it_is_done(tmp_path: Path) -> None:
    other = FileLock(tmp_path / ".lock")

    with alone(tmp_path), pytest.raises(Timeout):
        other.acquire(timeout=0)

    other.acquire(timeout=0)
    other.release()


def test_where_the_lock_is_stuck_one_goes_on_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0)
    went_on = False

    with FileLock(tmp_path / ".lock"), alone(tmp_path):
        went_on = True

    assert went_on
