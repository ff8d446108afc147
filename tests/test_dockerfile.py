"""The image is true: what it installs, sets and runs is what there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.config import Config
from bot.terminal import arguments

ROOT = Path(__file__).parent.parent
LINES = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
INSTRUCTIONS = [tuple(line.split(maxsplit=1)) for line in LINES if line and not line.startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def given(instruction: str) -> list[str]:
    """Return what follows an instruction, each time that it is there."""
    return [rest for name, rest in INSTRUCTIONS if name == instruction]


def copied() -> list[str]:
    """Return what is copied from the repository."""
    return [name for rest in given("COPY") if not rest.startswith("--") for name in rest.split()[:-1]]


def variables() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in given("ENV")[0].split())


def test_it_is_built_in_one_stage_and_runs_in_another_on_the_oldest_python_that_is_promised() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")

    assert given("FROM") == [f"python:{oldest}-slim AS build", f"python:{oldest}-slim"]


def test_it_copies_what_the_package_is_built_from_and_nothing_that_is_not_there() -> None:
    needed = {"pyproject.toml", PROJECT["readme"], *PROJECT["license-files"], "constraints.txt", "bot", "retrieval"}

    assert {*copied()} == needed
    assert all((ROOT / name).exists() for name in copied())


def test_what_is_left_out_of_the_context_is_not_copied() -> None:
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)

    assert {*let_in} == {*copied()}


def test_its_extras_are_those_of_the_project() -> None:
    extras = re.search(r"'\.\[([\w,-]+)\]'", " ".join(given("RUN")))

    assert extras is not None
    assert {*extras[1].split(",")} <= {*PROJECT["optional-dependencies"]}


def test_it_does_not_run_as_root() -> None:
    (user,) = given("USER")

    assert user not in {"root", "0"}
    assert f" {user} " in given("RUN")[1]


def test_its_variables_are_ours_and_all_that_is_kept_lies_in_its_one_volume() -> None:
    ours = {name: value for name, value in variables().items() if name in dotenv_values(ROOT / ".env.example")}
    config = Config.from_env(ours)

    (volume,) = given("VOLUME")
    assert {*variables()} - {*ours} == {"PATH", "PYTHONUNBUFFERED"}
    assert all(folder.is_relative_to(volume) for folder in (*config.transcripts, config.data_dir))
    assert config.health_port is not None


@pytest.mark.parametrize(
    ("command", "run"),
    [
        (given("ENTRYPOINT")[0] + given("CMD")[0], "discord"),
        (given("HEALTHCHECK")[0].partition("CMD ")[2], "health"),
    ],
)
def test_its_commands_are_ours(command: str, run: str) -> None:
    script, *rest = json.loads(command.replace("][", ", "))

    assert script in PROJECT["scripts"]
    assert arguments.parse(rest).run == run


def test_no_secret_is_in_it() -> None:
    assert "TOKEN" not in "\n".join(LINES)
