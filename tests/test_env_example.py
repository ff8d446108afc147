from __future__ import annotations

import re
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.config import Config

REPOSITORY = Path(__file__).parent.parent
EXAMPLE = dotenv_values(REPOSITORY / ".env.example")
SAMPLES = {
    "DISCORD_TOKEN": "test-token",
    "DEV_GUILD_ID": "42",
    "TRANSCRIPTS": "interviews",
    "DATA_DIR": "elsewhere",
    "LOG_LEVEL": "DEBUG",
    "REFRESH_SECONDS": "0",
    "REQUESTS_PER_MINUTE": "7",
    "ANSWERING_PROCESSES": "2",
    "HEALTH_PORT": "8080",
}


def documented() -> set[str]:
    """Return the names in the first column of the README's table of variables."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\|\s*`([A-Z_]+)`\s*\|", readme, re.MULTILINE))


def test_the_example_as_it_stands_changes_nothing() -> None:
    as_it_stands = {name: value or "" for name, value in EXAMPLE.items()}

    assert Config.from_env(as_it_stands) == Config.from_env({})


def test_the_example_names_every_variable() -> None:
    assert set(EXAMPLE) == set(SAMPLES)


@pytest.mark.parametrize("name", sorted(EXAMPLE))
def test_every_variable_of_the_example_is_read(name: str) -> None:
    assert Config.from_env({name: SAMPLES[name]}) != Config.from_env({})


@pytest.mark.parametrize("name", sorted(EXAMPLE))
def test_every_variable_of_the_example_is_explained_there(name: str) -> None:
    text = (REPOSITORY / ".env.example").read_text(encoding="utf-8")

    assert re.search(rf"^# .*Default: .+\n{name}=$", text, re.MULTILINE)


def test_the_readme_documents_the_variables_that_there_are() -> None:
    assert documented() == set(EXAMPLE)
