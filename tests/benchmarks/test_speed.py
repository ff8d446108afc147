from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import corpora, curves, pace
from benchmarks.__main__ import main
from benchmarks.corpora import Facts, grown
from benchmarks.pace import Run
from benchmarks.racers import RACERS
from benchmarks.racing import build, search
from retrieval import Library

if TYPE_CHECKING:
    from pathlib import Path

LINES = (
    "cod eel cod",
    "eel",
    "crab crab",
    "cod herring",
    "ling ling ling",
    "ling",
    "herring",
    "",
    "whale",
    "whale tern",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with a corpus of ten passages and two questions, as `speed` writes them."""
    (tmp_path / "passages.txt").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    questions = {"texts": ["cod", "eel crab"], "terms": [["cod"], ["eel", "crab"]]}
    (tmp_path / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [racer.name for racer in RACERS if racer.name != "bm25s_numba"])
def test_every_racer_finds_what_holds_the_words(corpus: Path, name: str) -> None:
    built = build(name, corpus)
    raced = search(name, corpus)

    assert [{0, 3} <= {*raced.found[0]}, {0, 1, 2} <= {*raced.found[1]}] == [True, True]
    assert built.seconds > 0
    assert len(raced.times) == 1


def test_json_holds_every_size_and_racer(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpora, "ASKED", 4)
    folder = town / "town" / "transcripts"

    assert main(["speed", str(folder), "--sizes", "1k", "--racers", "verbatim", "ask", "--json"]) == 0

    [run] = json.loads(capsys.readouterr().out)["sizes"]
    assert run["passages"] == 1000
    assert [*run["racers"]] == ["verbatim", "ask"]
    assert run["racers"]["ask"]["p50_ms"] > 0
    assert {how: [*rates] for how, rates in run["racers"]["ask"]["at_once"].items()} == {
        "threads": ["1", "8", "64"],
        "processes": ["1", "8", "64"],
    }


def test_an_unknown_size_is_refused_in_one_line(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed", str(town), "--sizes", "2k"]) == 2

    assert "'2k' is no size" in capsys.readouterr().err


def test_a_folder_without_transcripts_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["speed", str(tmp_path), "--sizes", "1k"]) == 2

    assert capsys.readouterr().err.count("\n") == 1


def test_the_exponent_is_that_of_the_larger_sizes() -> None:
    curve = [(1_000, 5.0), (10_000, 1.0), (100_000, 10.0), (1_000_000, 100.0)]

    assert pace.exponent(curve) == pytest.approx(1.0)
    assert pace.exponent(curve[:2]) is None


def a_run(passages: int, **seconds: float) -> Run:
    """Return a run in which racers took so long to build, and as many milliseconds for a question."""
    return Run(
        facts=Facts(passages=passages, words=20 * passages, distinct=50, transcripts=3),
        built={name: {"seconds": taken, "peak": 2 << 20, "disk": 1 << 20} for name, taken in seconds.items()},
        raced={
            name: {"times": [taken / 1000] * 3, "opened": 0.1, "first": 0.1, "memory": 1 << 20, "at_once": None}
            for name, taken in seconds.items()
        },
    )


def test_every_racer_is_compared_with_tantivy_where_that_races() -> None:
    run = a_run(1000, verbatim=3.0, tantivy=2.0)

    held = pace.figures(run, "verbatim")

    assert (held["build_ratio"], held["p50_ratio"]) == (1.5, pytest.approx(1.5))
    assert pace.figures(a_run(1000, verbatim=3.0, fts5=6.0), "fts5")["build_ratio"] == 2.0


def test_a_table_shows_the_ratios_and_how_the_figures_grow(capsys: pytest.CaptureFixture[str]) -> None:
    pace.show([a_run(10_000, verbatim=3.0, tantivy=2.0), a_run(100_000, verbatim=30.0, tantivy=20.0)], "notes")

    told = capsys.readouterr().out
    assert "100,000 passages, 2,000,000 words, 50 terms" in told
    assert ["verbatim", "3.0", "1.50"] in [line.split()[:3] for line in told.splitlines()]
    assert "verbatim grows with passages: build_s ^1.00" in told


def test_what_was_grown_is_kept_and_used_again_until_the_originals_change(town: Path, tmp_path: Path) -> None:
    originals = list(Library.open(town / "town" / "transcripts").transcripts)
    facts = grown(originals, 100, tmp_path / "kept")
    (tmp_path / "kept" / "mark").touch()

    assert grown(originals, 100, tmp_path / "kept") == facts
    assert (tmp_path / "kept" / "mark").exists()
    assert grown(originals[1:], 100, tmp_path / "kept").passages == 100
    assert not (tmp_path / "kept" / "mark").exists()


def test_a_place_that_cannot_be_written_is_refused_in_one_line(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()

    assert main(["speed", str(town), "--sizes", "1k", "--racers", "verbatim", "--keep", str(tmp_path / "file")]) == 2

    assert "cannot be written" in capsys.readouterr().err


def test_curves_become_a_picture(tmp_path: Path) -> None:
    curves.draw(tmp_path / "speed.png", {"verbatim": [(1_000, 0.1), (10_000, 0.2)]})

    assert (tmp_path / "speed.png").read_bytes().startswith(b"\x89PNG")
