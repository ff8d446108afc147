"""`python -m benchmarks load`, small: the real bot as a process, a few seconds of users."""

from __future__ import annotations

import json
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.__main__ import main
from benchmarks.load import showing
from benchmarks.load.showing import report

if TYPE_CHECKING:
    from benchmarks.load.command import Report

SEEDS = str(Path(__file__).parents[3] / "seeds")
SMALL = ["--rate", "10", "--passages", "60"]


@pytest.fixture(scope="module")
def ran() -> tuple[Report, str]:
    """What a run finds, and what is printed of it."""
    reports: list[Report] = []

    def kept(found: Report) -> dict[str, Any]:
        reports.append(found)
        return report(found)

    with pytest.MonkeyPatch.context() as patched, redirect_stdout(StringIO()) as printed:
        patched.setattr(showing, "report", kept)
        assert main(["load", SEEDS, *SMALL, "--seconds", "2", "--search", "0", "--json"]) == 0
    return reports[0], printed.getvalue()


def test_the_bot_is_driven_and_nobody_goes_without_an_answer(ran: tuple[Report, str]) -> None:
    told = json.loads(ran[1])

    waits = told["run"]["waits"]
    assert waits["all"]["count"] > 10
    assert (waits["all"]["unanswered"], waits["all"]["turned_away"]) == (0, 0)
    assert 0 < waits["all"]["first_p50"] <= waits["all"]["first_p99"] < 3
    assert {"ask", "quote", "typing"} <= {*waits}
    assert told["run"]["memory_bytes"][0] > 10_000_000
    assert (told["passages"], told["limit"], told["violations"]) == (60, None, [])


def test_the_table_says_who_waited_and_what_it_took(ran: tuple[Report, str]) -> None:
    stream = StringIO()

    showing.show(ran[0], stream)

    shown = stream.getvalue()
    assert re.search(r"^60 passages; connected after \d+ s$", shown, re.MULTILINE)
    assert re.search(r"^ all +\d+ +0 +0 +\d+ ms +\d+ ms +\d+ ms +\d+ ms", shown, re.MULTILINE)
    assert re.search(
        r"^bot: \d\.\d\d cores and \d\.\d\d in replicas, \d+ ms each, \d+ MiB, growth [+-]\d+\.\d MiB/min; simulator: ",
        shown,
        re.MULTILINE,
    )
    assert shown.endswith("0 violations of Discord's rules\n")


def test_a_folder_without_transcripts_is_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("benchmarks: ")


@pytest.mark.parametrize("rate", ["0", "-1", "many", "inf"])
def test_a_rate_that_is_none_is_a_line(rate: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", "--rate", rate]) == 2
    assert "is no number above 0" in capsys.readouterr().err
