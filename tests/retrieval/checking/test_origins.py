import pytest

from retrieval.checking.origins import exact_places, nearest, pieces
from retrieval.index import Index
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


def test_all_places_that_hold_the_words_are_given_the_earliest_first(index: Index) -> None:
    found = exact_places(index, "THE HARBOUR")

    assert [match.quote.text for match in found] == ["the harbour", "The harbour", "The harbour"]
    assert all(not match.differences for match in found)


def test_words_of_two_turns_are_nowhere_exactly(index: Index) -> None:
    assert exact_places(index, "the widening alone who pays for the dredging") == []


def test_the_place_that_says_nearly_this_is_given_with_what_differs(index: Index) -> None:
    [match] = pieces(index, "the cod quota will be 985,000 tonnes", None)

    assert match.quote.text == "The cod quota will be 885,000 tonnes"
    assert [(one.kind, one.said) for one in match.differences] == [("number", "885,000")]


def test_words_that_were_said_at_length_count_whatever_was_put_before_them(index: Index) -> None:
    found = pieces(index, "Whales and trumpets sing, that is five per cent less than this year", None)

    assert [match.quote.text[-41:] for match in found] == ["That is five per cent less than this year"]


@pytest.mark.parametrize("words", ["whales sing louder than trumpets", "we are in the and of it", "zzz"])
def test_what_shares_a_few_common_words_comes_from_nowhere(index: Index, words: str) -> None:
    assert pieces(index, words, None) == []


def test_a_set_phrase_that_many_say_does_not_tell_where_other_words_are_from() -> None:
    often = [transcript("Anna Roe: Thank you very much for the soup.", f"{number}.txt") for number in range(5)]
    others = [transcript(f"Bo Lind: Fish number {number} swims.", f"fish{number}.txt") for number in range(200)]

    assert pieces(Index.build([*often[:1], *others]), "Thank you very much for coming", None)
    assert pieces(Index.build([*often, *others]), "Thank you very much for coming", None) == []


def test_the_nearest_passage_holds_the_rarest_words(index: Index) -> None:
    [quote] = nearest(index, "whales near the Lofoten grounds")

    assert "Lofoten" in quote.text


def test_nothing_is_near_words_that_never_occur(index: Index) -> None:
    assert nearest(index, "purple trumpets") == ()


def test_few_words_are_sought_where_they_are_a_whole_turn() -> None:
    index = Index.build([transcript("Ann Lee: Never.\n\nBob Ray: I never said never.\n\nCid Poe: Never!")])

    assert [match.quote.turn.index for match in exact_places(index, "never", are_few=True)] == [0, 2]
    assert len(exact_places(index, "never")) == 4


def test_few_words_that_are_nobodys_whole_turn_are_found_once() -> None:
    index = Index.build([transcript("Ann Lee: I never said never.\n\nBob Ray: You never did.")])

    assert len(exact_places(index, "never", are_few=True)) == 1
