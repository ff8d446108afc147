from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.interview import INTERVIEW, WHERE_FERRY
from tests.bot.sentences import OLD_BUTTON

if TYPE_CHECKING:
    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person
    from tests.simulator.users.seen import SeenMessage

NIGHT = "When is the night boat tied up?"


def said(message: SeenMessage) -> list[str]:
    """Read the words on a card of surroundings, without who said them."""
    return [line.removeprefix("> ") for line in message.text.split("\n") if line.startswith("> ")]


async def test_the_context_is_two_turns_before_and_five_after_for_the_one_who_wants_it(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    await desk.start()
    answer = await alice.slash("ask", question="What does a crossing cost?")

    context = await simulator.person("bob").click(answer.message, "Context")

    assert said(context.message) == [
        "The early ferry lands at six.",
        "What does a crossing cost?",
        "A crossing costs nine crowns. Children pay nothing.",
        "Will the price rise?",
        "I do not expect that the price will rise.",
        "And the night boat?",
        "The night boat is tied up until June.",
        "Why?",
    ]
    assert "**Anna Holm** · the quote is here\n> A crossing costs nine crowns." in context.text
    assert context.ephemeral


async def test_one_reads_on_and_back_to_both_ends(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question="What does a crossing cost?")
    context = await alice.click(answer.message, "Context")
    around = said(context.message)

    await alice.click(context.message, "Later")
    later, ends = said(context.message), context.message
    await alice.click(context.message, "Earlier")
    back = said(context.message)
    await alice.click(context.message, "Earlier")
    earlier = said(context.message)

    assert later == ["Its engine is being repaired."]
    assert back == around
    assert earlier == [
        "Where does the ferry land?",
        "The ferry lands at the north pier. The pier was rebuilt last winter.",
        "Does the ferry also land in the south?",
        "In the south the ferry lands only when the wind is strong. Nobody likes that.",
        "Which ferry lands first?",
    ]
    assert [one["label"] for one in ends.buttons if one.get("disabled")] == ["Earlier"]


async def test_an_exchange_is_the_question_and_the_whole_answer(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)

    exchange = await alice.click(answer.message, "Whole exchange")

    assert said(exchange.message) == [
        "Where does the ferry land?",
        "The ferry lands at the north pier. The pier was rebuilt last winter.",
    ]
    assert exchange.message.labels == ["Show to all"]
    assert exchange.ephemeral


async def test_whoever_reads_on_in_what_another_has_shown_gets_a_copy(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question="What does a crossing cost?")
    context = await alice.click(answer.message, "Context")
    shared = await alice.click(context.message, "Show to all")
    await desk.restart(bot)

    copy = await simulator.person("bob").click(shared.messages[0], "Later")

    assert said(copy.message) == ["Its engine is being repaired."]
    assert copy.ephemeral
    assert "Its engine is being repaired." not in said(shared.messages[0])


async def test_a_long_turn_is_read_to_its_end(alice: Person, desk: Desk) -> None:
    words = [f"word{number}" for number in range(3000)]
    desk.write(INTERVIEW.replace("Its engine", f"{' '.join(words)}. Its engine"))
    await desk.start()
    answer = await alice.slash("ask", question=NIGHT)
    context = await alice.click(answer.message, "Context")

    read = said(context.message)
    while any(one["label"] == "Later" and not one.get("disabled") for one in context.message.buttons):
        await alice.click(context.message, "Later")
        read += said(context.message)

    assert " ".join(read).endswith(f"Why? {' '.join(words)}. Its engine is being repaired.")


async def test_a_quote_that_is_no_longer_there_has_no_context_and_says_so(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    desk.write(INTERVIEW.replace("north pier", "east pier"))
    await desk.restart(bot)

    reply = await alice.click(answer.message, "Context")

    assert "it may have been corrected or taken away" in reply.text
    assert reply.ephemeral


@pytest.mark.parametrize("state", ["context:1:x:?", "context:1:x", "exchange:1:x:>1", "context"])
async def test_a_state_that_no_button_ever_had_is_from_another_version(alice: Person, desk: Desk, state: str) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    next(one for one in answer.message.buttons if one["label"] == "Context")["custom_id"] = state

    reply = await alice.click(answer.message, state)

    assert [(message.text, message.ephemeral) for message in reply.messages] == [(OLD_BUTTON, True)]
