import pytest

from retrieval.exchanges import question_before
from tests.retrieval.samples import transcript


def asked(text: str) -> list[int | None]:
    """Return for each turn of a text the number of the question that it answers."""
    turns = transcript(text).turns
    questions = [question_before(turns, turn) for turn in turns]
    return [question.index if question else None for question in questions]


def test_an_answer_belongs_to_the_question_before_it() -> None:
    assert asked("Question: One?\n\nA.Holm: Yes.\n\nQuestion: Two?\n\nA.Holm: No.\n") == [None, 0, None, 2]


def test_an_answer_belongs_to_its_question_over_an_interruption() -> None:
    assert asked("Question: One?\n\nJ.Berg: Wait.\n\nA.Holm: Yes.\n") == [None, 0, 0]


def test_what_stands_far_behind_a_question_answers_none() -> None:
    chat = "\n\n".join(f"{name}: Words." for name in ("A.Holm", "J.Berg", "A.Holm", "J.Berg", "A.Holm"))

    assert asked(f"Question: One?\n\n{chat}\n") == [None, 0, 0, 0, None, None]


@pytest.mark.parametrize("text", ["Tom: One?\n\nAnn: Yes.\n", "A.Holm: Hello.\n\nQuestion: One?\n", "No label at all."])
def test_without_a_question_before_it_nothing_is_answered(text: str) -> None:
    assert {*asked(text)} == {None}


def test_the_question_is_the_turn_itself() -> None:
    turns = transcript("Question: One?\n\nA.Holm: Yes.\n").turns

    found = question_before(turns, turns[1])

    assert found is turns[0]
