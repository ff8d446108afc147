from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Found, Library, NotFound

if TYPE_CHECKING:
    from pathlib import Path

BRIEFING = """Foreign Minister Jane Roe’s answers at a news conference (Geneva, May 3, 2021)

Question: How many treaties were signed in Geneva this spring?

J.Roe: We signed seventy treaties on trade and fisheries. That is more than ever before.

Question: Will the harvest suffer from the drought?

J.Roe: The drought will hurt the harvest, and we shall help every farmer. I have told parliament so.
I have told parliament so, and every farmer knows.

Question: Thank you.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "briefing.txt").write_text(BRIEFING, encoding="utf-8")
    return Library.open(tmp_path)


def first(library: Library, question: str) -> str:
    result = library.ask(question)
    assert isinstance(result, Found)
    return result.quotes[0].text


def test_the_answer_is_quoted_and_not_the_question(library: Library) -> None:
    assert first(library, "How many treaties were signed?").startswith("We signed seventy treaties on trade")


def test_the_question_is_quoted_when_it_is_asked_for(library: Library) -> None:
    text = first(library, "What did the journalist ask about the harvest?")

    assert text == "Will the harvest suffer from the drought?"


def test_a_quote_shows_the_question_that_it_answers(library: Library) -> None:
    result = library.ask("Will the drought hurt the harvest?")

    assert isinstance(result, Found)
    asked = result.quotes[0].asked
    assert asked is not None
    assert result.quotes[0].transcript.slice(asked.span) == "Will the harvest suffer from the drought?"


def test_numbers_in_digits_and_in_words_are_the_same(library: Library) -> None:
    assert "seventy treaties" in first(library, "Were 70 treaties signed?")


def test_a_refusal_names_the_unknown_words_and_what_was_searched(library: Library) -> None:
    result = library.ask("Who won the football championship?")

    assert isinstance(result, NotFound)
    assert [unknown.word for unknown in result.reason.unknown_words] == ["won", "football", "championship"]
    assert result.reason.searched.transcripts == 1
    assert str(result.reason.searched.earliest) == "2021-05-03"
    assert result.nearest == ()


def test_a_name_that_nobody_mentions_refuses_though_other_words_occur(library: Library) -> None:
    result = library.ask("What did Trump sign?")

    assert isinstance(result, NotFound)
    assert [unknown.word for unknown in result.reason.unknown_words] == ["Trump"]


def test_a_misspelt_word_is_named_with_the_word_that_was_taken_for_it(library: Library) -> None:
    result = library.ask("Did Trump visit the parlaiment?")

    assert isinstance(result, NotFound)
    assert [(unknown.word, unknown.closest[:1]) for unknown in result.reason.unknown_words][-1] == (
        "parlaiment",
        ("parliament",),
    )


def test_what_is_said_twice_is_quoted_once(library: Library) -> None:
    result = library.ask("What did she tell parliament?")

    assert isinstance(result, Found)
    texts = [quote.text for quote in result.quotes]
    assert len(texts) == len(set(texts))


def test_no_more_quotes_are_given_than_asked_for(library: Library) -> None:
    result = library.ask("harvest treaties parliament", limit=1)

    assert isinstance(result, Found)
    assert len(result.quotes) == 1


def test_words_of_somebody_else_are_left_out_when_a_speaker_is_given(library: Library) -> None:
    result = library.ask("What about the harvest?", speaker="Question")

    assert isinstance(result, Found)
    assert {quote.speaker.name for quote in result.quotes if quote.speaker} == {"Question"}


@pytest.mark.parametrize(
    "question",
    ["What was the question about the harvest?", "What did the reporters ask about the harvest?"],
)
def test_asking_for_the_question_finds_the_question(library: Library, question: str) -> None:
    assert first(library, question) == "Will the harvest suffer from the drought?"


@pytest.mark.parametrize(
    "question",
    ["What will hurt the harvest, according to the minister?", "What did the foreign minister say about the harvest?"],
)
def test_an_office_names_its_holder_where_the_question_says_who_speaks(library: Library, question: str) -> None:
    result = library.ask(question)

    assert isinstance(result, Found)
    assert "The drought will hurt the harvest" in result.quotes[0].text
    assert result.quotes[0].speaker is not None
    assert result.quotes[0].speaker.name == "Jane Roe"


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("What did Ann Poe say about the treaties?", "Ann Poe"),
        ("What did Jane Poe say about the treaties?", "Jane Poe"),
        ("What did Mayor Poe of Geneva say about the treaties?", "Mayor Poe"),
        ("What did Jane Roe say about the treaties?", None),
        ("What did Minister Roe of Holm say about the treaties?", None),
        ("What did the Foreign Minister say about the treaties?", None),
        ("What did they say about the treaties?", None),
        ("Which treaties did they sign with Ann Poe?", None),
    ],
)
def test_an_answer_tells_whom_the_question_wants_to_hear_who_does_not_speak(
    library: Library, question: str, silent: str | None
) -> None:
    assert library.ask(question).silent == silent


def test_an_answer_by_others_than_those_who_are_asked_for_is_less_sure(library: Library) -> None:
    said, by_others = (
        library.ask(f"What did {name} say about the treaties signed in Geneva?") for name in ("they", "Ann Poe")
    )

    assert by_others.confidence < 0.6 < said.confidence


def test_one_who_is_talked_about_need_not_speak(library: Library) -> None:
    result = library.ask("What did parliament say?")

    assert isinstance(result, Found)
    assert "I have told parliament so" in result.quotes[0].text


def test_an_answer_without_a_word_of_the_question_is_quoted_from_its_start(tmp_path: Path) -> None:
    answer = "There is a lot of work under way. Two teams have written a draft. We expect a vote next spring."
    talk = f"Question: What about research on hedgehogs?\n\nA.Roe: {answer}\n\nQuestion: Well?\n\nA.Roe: Yes.\n"
    (tmp_path / "talk.txt").write_text(talk, encoding="utf-8")

    assert first(Library.open(tmp_path), "What about research on hedgehogs?") == answer


def test_what_is_heard_besides_words_is_no_answer(tmp_path: Path) -> None:
    talk = (
        "Question: What about research on hedgehogs?\n\nA.Roe: \\[laughs\\]\n\nB.Poe: (applause)\n\n"
        "A.Roe: Research on hedgehogs goes on.\n"
    )
    (tmp_path / "talk.txt").write_text(talk, encoding="utf-8")

    result = Library.open(tmp_path).ask("What about research on hedgehogs?", limit=10)

    assert isinstance(result, Found)
    assert [quote.text for quote in result.quotes] == ["Research on hedgehogs goes on."]
