from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Speaker, UnknownSpeakerError
from retrieval.identities import Identities

NAMES = (
    "Sergey Lavrov|SERGEY LAVROV|S.Lavrov|Lavrov|Andrey Lavrov|A.Lavrov|Sergey Viktorovich Lavrov|Question|SPEAKER_00"
    "|Mr. Stone|John Stone|President Stone|von der Leyen|Ursula von der Leyen|王毅|Q|The Chair"
).split("|")


def people(*names: str) -> list[set[str]]:
    """Return who is one person among speakers of some names."""
    identities = Identities.among([Speaker(name=name, label=name) for name in names])
    return [{names[number] for number in numbers} for numbers in identities.members]


@pytest.mark.parametrize("names", [*permutations(["Lavrov", "S.Lavrov", "SERGEY LAVROV", "Sergey Lavrov"])])
def test_a_person_is_one_whatever_part_of_the_name_is_printed_and_in_whatever_order(names: tuple[str, ...]) -> None:
    assert people(*names) == [{*names}]


def test_two_people_with_one_surname_are_two_and_the_surname_alone_is_neither() -> None:
    assert people("Sergey Lavrov", "Andrey Lavrov", "Lavrov") == [{"Sergey Lavrov"}, {"Andrey Lavrov"}, {"Lavrov"}]


def test_an_initial_tells_two_people_with_one_surname_apart() -> None:
    assert people("Sergey Lavrov", "Ivan Lavrov", "S.Lavrov") == [{"Sergey Lavrov", "S.Lavrov"}, {"Ivan Lavrov"}]


def test_an_initial_that_two_people_share_is_neither() -> None:
    assert people("Sergey Lavrov", "Semyon Lavrov", "S.Lavrov") == [{"Sergey Lavrov"}, {"Semyon Lavrov"}, {"S.Lavrov"}]


def test_without_a_full_name_nobody_is_joined() -> None:
    assert people("Lavrov", "S.Lavrov", "A.Lavrov") == [{"Lavrov"}, {"S.Lavrov"}, {"A.Lavrov"}]


def test_a_middle_name_more_or_less_is_one_person() -> None:
    assert people("Sergey Lavrov", "Sergey Viktorovich Lavrov", "Lavrov") == [
        {"Sergey Lavrov", "Sergey Viktorovich Lavrov", "Lavrov"}
    ]


def test_where_two_middle_names_are_known_a_name_without_one_is_neither() -> None:
    assert len(people("Ivan Petrovich Orlov", "Ivan Ilyich Orlov", "Ivan Orlov")) == 3


def test_an_office_before_a_surname_is_no_forename() -> None:
    assert people("President Stone", "John Stone") == [{"President Stone", "John Stone"}]


def test_numbered_speakers_and_parts_are_joined_to_nobody() -> None:
    assert len(people("SPEAKER_00", "Speaker 1", "Question", "The Chair", "Ann Question")) == 5


LAVROV = Speaker(name="Sergey Lavrov", label="S.Lavrov", title="Foreign Minister")
SURNAME = Speaker(name="Lavrov", label="Lavrov")
CAPITALS = Speaker(name="SERGEY LAVROV", label="SERGEY LAVROV")
ANDREY = Speaker(name="Andrey Lavrov", label="Andrey")
QUESTION = Speaker(name="Question", label="Question")


def test_a_person_is_found_in_every_transcript_by_any_name() -> None:
    identities = Identities.among([CAPITALS, QUESTION, SURNAME, LAVROV])

    for name in ("Sergey Lavrov", "lavrov", "S. Lavrov", "foreign minister", "Sergei Lavrov"):
        assert identities.called(name, range(4)) == [0, 2, 3]


def test_a_person_is_found_among_a_few_speakers_by_names_that_stand_elsewhere() -> None:
    identities = Identities.among([CAPITALS, QUESTION, SURNAME, LAVROV])

    assert identities.called("Foreign Minister Lavrov", [1, 2]) == [2]


def test_somebody_who_speaks_elsewhere_only_is_not_found() -> None:
    identities = Identities.among([LAVROV, QUESTION])

    with pytest.raises(UnknownSpeakerError):
        identities.called("Lavrov", [1])


def test_a_surname_means_everybody_who_bears_it() -> None:
    identities = Identities.among([LAVROV, SURNAME, ANDREY, QUESTION])

    assert identities.called("Lavrov", range(4)) == [0, 1, 2]
    assert identities.called("Sergey Lavrov", range(4)) == [0]


def test_everybody_is_named_once_and_most_fully_who_says_most_first_and_parts_last() -> None:
    berg = Speaker(name="Ida Berg", label="Berg")
    identities = Identities.among([SURNAME, QUESTION, CAPITALS, LAVROV, berg])

    everybody = identities.everybody(np.array([5, 100, 10, 1, 12]))

    assert everybody == (LAVROV, berg, QUESTION)


def test_where_nobody_is_named_nobody_is_found() -> None:
    identities = Identities.among([])

    assert identities.everybody(np.array([])) == ()
    with pytest.raises(UnknownSpeakerError):
        identities.called("Lavrov", [])


@given(names=st.lists(st.sampled_from(NAMES), unique=True), more=st.sampled_from(NAMES))
def test_everybody_is_exactly_one_person_in_whatever_order_they_come(names: list[str], more: str) -> None:
    forward, backward = people(*names), people(*reversed(names))

    assert sorted(name for person in forward for name in person) == sorted(names)
    assert sorted(map(sorted, forward)) == sorted(map(sorted, backward))
    assert {frozenset(person) for person in people(*names, more)} or not names
