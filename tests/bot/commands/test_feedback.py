from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store import Feedback
from tests.bot.interview import WHERE_FERRY
from tests.bot.sentences import THANKS

if TYPE_CHECKING:
    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


async def test_what_is_wrong_is_kept_with_question_and_quote_and_without_a_name(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    (quote_id,) = [line.split("Quote ")[1] for line in answer.text.split("\n") if "Quote " in line]
    bob = simulator.person("bob")

    asked = await bob.click(answer.message, "This is wrong")
    assert asked.form
    thanked = await bob.submit(asked.form, {"note": "It lands in the *south*."})

    assert (thanked.messages[0].text, thanked.messages[0].ephemeral) == (THANKS, True)
    assert desk.store.feedback() == [
        Feedback(question=WHERE_FERRY, quote_id=quote_id, note="It lands in the *south*.", times=1)
    ]


async def test_a_form_that_was_open_over_a_restart_is_taken_in_once(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    asked = await alice.click(answer.message, "This is wrong")
    assert asked.form
    await desk.restart(bot)

    thanked = await alice.submit(asked.form, {})

    assert thanked.messages[0].text == THANKS
    assert [record.times for record in desk.store.feedback()] == [1]


async def test_a_refusal_without_anything_near_can_be_wrong_too(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question="Xylophones?", private=True)
    asked = await alice.click(answer.message, "This is wrong")
    assert asked.form

    await alice.submit(asked.form, {"note": "There are."})

    assert [(one.question, one.quote_id) for one in desk.store.feedback()] == [("Xylophones?", "")]


async def test_of_a_checked_quotation_the_words_are_kept(alice: Person, desk: Desk) -> None:
    await desk.start()
    judged = await alice.slash("quote", words="The ferry lands at the north pier.")
    asked = await alice.click(judged.message, "This is wrong")
    assert asked.form

    await alice.submit(asked.form, {"note": "No."})

    assert [one.question for one in desk.store.feedback()] == ["The ferry lands at the north pier."]


async def test_words_that_no_transcript_holds_are_counted(alice: Person, desk: Desk) -> None:
    await desk.start()
    for _ in range(2):
        await alice.slash("ask", question="Xylophones?")

    assert desk.store.gaps() == {"xylophones": 2}


async def test_a_disk_that_takes_no_more_costs_a_count_and_no_answer(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    await desk.start()
    await alice.slash("ask", question=WHERE_FERRY)
    with desk.store:
        pass

    refused = await alice.slash("ask", question="Xylophones?")

    assert "Nothing in these transcripts answers this." in refused.text
    assert "words that no transcript holds were not counted" in simulator.log.text()
