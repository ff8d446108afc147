import pytest

from retrieval import Library, NotFound
from tests.retrieval.samples import library


def best(harbour: Library, question: str) -> str:
    passage = harbour.search(question)[0].passage
    return passage.transcript.slice(passage.span)


@pytest.mark.parametrize(
    "question",
    ["Who pays for the dreging?", "Who pays for the dregding?", "Who pays for the dredgging?", "who pays for dredgng"],
)
def test_a_slip_of_the_finger_finds_the_word_that_was_meant(harbour: Library, question: str) -> None:
    assert "dredging" in best(harbour, question)


@pytest.mark.parametrize(
    ("question", "said"),
    [("What of Iceland?", "Icelandic boats"), ("What of the Norwegians?", "Norwegian boats"), ("Tromso?", "Tromsø")],
)
def test_another_form_of_a_word_finds_it(question: str, said: str) -> None:
    held = library(f"Question: Well?\n\nA.Holm: The fish came.\n\nJ.Berg: So did {said}.\n\nA.Holm: Herring too.\n")

    assert said in best(held, question)


def test_unknown_words_are_named_as_they_were_typed_with_words_that_resemble_them() -> None:
    held = library("Question: Well?\n\nA.Holm: The ferry to Kristiansand was late. It rained.\n")

    answer = held.ask("How many SUBMARINES has the navy of Kristiania?")

    assert isinstance(answer, NotFound)
    assert {unknown.word: unknown.closest for unknown in answer.reason.unknown_words} == {
        "SUBMARINES": (),
        "navy": (),
        "Kristiania": ("Kristiansand",),
    }


def test_numbers_are_never_guessed() -> None:
    held = library("Question: Well?\n\nA.Holm: The first quota was 885,000 tonnes. It rained.\n")

    answer = held.ask("Was it 885,001?")

    assert isinstance(answer, NotFound)
    assert [unknown.word for unknown in answer.reason.unknown_words] == ["885,001"]


@pytest.mark.parametrize("word", ["x", "zzzzzzzzzzzzzzzzzzzz", "联", "é", "٣"])
def test_words_that_resemble_nothing_have_nothing_close(harbour: Library, word: str) -> None:
    answer = harbour.ask(f"What of {word}?")

    assert isinstance(answer, NotFound)
    assert [(unknown.word, unknown.closest) for unknown in answer.reason.unknown_words] == [(word, ())]
