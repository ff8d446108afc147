from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.library.shelf import Shelf
from tests.connections import Race

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_closing_waits_for_what_a_thread_is_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    race = Race(monkeypatch)
    shelf = Shelf(tmp_path / "shelf.sqlite3")
    race.run(shelf.entries, shelf.close)

    assert race.done == ["carried out", "closed"]
