from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from bot.version import version

if TYPE_CHECKING:
    import pytest


def test_the_version_is_the_installed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", {"verbatim": "1.2.3"}.__getitem__)

    assert version() == "1.2.3"


def test_a_version_that_is_not_installed_is_not_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", missing)

    assert version() == ""
