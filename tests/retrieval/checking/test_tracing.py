import pytest

from retrieval.checking.sightings import sightings, sought
from retrieval.checking.tracing import Piece, Tracer, weight
from retrieval.index import Index
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


def pieces(index: Index, quotation: str, breaks: dict[int, float] | None = None) -> list[Piece]:
    wanted = sought(index, quotation)
    seen = list(sightings(index, wanted, range(len(wanted.keys))))
    return Tracer(wanted, seen, breaks or {}, frozenset()).pieces()


def test_words_of_one_place_are_one_piece(index: Index) -> None:
    [piece] = pieces(index, "the harbour will be widened in two steps")

    assert piece.words == range(8)
    assert len(piece.pairs) == 8


def test_words_of_two_places_are_two_pieces_in_the_order_of_the_quotation(index: Index) -> None:
    first, second = pieces(index, "the town pays for the quay the first step costs 40 million kroner", {6: 0.2})

    assert (first.words, second.words) == (range(6), range(6, 13))
    assert (first.sighting.transcript, second.sighting.transcript) == (1, 0)


def test_a_word_or_two_from_elsewhere_are_no_piece(index: Index) -> None:
    [piece] = pieces(index, "the harbour will be widened in two steps march")

    assert piece.words == range(9)
    assert len(piece.pairs) == 8


def test_the_weight_of_pieces_is_that_of_the_words_they_hold(index: Index) -> None:
    wanted = sought(index, "the harbour will be widened in two purple steps")
    found = pieces(index, "the harbour will be widened in two purple steps")

    assert weight(wanted, found) == pytest.approx(wanted.weights.sum() - 1)
