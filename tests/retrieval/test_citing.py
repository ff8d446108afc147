from pathlib import Path

import pytest

from retrieval import Library, UnknownQuoteError
from tests.retrieval.samples import DEBATE, HARBOUR, library

WORDS = "The cod quota will be 885,000 tonnes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "debate.txt").write_text(DEBATE, "utf-8")
    return folder


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Library:
    return Library.open(folder, cache=tmp_path / "cache")


def cited(opened: Library, words: str = WORDS) -> str:
    return opened.check(words).matches[0].quote.id


def test_words_that_still_stand_are_unchanged(opened: Library) -> None:
    quote = opened.check(WORDS).matches[0].quote

    again = opened.cite(f" {quote.id.upper()} ")

    assert (again.id, again.kind, again.quote, again.words) == (quote.id, "unchanged", quote, quote.text)


def test_words_that_moved_are_unchanged_and_have_another_id(opened: Library, folder: Path) -> None:
    quote_id = cited(opened)
    (folder / "harbour.txt").write_text(HARBOUR.replace("How large", "Tell us, please: how large"), "utf-8")

    opened.refresh()
    again = opened.cite(quote_id)

    assert again.kind == "unchanged"
    assert again.quote is not None
    assert again.quote.text == WORDS
    assert again.quote.id != quote_id == again.id


def test_words_that_were_corrected_are_shown_with_what_differs(opened: Library, folder: Path) -> None:
    quote_id = cited(opened)
    (folder / "harbour.txt").write_text(HARBOUR.replace("885,000", "895,000"), "utf-8")

    opened.refresh()
    again = opened.cite(quote_id)

    assert (again.kind, again.words) == ("corrected", WORDS)
    assert again.quote is not None
    assert again.quote.text == "The cod quota will be 895,000 tonnes"
    assert [(one.kind, one.claimed, one.said) for one in again.differences] == [("number", "885,000", "895,000")]


def test_a_library_opened_again_remembers_what_it_said_before(opened: Library, folder: Path, tmp_path: Path) -> None:
    quote_id = cited(opened)
    opened.close()
    (folder / "harbour.txt").write_text(HARBOUR.replace("885,000", "895,000"), "utf-8")

    again = Library.open(folder, cache=tmp_path / "cache").cite(quote_id)

    assert (again.kind, again.words) == ("corrected", WORDS)


def test_what_was_said_before_may_not_be_remembered() -> None:
    again = library(DEBATE, HARBOUR.replace("885,000", "895,000")).cite(
        library(DEBATE, HARBOUR).check(WORDS).matches[0].quote.id
    )

    assert (again.kind, again.words, again.differences) == ("corrected", None, ())
    assert again.quote is not None
    assert again.quote.text == "The cod quota will be 895,000 tonnes"


def test_only_punctuation_or_case_may_have_been_corrected(opened: Library, folder: Path) -> None:
    quote_id = cited(opened)
    (folder / "harbour.txt").write_text(HARBOUR.replace("The cod quota will", "The cod quota, will"), "utf-8")

    opened.refresh()
    again = opened.cite(quote_id)

    assert (again.kind, again.words, again.differences) == ("corrected", WORDS, ())


def test_words_that_were_taken_out_leave_nothing_to_show(opened: Library, folder: Path) -> None:
    quote_id = cited(opened)
    (folder / "harbour.txt").write_text(HARBOUR.replace(f"{WORDS}.", "That is settled."), "utf-8")

    opened.refresh()
    again = opened.cite(quote_id)

    assert (again.kind, again.quote, again.words) == ("corrected", None, WORDS)


def test_a_transcript_that_was_taken_away_is_gone(opened: Library, folder: Path) -> None:
    quote_id = cited(opened)
    (folder / "harbour.txt").unlink()

    opened.refresh()
    again = opened.cite(quote_id)

    assert (again.kind, again.quote, again.words) == ("gone", None, None)


def test_what_is_no_id_is_unknown(opened: Library) -> None:
    with pytest.raises(UnknownQuoteError, match="is no quote id"):
        opened.cite("nonsense")
