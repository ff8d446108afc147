from __future__ import annotations

import pytest

from retrieval.exchanges import evident_roles
from retrieval.roles import answers, is_nobody, roles

ASKING = ["How do you cook it?", "And who eats it?", "Is it hot?", "Do you like it?", "Why?", "When do you eat?"]
ANSWERING = ["Slowly, over a low flame, with some salt and oil."] * 6


def interview(asking: list[str], answering: list[str]) -> list[tuple[str, str]]:
    pairs = zip(asking, answering, strict=True)
    return [turn for asked, answered in pairs for turn in (("Ann", asked), ("Bob", answered))]


def test_who_only_asks_is_the_asker_and_who_never_does_the_answerer() -> None:
    assert evident_roles(interview(ASKING, ANSWERING)) == {"Ann": "asker", "Bob": "answerer"}


def test_a_conversation_in_which_both_ask_has_no_roles() -> None:
    talk = interview(ASKING, ["Slowly. And you?"] * 6)

    assert evident_roles(talk) == {"Ann": None, "Bob": None}


def test_a_few_turns_tell_no_roles() -> None:
    assert evident_roles(interview(ASKING[:5], ANSWERING[:5])) == {"Ann": None, "Bob": None}


def test_one_who_asks_but_says_most_is_no_asker() -> None:
    lecturing = [f"{'I hold that salt is what matters here. ' * 10}Right?"] * 6

    assert evident_roles(interview(lecturing, ANSWERING)) == {"Ann": None, "Bob": None}


def test_somebody_who_hardly_speaks_has_no_role_in_a_clear_interview() -> None:
    talk = [*interview(ASKING, ANSWERING), ("Host", "Thanks.")]

    assert evident_roles(talk) == {"Ann": "asker", "Bob": "answerer", "Host": None}


@pytest.mark.parametrize("pair", ["QA", "PR", "QR", "FA", "DR"])
def test_a_pair_of_letters_asks_and_answers(pair: str) -> None:
    assert roles([*pair]) == {pair[0]: "asker", pair[1]: "answerer"}


def test_a_letter_alone_is_somebodys_initial() -> None:
    assert roles(["P", "T"]) == {"P": None, "T": None}


@pytest.mark.parametrize("label", ["Audience", "Audience member", "Miembro del público", "Question 2", "Q"])
def test_the_audience_asks(label: str) -> None:
    assert roles([label, "Anna Holm"]) == {label: "asker", "Anna Holm": "answerer"}


@pytest.mark.parametrize("label", ["Break", "Jingle", "Ad break", "Musical interlude", "Laughter", "Outro"])
def test_a_break_is_nobody(label: str) -> None:
    assert is_nobody(label)
    assert roles([label, "Q"])[label] is None


def test_a_letter_answers_beside_the_one_that_asks() -> None:
    assert answers("A", ["A"])
    assert answers("R", ["P", "R"])
    assert not answers("R", ["R", "T"])
