from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.__main__ import COMMANDS, main
from benchmarks.progress import ticking
from benchmarks.verbatim import ABLATIONS

if TYPE_CHECKING:
    from pathlib import Path

BUILT_IN = ("rank_bm25", "rank_bm25_analysed", "fts5")
"""Peers that need no extra."""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def measured(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["quality", *arguments, "--json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def test_json_holds_every_system_in_both_scopes(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(capsys, str(town), "--peers", *BUILT_IN)

    [town_set] = report["sets"]
    assert (town_set["name"], town_set["transcripts"], town_set["questions"]) == ("town", 2, 4)
    for scope in ("within", "pool"):
        assert [row["name"] for row in town_set[scope]] == ["verbatim", *BUILT_IN, *ABLATIONS]
        assert [*town_set[scope][0]["figures"]] == ["success@1", "success@5", "MRR@10", "nDCG@10"]
    assert [*report["peers"]] == [*BUILT_IN]
    assert report["test"]["name"] == "paired randomisation test, two-sided"


def test_verbatim_answers_the_easy_questions(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(capsys, str(town), "--peers")

    [town_set] = report["sets"]
    assert town_set["within"][0]["figures"]["success@1"] == 1.0
    assert [*town_set["ask"]] == ["answered", "right", "refused", "auroc"]
    assert town_set["ask"]["right"] == 1.0


def test_two_runs_measure_the_same(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = measured(capsys, str(town), "--peers", *BUILT_IN)

    second = measured(capsys, str(town), "--peers", *BUILT_IN)

    assert first["sets"] == second["sets"]


def test_a_limit_leaves_questions_out(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(capsys, str(town), "--peers", "--limit", "3")

    assert report["sets"][0]["questions"] == 3


def test_a_pipe_gets_plain_tables(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["quality", str(town), "--peers", "fts5"])

    out, err = capsys.readouterr()
    assert code == 0
    assert err == ""
    assert "\x1b" not in out
    assert "town: 4 questions, 2 transcripts; within the question's own transcript" in out
    assert "town: 4 questions, 2 transcripts; among all transcripts" in out
    headings = ["success@1", "success@5", "MRR@10", "nDCG@10", "p@1", "p", "nDCG"]
    lines = [line.split() for line in out.splitlines()]
    assert lines.count(headings) == 2
    assert ["Verbatim", "1.000", "1.000", "1.000", "1.000"] in lines
    assert ["SQLite", "FTS5"] in [line[:2] for line in lines]
    assert ["without", "credit"] in [line[:2] for line in lines]
    assert ["answered", "right", "refused", "auroc"] in lines
    assert ["town", "1.000", "1.000"] in [line[:3] for line in lines]
    assert "Compared with SQLite" in out


def test_several_sets_have_a_mean(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "twin" / "transcripts").mkdir(parents=True)
    for path in (town / "town").rglob("*.*"):
        (town / "twin" / path.relative_to(town / "town")).write_bytes(path.read_bytes())

    code = main(["quality", str(town), "--peers"])

    out = capsys.readouterr().out
    assert code == 0
    assert "mean over 2 sets; among all transcripts" in out
    assert ["mean", "1.000", "1.000"] in [line.split()[:3] for line in out.splitlines()]


def test_a_terminal_gets_a_bar_while_it_waits_and_tables_with_lines(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = Terminal(), Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)

    code = main(["quality", str(town), "--peers"])

    assert code == 0
    assert "─" in out.getvalue()
    assert "…" not in out.getvalue()
    assert "town: without foreign" in err.getvalue()
    assert "100 %" in err.getvalue()


def test_a_name_that_the_stream_cannot_write_costs_no_table(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (town / "town").rename(town / "Städtchen")
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)

    code = main(["quality", str(town), "--peers"])

    out.seek(0)
    assert code == 0
    assert "St?dtchen: 4 questions" in out.read()


def test_steps_make_no_noise_where_no_terminal_is() -> None:
    stream = io.StringIO()

    with ticking(1, stream) as tick:
        tick("counting")

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["guess"], "invalid choice: 'guess'"),
        (["quality"], "the following arguments are required: FOLDER"),
        (["quality", "{folder}", "--limit", "0"], "'0' is no number of questions; give 1 or more"),
        (["quality", "{folder}", "--peers", "lucene"], "invalid choice: 'lucene'"),
        (["quality", "{folder}/nowhere"], "there is no folder"),
        (["quality", "{folder}"], "no evaluation set in"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    code = main([argument.format(folder=tmp_path) for argument in arguments])

    out, err = capsys.readouterr()
    assert code == 2
    assert out == ""
    assert err.startswith("benchmarks: ")
    assert complaint in err
    assert err.count("\n") == 1


def test_a_missing_extra_is_one_line_and_exit_code_2(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.peers.find_spec", lambda _: None)

    code = main(["quality", str(town), "--peers", "tantivy"])

    assert code == 2
    assert capsys.readouterr().err == "benchmarks: not installed: tantivy; run: pip install -e '.[bench]'\n"


def test_a_question_without_a_word_is_one_line_and_exit_code_2(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"id": "1", "question": "?", "transcript": "harbour.txt", "gold": [[0, 9]]}
    (town / "town" / "questions.jsonl").write_text(json.dumps(line), encoding="utf-8")

    code = main(["quality", str(town), "--peers"])

    assert code == 2
    assert capsys.readouterr().err.startswith("benchmarks: the question holds no word")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^0$"):
        main([command, "--help"])

    assert COMMANDS[command].notes in capsys.readouterr().out
