from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.__main__ import main
from benchmarks.ingest import Ingest, show
from benchmarks.opening import Effort, Opening, measure, peak

if TYPE_CHECKING:
    from pathlib import Path


def opening(cpu: float, peak: int) -> Opening:
    effort = Effort(cpu=cpu, wall=2 * cpu, peak=peak)
    return Opening(opened=effort, refreshed=effort, transcripts=2, failures=1, turns=20, words=2_000)


def test_json_holds_what_was_read_and_what_each_opening_took(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = town / "town" / "transcripts"
    texts = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert main(["ingest", str(folder), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["folder"], told["files"], told["cold"]["transcripts"], told["cold"]["failures"]) == (
        "transcripts",
        3,
        3,
        0,
    )
    assert (told["cold"]["turns"], told["warm"]["turns"]) == (12, 12)
    assert told["warm"]["opened"]["cpu"] > 0
    assert told["cold"]["opened"]["peak"] > 10_000_000
    assert told["a_second"]["words"] == pytest.approx(told["cold"]["words"] / told["cold"]["opened"]["cpu"])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == texts


def test_a_folder_without_transcripts_ends_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(tmp_path)]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"benchmarks: no transcripts in {tmp_path}")
    assert told.err.count("\n") == 1


def test_people_get_a_table() -> None:
    stream = io.StringIO()
    result = Ingest(
        folder="talks", files=3, size=3_000_000, cold=opening(4.0, 250_000_000), warm=opening(0.1, 50_500_000)
    )

    show(result, stream)

    lines = [" ".join(line.split()) for line in stream.getvalue().splitlines()]
    assert lines[1:10] == [
        "talks: 3 files, of which 1 failed",
        "CPU s seconds peak MB",
        "cold open 4.00 8.00 250",
        "warm open 0.10 0.20 50.5",
        "refresh 0.10 0.20 50.5",
        "read a second",
        "MB 3.0 0.8",
        "turns 20.0 5.0",
        "words 2,000 500",
    ]


def test_a_refresh_is_measured_where_a_file_may_be_changed(town: Path, tmp_path: Path) -> None:
    folder = town / "town" / "transcripts"

    without = measure([folder], tmp_path / "cache", None)
    measured = measure([folder], tmp_path / "cache", folder / "harbour.txt")

    assert without.refreshed is None
    assert measured.refreshed is not None
    assert measured.refreshed.cpu > 0
    assert measured.transcripts == 2


def test_the_peak_of_memory_is_in_bytes() -> None:
    assert peak() > 10_000_000
