from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from benchmarks.errors import BenchmarkError
from benchmarks.sets import evaluation_sets
from benchmarks.verbatim import ABLATIONS, Formula, Verbatim, aliases_of
from retrieval.index import Index
from retrieval.ranking import WEIGHTS, Weights

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "question",
    [
        "When does the harbor open?",
        "What did Ann say about the county?",
        "What did the reporter ask about books?",
        "Is the quay dredged?",
    ],
    ids=["misspelt", "by somebody", "what was asked", "an alias"],
)
def test_the_formula_with_its_own_weights_finds_what_the_library_finds(town: Path, question: str) -> None:
    (town / "town" / "transcripts" / "aliases.toml").write_text('[aliases]\nharbour = ["quay"]\n', encoding="utf-8")
    [evaluation] = evaluation_sets(town)
    verbatim = Verbatim(evaluation)
    transcripts = verbatim.library.transcripts
    formula = Formula(Index.build(transcripts), aliases_of(evaluation, transcripts))

    found = formula.search(question, "harbour.txt")

    assert found == verbatim.search(question, "harbour.txt")
    assert found["within"]


def test_a_question_is_searched_in_its_own_transcript_and_among_all(town: Path) -> None:
    [evaluation] = evaluation_sets(town)

    hits = Verbatim(evaluation).search("Who keeps the reading room open?", "harbour.txt")

    assert {place.transcript for place in hits["within"]} == {"harbour.txt"}
    assert hits["pool"][0].transcript == "library.txt"


def test_an_ablation_for_every_weight_leaves_out_what_it_adds_or_multiplies_and_nothing_else() -> None:
    assert [*ABLATIONS] == [field.name for field in fields(Weights)]
    for name, weights in ABLATIONS.items():
        changed = [
            field.name for field in fields(Weights) if getattr(weights, field.name) != getattr(WEIGHTS, field.name)
        ]
        assert changed == [name]
        assert getattr(weights, name) == (1 if name in {"speaks", "named", "answering", "foreign"} else 0)


def test_an_unreadable_transcript_is_named(town: Path) -> None:
    (town / "town" / "transcripts" / "empty.txt").write_text("", encoding="utf-8")
    [evaluation] = evaluation_sets(town)

    with pytest.raises(BenchmarkError, match=r"^town: empty\.txt cannot be read: "):
        Verbatim(evaluation)


def test_a_file_that_is_no_transcript_is_named(town: Path) -> None:
    (town / "town" / "transcripts" / "README.txt").write_text("Ann: Yes.", encoding="utf-8")
    [evaluation] = evaluation_sets(town)

    with pytest.raises(BenchmarkError, match=r"^town: README\.txt is not read as a transcript; rename or remove it$"):
        Verbatim(evaluation)
