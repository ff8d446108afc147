from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Found, Library, NotFound, TranscriptError
from retrieval.aliases import read_aliases

if TYPE_CHECKING:
    from pathlib import Path

TALK = """Foreign Minister Jane Roe’s remarks at a briefing (Geneva, May 3, 2021)

Question: Who pressed you?

J.Roe: The outgoing US administration pressed us hard. The harvest was good this year.

Question: And the European side?

J.Roe: The European Union has been patient with everybody concerned.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    return tmp_path


def test_an_alias_finds_what_is_said_under_another_name(folder: Path) -> None:
    (folder / "aliases.toml").write_text('[aliases]\n"United States" = ["US", "America"]\n', encoding="utf-8")

    result = Library.open(folder).ask("What did America do?")

    assert isinstance(result, Found)
    assert result.quotes[0].text == "The outgoing US administration pressed us hard."


def test_without_the_alias_nothing_answers(folder: Path) -> None:
    result = Library.open(folder).ask("What did America do?")

    assert isinstance(result, NotFound)
    assert [unknown.word for unknown in result.reason.unknown_words] == ["America"]


def test_an_alias_of_several_words_finds_them_only_in_a_row(folder: Path) -> None:
    (folder / "aliases.toml").write_text('[aliases]\nEU = "European Union"\n', encoding="utf-8")

    result = Library.open(folder).ask("Was the EU patient?")

    assert isinstance(result, Found)
    assert result.quotes[0].text == "The European Union has been patient with everybody concerned."


def test_an_alias_file_that_is_no_toml_is_a_failure_and_the_transcripts_are_read_all_the_same(folder: Path) -> None:
    (folder / "aliases.toml").write_text("EU is the Union", encoding="utf-8")

    library = Library.open(folder)

    assert len(library.transcripts) == 1
    assert [(failure.source, failure.reason[:27]) for failure in library.failures] == [
        ("aliases.toml", "the file is not valid TOML ")
    ]


@pytest.mark.parametrize("text", ["aliases = 3", "[aliases]\nEU = 3", "[aliases]\nEU = [3]"])
def test_anything_but_lists_of_names_is_refused(text: str) -> None:
    with pytest.raises(TranscriptError, match=r"^aliases\.toml: expected a "):
        read_aliases(text.encode(), "aliases.toml", ["en"])


def test_a_file_without_aliases_gives_none() -> None:
    assert read_aliases(b"", "aliases.toml", ["en"]) == ()
