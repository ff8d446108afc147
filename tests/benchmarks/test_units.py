from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.sets import EvaluationSet
from benchmarks.units import units_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_unit_is_a_turn_without_its_label(tmp_path: Path) -> None:
    units = units_of(talk(tmp_path, "Ann: Good morning.\n\nBob Hale: At 9: never.\n\nNo label here."))

    assert [unit.text for unit in units] == ["Good morning.", "At 9: never.", "No label here."]


def test_a_long_turn_is_cut_by_words(tmp_path: Path) -> None:
    units = units_of(talk(tmp_path, f"Ann: {'one ' * 120}two\n\nBob: three"))

    assert [unit.text for unit in units] == ["one " * 119 + "one", "two", "three"]


def test_a_unit_is_a_slice_of_its_file(tmp_path: Path) -> None:
    text = "Ann: Good  morning.\n\nBob: Hello."

    units = units_of(talk(tmp_path, text))

    assert [text[unit.place.span.start : unit.place.span.end] for unit in units] == [unit.text for unit in units]
    assert {unit.place.transcript for unit in units} == {"talk.txt"}


def talk(folder: Path, text: str) -> EvaluationSet:
    (folder / "talk.txt").write_text(text, encoding="utf-8")
    return EvaluationSet(name="talk", folder=folder, transcripts=("talk.txt",), queries=())
