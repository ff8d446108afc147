import pytest

from retrieval.checking.sightings import held, in_turns, repeated, rows, sightings, sought
from retrieval.index import Index
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


def words_at(index: Index, first: int, count: int) -> list[str]:
    return [index.terms[number] for number in index.stream[first : first + count].tolist()]


def test_words_in_a_row_are_found_wherever_they_stand(index: Index) -> None:
    wanted = sought(index, "the harbour")

    starts = rows(index, wanted, range(2)).tolist()

    assert len(starts) == 3
    assert all(words_at(index, start, 2) == ["the", "harbour"] for start in starts)


def test_words_that_never_occur_stand_nowhere(index: Index) -> None:
    wanted = sought(index, "purple trumpets")

    assert rows(index, wanted, range(2)).tolist() == []
    assert list(sightings(index, wanted, range(2))) == []


def test_a_sighting_holds_the_words_that_stand_in_one_turn(index: Index) -> None:
    wanted = sought(index, "The cod quota will be 985,000 tonnes")

    best = max(sightings(index, wanted, range(7)), key=lambda one: len(one.pairs))

    assert [word for word, _ in best.pairs] == [0, 1, 2, 3, 4, 6]
    assert all(place in best.turn for _, place in best.pairs)
    assert index.speakers[best.speaker].name == "Anna Holm"


def test_function_words_weigh_less(index: Index) -> None:
    wanted = sought(index, "the harbour")

    assert wanted.weights[0] < wanted.weights[1]
    assert wanted.rarity[0] < wanted.rarity[1]


@pytest.mark.parametrize("words", ["do not", "don't", "cannot"])
def test_a_verb_with_not_is_sought_run_together_and_apart(words: str) -> None:
    index = Index.build([transcript("A.Holm: We don't go. We do not go. We cannot go. We can't go. We can go.\n")])

    assert len(sought(index, words).numbers[0]) > 1


def test_of_pairs_of_signs_one_holds_the_second_of_the_pair_before() -> None:
    index = Index.build([transcript("答：我们支持联合国的工作。\n")])
    wanted = sought(index, "我们支持")

    assert held(wanted, [(0, 0)]) == {0, 1}


def test_a_window_over_two_turns_gives_a_sighting_of_each(index: Index) -> None:
    wanted = sought(index, "the town cannot pay and the state pays for the dredging")
    window = range(len(index.stream))

    turns = [one.turn for one in in_turns(index, wanted, range(11), window)]

    assert len(turns) == len({turn.start for turn in turns}) > 1


def test_common_words_are_sought_only_in_transcripts_seen_already(index: Index) -> None:
    wanted = sought(index, "the harbour")
    seen = [one for one in sightings(index, wanted, range(2)) if one.transcript == 1]

    assert {one.transcript for one in repeated(index, wanted, range(2), seen)} == {1}


def test_common_words_are_sought_first_in_the_turn_that_holds_most_of_a_quotation() -> None:
    turns = "\n\n".join(f"Anna Holm: The boat {number} came to some point." for number in range(30))
    index = Index.build([transcript(f"{turns}\n\nBo Lind: The ferry works, and it sinks at some point.")])
    wanted = sought(index, "the ferry works and some point")
    seen = list(sightings(index, wanted, range(4)))

    found = list(repeated(index, wanted, range(4, 6), seen))

    assert index.speakers[found[0].speaker].name == "Bo Lind"
