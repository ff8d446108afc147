from __future__ import annotations

import pytest

from bot.languages import LANGUAGES, Language
from bot.naming import is_named, name_above, name_in_list, name_within
from retrieval import Speaker
from tests.bot.records import LAVROV, QUESTION

LABELS = ("Question", "Q", "QUESTION 2", "Вопрос", "Frage", "質問")


@pytest.mark.parametrize("label", LABELS)
def test_a_label_that_only_says_that_somebody_asks_is_no_name(label: str) -> None:
    speaker = Speaker(name=label, label=label)

    assert not is_named(speaker)
    assert name_above(speaker) == "Questioner"
    assert name_within(label) == "a questioner"
    assert name_in_list(label) == "questioners"


@pytest.mark.parametrize("name", ["Sergey Lavrov", "Journalist", "Ann Question"])
def test_a_name_stays_as_it_is(name: str) -> None:
    speaker = Speaker(name=name, label=name)

    assert is_named(speaker)
    assert {name_above(speaker), name_within(name), name_in_list(name)} == {name}


def test_somebody_whom_the_transcript_does_not_name_is_said_to_be_one() -> None:
    assert not is_named(None)
    assert name_above(None) == "Speaker not named in the transcript"
    assert name_within(None) == "somebody whom the transcript does not name"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_language_shows_the_label(language: Language) -> None:
    names = (name_above(QUESTION, language), name_within("Question", language), name_in_list("Question", language))

    assert "Question" not in names
    assert name_above(LAVROV, language) == "Sergey Lavrov"
