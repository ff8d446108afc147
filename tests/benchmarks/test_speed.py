from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import curves, speed
from benchmarks.__main__ import main
from benchmarks.racers import RACERS
from benchmarks.racing import build, search

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


def test_json_holds_every_size_and_racer(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = town / "town" / "transcripts"

    assert main(["speed", str(folder), "--sizes", "1k", "--racers", "verbatim", "ask", "--json"]) == 0

    [run] = json.loads(capsys.readouterr().out)
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

    assert speed._exponent(curve) == pytest.approx(1.0)  # noqa: SLF001 - shown in one line only
    assert speed._exponent(curve[:2]) is None  # noqa: SLF001 - likewise


def test_curves_become_a_picture(tmp_path: Path) -> None:
    curves.draw(tmp_path / "speed.png", {"verbatim": [(1_000, 0.1), (10_000, 0.2)]})

    assert (tmp_path / "speed.png").read_bytes().startswith(b"\x89PNG")
