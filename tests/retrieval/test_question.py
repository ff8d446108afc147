import pytest

from retrieval import EmptyQuestionError
from retrieval.question import analyse_question
from retrieval.terms import analyse


def content(text: str, *languages: str) -> list[str]:
    return [word.typed for word in analyse_question(text, languages or ("en",)).content]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How large will the cod quota be?", ["large", "cod", "quota"]),
        ("What did Holm say about the harbour?", ["Holm", "harbour"]),
        ("What did the U.S. tell us?", ["U.S."]),
        ("quota", ["quota"]),
        ("the cod, the crab and the cod", ["cod", "crab"]),
    ],
)
def test_the_words_that_tell_what_is_asked_are_its_content(question: str, words: list[str]) -> None:
    assert content(question) == words


def test_a_question_of_function_words_alone_is_all_content() -> None:
    assert content("What is it?") == ["What", "is", "it"]


def test_a_question_is_read_in_its_own_language() -> None:
    assert content("Was hat der Minister über die Fische gesagt?", "de") == ["Minister", "Fische"]
    assert content("What did the minister say of Fische?", "de") == ["minister", "Fische"]


def test_a_word_is_looked_for_in_every_language_of_the_library() -> None:
    question = analyse_question("Verhandlungen", ["en", "de"])

    assert {*question.words[0].terms} == {*analyse("Verhandlungen", "en"), *analyse("Verhandlungen", "de")}
    assert len(question.words[0].terms) == 2


@pytest.mark.parametrize(
    "question",
    [
        "What did the journalist ask about the quota?",
        "What did the reporters want to know?",
        "What was the interviewer’s question?",
        "Which questions were asked?",
        "What was Holm asked about?",
        "Did the press mention the harbour?",
    ],
)
def test_a_question_about_what_was_asked_wants_the_asker(question: str) -> None:
    assert analyse_question(question, ["en"]).wants_asker


@pytest.mark.parametrize(
    "question",
    [
        "What did Holm answer to the question about the quota?",
        "Who asked for the grounds to be closed?",
        "Is the harbour in question?",
        "How will the press be told?",
    ],
)
def test_a_question_about_what_was_said_wants_the_answerer(question: str) -> None:
    assert not analyse_question(question, ["en"]).wants_asker


@pytest.mark.parametrize("question", ["", " ", "???", "😀🎣", "___", "\u202e", "\ud800", "…"])
def test_a_question_without_a_word_says_so(question: str) -> None:
    with pytest.raises(EmptyQuestionError, match="the question holds no word"):
        analyse_question(question, ["en"])


@pytest.mark.parametrize("question", ["😀 quota?", "\u202equota\u202c", "\ud800quota", "“quota”…", "quota\0"])
def test_what_stands_around_a_word_does_not_hide_it(question: str) -> None:
    assert content(question) == ["quota"]
