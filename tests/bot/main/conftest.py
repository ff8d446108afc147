from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from retrieval import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Config

from tests.bot.main.shelf import Shelf

VARIABLES = ("DISCORD_TOKEN", "DEV_GUILD_ID", "TRANSCRIPTS", "DATA_DIR", "LOG_LEVEL", "NO_COLOR")


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    monkeypatch.setattr(Library, "open", shelf.open)
    return shelf


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Config]:
    """Stand in for Discord, and keep the configurations that it was started with."""
    served: list[Config] = []
    monkeypatch.setattr("bot.client.run", lambda config, _: served.append(config))
    return served


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Start from an empty folder, with nothing set and nothing typed."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path
