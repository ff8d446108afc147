import numpy as np
import pytest

from retrieval.checking.sightings import rows, sightings, sought
from retrieval.checking.verifying import Verifier, is_written
from retrieval.index import Index
from retrieval.model import Span
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


def test_equal_terms_are_not_yet_equal_words(index: Index) -> None:
    words = "the cod quotas will be 885,000 tonnes"
    starts = rows(index, sought(index, words), range(7))

    assert len(starts) == 1
    assert list(Verifier(index, words).exactly(starts, 7)) == []


def test_words_that_go_over_two_turns_are_not_held_by_one(index: Index) -> None:
    words = "the widening alone who pays"
    starts = rows(index, sought(index, words), range(5))

    assert len(starts) == 1
    assert list(Verifier(index, words).exactly(starts, 5)) == []


def test_a_match_is_a_slice_with_the_part_of_the_quotation_that_it_answers_to(index: Index) -> None:
    words = "the harbour will be widened in three steps"
    best = max(sightings(index, sought(index, words), range(8)), key=lambda one: len(one.pairs))
    part = Span(start=0, end=len(words))

    match = Verifier(index, words).nearly(best.pairs[0][1], best.pairs[-1][1], best.turn, part)

    assert match is not None
    assert match.part == part
    assert (
        match.quote.text == match.quote.transcript.slice(match.quote.span) == "The harbour will be widened in two steps"
    )


def test_no_rows_give_no_match(index: Index) -> None:
    assert list(Verifier(index, "the harbour").exactly(np.zeros(0, dtype=np.int64), 2)) == []


@pytest.mark.parametrize(("form", "written"), [("Lofoten", True), ("lofoten", False), ("zzz", False), ("", False)])
def test_a_word_is_written_just_so_or_not(index: Index, form: str, *, written: bool) -> None:
    assert is_written(index, form) is written
