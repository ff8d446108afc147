"""The README is true: what it shows is what happens, and its commands are those that are run."""

import re
import shlex
from pathlib import Path

import pytest

from bot.__main__ import main
from retrieval.addresses import read_addresses
from retrieval.aliases import read_aliases
from retrieval.casts import read_cast

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n\$ python -m bot (?P<arguments>.*)\n(?P<shown>(?:.*\n)*?)```", README)
SETUP = "python3 -m venv .venv && .venv/bin/pip install -e "


def test_the_readme_shows_an_answer_a_refusal_and_a_verdict() -> None:
    assert len(SESSIONS) == 3


@pytest.mark.parametrize(("arguments", "shown"), SESSIONS)
def test_a_session_in_the_readme_shows_what_the_command_prints(
    arguments: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    main(shlex.split(arguments))

    assert capsys.readouterr().out.split() == shown.split()


def test_its_pictures_are_there_small_and_described() -> None:
    pictures = re.findall(r"!\[(?P<words>[^\]]{40,})\]\((?P<path>[^)]+)\)", README)

    assert [path for _, path in pictures] == ["docs/answer.png", "docs/verdict.png", "docs/speed.png"]
    assert all((ROOT / path).stat().st_size < 150_000 for _, path in pictures)


def test_one_command_sets_up_and_runs_the_bot() -> None:
    assert f"```sh\n{SETUP}. && .venv/bin/python -m bot\n```" in README


def test_one_command_sets_up_and_runs_the_tests_and_the_checks_run_that_very_command() -> None:
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m 1 \"(?P<pattern>.*)\" README.md", checks)

    commands = [line for line in README.splitlines() if pattern and re.search(pattern["pattern"], line)]

    assert commands == [f"{SETUP}'.[dev]' && .venv/bin/pytest"]


def test_the_library_session_in_the_readme_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    session = re.search(r"```python\n(?P<code>.*?)```", README, re.DOTALL)

    exec(session["code"] if session else "", {})  # noqa: S102 - the README's own lines

    assert "about 70 business agreements. Sergey Lavrov" in capsys.readouterr().out


def test_every_runtime_dependency_is_accounted_for_in_the_readme() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(?P<names>.*?)^\]", project, re.DOTALL | re.MULTILINE)
    names = re.findall(r"\"([\w.\-]+)", listed["names"] if listed else "")

    unexplained = [
        name for name in names if not re.search(rf"^\|.*{re.escape(name)}.*\|", README, re.MULTILINE | re.IGNORECASE)
    ]

    assert names
    assert unexplained == []


def test_the_files_beside_transcripts_in_the_readme_are_right() -> None:
    shown = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)

    speakers, library, aliases = (text.encode() for text in shown)

    assert read_cast(speakers, "speakers.toml")[1] == []
    assert read_addresses(library, "library.toml")[1] == []
    assert len(read_aliases(aliases, "aliases.toml", ["en"])) == 1
