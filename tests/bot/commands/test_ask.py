from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import EmptyQuestionError, UnknownSpeakerError
from tests.bot.records import SEKO, WHO_CAME, FakeLibrary, not_found

if TYPE_CHECKING:
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_question_is_answered_for_all_with_a_quote(alice: Person) -> None:
    reply = await alice.slash("ask", question=WHO_CAME)

    assert "Hiroshige Seko visited Moscow." in reply.text
    assert "Sergey Lavrov, Foreign Minister" in reply.text
    assert not reply.ephemeral
    assert not reply.deferred


async def test_every_option_reaches_the_library(alice: Person, library: FakeLibrary) -> None:
    await alice.slash("ask", question=WHO_CAME, speaker="lavrov", transcript="answer")

    assert library.calls == [("ask", WHO_CAME, "lavrov", "answer")]


async def test_a_private_answer_is_for_the_one_who_asked(alice: Person, simulator: Simulator) -> None:
    reply = await alice.slash("ask", question=WHO_CAME, private=True)

    assert reply.ephemeral
    assert not simulator.person("bob").sees(reply.message)


async def test_a_refusal_is_for_all_and_names_the_nearest(alice: Person, library: FakeLibrary) -> None:
    library.outcome = not_found(SEKO)

    reply = await alice.slash("ask", question=WHO_CAME)

    assert "Nothing in these transcripts answers this." in reply.text
    assert "**The nearest passages, which are not an answer:**" in reply.text
    assert not reply.ephemeral


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            UnknownSpeakerError("bob", ("Sergey Lavrov",)),
            "Nobody called “bob” speaks in these transcripts; did you mean Sergey Lavrov?",
        ),
        (EmptyQuestionError("ask something"), "Ask something."),
    ],
)
async def test_input_that_cannot_be_used_is_explained_in_private(
    alice: Person, library: FakeLibrary, fault: Exception, sentence: str
) -> None:
    library.outcome = fault

    reply = await alice.slash("ask", question="?", speaker="bob")

    assert [message.text for message in reply.messages] == [sentence]
    assert reply.ephemeral


async def test_it_answers_in_direct_messages_and_where_only_the_user_installed_it(alice: Person) -> None:
    for place in (alice.in_dm(), alice.with_user_install()):
        assert "Hiroshige Seko" in (await place.slash("ask", question=WHO_CAME)).text


async def test_nobody_is_mentioned(alice: Person, simulator: Simulator) -> None:
    reply = await alice.slash("ask", question=WHO_CAME)

    assert simulator.requests[-1].body["data"]["allowed_mentions"] == {"parse": []}
    assert reply.message.message.payload()["mentions"] == []


async def test_speakers_are_suggested_with_their_office(alice: Person) -> None:
    choices = await alice.autocomplete("ask", "speaker", "lav", question=WHO_CAME)

    assert [(choice.name, choice.value) for choice in choices] == [("Sergey Lavrov, Foreign Minister", "Sergey Lavrov")]


async def test_transcripts_are_suggested_with_their_date(alice: Person) -> None:
    choices = await alice.autocomplete("ask", "transcript", "", question=WHO_CAME)

    assert [(choice.name, choice.value) for choice in choices] == [
        ("Answer to media questions (17 January 2017)", "answer-to-media-questions")
    ]


# Ask about this


async def test_a_message_becomes_the_question_of_the_one_who_wants_to_know(
    alice: Person, library: FakeLibrary, simulator: Simulator
) -> None:
    posted = await simulator.person("bob").post("Who visited\nMoscow?")

    reply = await alice.use_menu("Ask about this", posted)

    assert library.calls == [("ask", "Who visited Moscow?", None, None)]
    assert reply.ephemeral
    assert "Show to all" in reply.message.labels


async def test_of_a_long_message_the_first_words_are_asked(
    alice: Person, library: FakeLibrary, simulator: Simulator
) -> None:
    posted = await simulator.person("bob").post("word " * 300)

    await alice.use_menu("Ask about this", posted)

    assert library.calls == [("ask", f"{'word ' * 98}word…", None, None)]
