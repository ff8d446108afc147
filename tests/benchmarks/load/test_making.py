from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.errors import BenchmarkError
from benchmarks.load.making import make_library
from retrieval import Library
from retrieval.passages import passages_of

SEEDS = Library.open(Path(__file__).parents[3] / "seeds").transcripts


def test_a_library_of_so_many_passages_is_made(tmp_path: Path) -> None:
    made = make_library(tmp_path, SEEDS, 120)

    library = Library.open(made.folder)
    assert library.failures == ()
    assert len(library.transcripts) == 3
    assert sum(len(passages_of(transcript)) for transcript in library.transcripts) == 120
    assert {speaker.name for speaker in library.speakers} <= {"Question", *made.speakers}


def test_what_users_quote_was_said(tmp_path: Path) -> None:
    made = make_library(tmp_path, SEEDS, 60)

    assert [Library.open(tmp_path).check(words).kind for words in made.sample] == ["exact", "exact"]


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    make_library(tmp_path / "once", SEEDS, 10)
    make_library(tmp_path / "again", SEEDS, 10)

    once, again = ((tmp_path / name / "made-00000.txt").read_bytes() for name in ("once", "again"))
    assert once == again


def test_its_vocabulary_is_larger_than_that_of_its_source(tmp_path: Path) -> None:
    make_library(tmp_path, SEEDS, 50)

    made = {*(tmp_path / "made-00000.txt").read_text(encoding="utf-8").split()}
    assert len(made) > 2 * len({*SEEDS[0].text.split()})


def test_nothing_is_made_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="no words"):
        make_library(tmp_path, [], 10)
