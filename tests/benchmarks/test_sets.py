from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.errors import BenchmarkError
from benchmarks.sets import evaluation_sets
from retrieval import Span

if TYPE_CHECKING:
    from pathlib import Path


def test_every_set_below_a_folder_is_found_in_order_of_name(town: Path) -> None:
    (town / "town").rename(town / "second")
    (town / "first" / "part" / "transcripts").mkdir(parents=True)
    (town / "first" / "part" / "transcripts" / "a.txt").write_text("Ann: Yes.", encoding="utf-8")
    line = {"id": 1, "question": "Yes?", "transcript": "a.txt", "gold": [[5, 9]]}
    (town / "first" / "part" / "questions.jsonl").write_text(json.dumps(line), encoding="utf-8")

    found = evaluation_sets(town)

    assert [one.name for one in found] == ["first/part", "second"]


def test_a_folder_may_be_a_set_itself(town: Path) -> None:
    [found] = evaluation_sets(town / "town")

    assert found.name == "town"
    assert found.transcripts == ("harbour.txt", "library.txt")


def test_a_question_knows_its_transcript_and_the_turns_that_answer(town: Path) -> None:
    [found] = evaluation_sets(town)

    query = next(query for query in found.queries if query.id == "harbour.txt-0")
    assert query.text == "When does the harbour open?"
    assert query.transcript == "harbour.txt"
    assert query.gold == (Span(start=53, end=113),)


def test_a_limit_keeps_the_first_of_the_same_shuffle(town: Path) -> None:
    [whole] = evaluation_sets(town)

    [part] = evaluation_sets(town, limit=3)

    assert len(whole.queries) == 4
    assert part.queries == whole.queries[:3]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match=r"^there is no folder \S*nowhere; name one that holds evaluation sets$"):
        evaluation_sets(tmp_path / "nowhere")


def test_a_folder_without_sets_is_named(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text("", encoding="utf-8")

    with pytest.raises(BenchmarkError, match=r"^no evaluation set in .*questions\.jsonl and transcripts/\*\.txt$"):
        evaluation_sets(tmp_path)


def test_a_set_without_questions_is_named(town: Path) -> None:
    (town / "town" / "questions.jsonl").write_text("\n", encoding="utf-8")

    with pytest.raises(BenchmarkError, match=r"^town/questions\.jsonl holds no question"):
        evaluation_sets(town)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "1"}',
        '{"id": "1", "question": "?", "transcript": "harbour.txt", "gold": []}',
        '{"id": "1", "question": "?", "transcript": "harbour.txt", "gold": [3, 4]}',
    ],
    ids=["no JSON", "no object", "fields are missing", "nothing answers", "gold holds no ranges"],
)
def test_a_faulty_line_is_named_by_file_and_number(town: Path, line: str) -> None:
    with (town / "town" / "questions.jsonl").open("a", encoding="utf-8") as questions:
        questions.write(f"\n\n{line}")

    with pytest.raises(BenchmarkError, match=r"^town/questions\.jsonl:6: expected an object with id, question"):
        evaluation_sets(town)


def test_a_question_about_a_missing_transcript_is_named(town: Path) -> None:
    (town / "town" / "transcripts" / "library.txt").unlink()

    with pytest.raises(BenchmarkError, match=r"^town/questions\.jsonl:3: there is no transcripts/library\.txt$"):
        evaluation_sets(town)


def test_questions_that_are_no_text_are_named(town: Path) -> None:
    (town / "town" / "questions.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BenchmarkError, match=r"^town/questions\.jsonl is not UTF-8 text"):
        evaluation_sets(town)


def test_only_a_newline_ends_a_question(town: Path) -> None:
    line = {"id": "1", "question": "Yes\u2028or\x85no?", "transcript": "harbour.txt", "gold": [[0, 9]]}
    text = json.dumps(line, ensure_ascii=False)
    (town / "town" / "questions.jsonl").write_text(text, encoding="utf-8")

    [found] = evaluation_sets(town)

    assert [query.text for query in found.queries] == ["Yes\u2028or\x85no?"]
