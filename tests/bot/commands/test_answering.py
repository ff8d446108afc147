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

NORTH = "The ferry lands at the north pier."
SOUTH = "In the south the ferry lands only when the wind is strong."


def positions(*messages: SeenMessage) -> list[str]:
    """Read which answer each message shows."""
    return [line.split(" · ")[0] for message in messages for line in message.text.split("\n") if " · Quote" in line]


async def test_the_next_answer_takes_the_place_of_the_one_before(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    first = answer.text

    turned = await alice.click(answer.message, "Next")

    assert turned.messages == []
    assert NORTH in first
    assert NORTH not in answer.text
    assert positions(answer.message) == ["-# Answer 2 of 3"]
    assert answer.text.split("\n")[:2] == first.split("\n")[:2]


async def test_next_and_previous_lead_there_and_back(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    first = answer.text

    await alice.click(answer.message, "Next")
    await alice.click(answer.message, "Previous")

    assert answer.text == first


async def test_at_the_ends_the_buttons_that_lead_nowhere_cannot_be_pressed(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)

    before = {one["label"]: one.get("disabled", False) for one in answer.message.buttons}
    await alice.click(answer.message, "Next")
    await alice.click(answer.message, "Next")
    after = {one["label"]: one.get("disabled", False) for one in answer.message.buttons}

    assert (before["Previous"], before["Next"]) == (True, False)
    assert (after["Previous"], after["Next"]) == (False, True)


@pytest.mark.parametrize("private", [True, False])
async def test_pages_turn_in_servers_in_messages_and_where_only_the_user_installed_it(
    alice: Person, desk: Desk, *, private: bool
) -> None:
    await desk.start()
    for person in (alice, alice.in_dm(), alice.with_user_install()):
        answer = await person.slash("ask", question=WHERE_FERRY, private=private)

        await person.click(answer.message, "Next")

        assert positions(answer.message) == ["-# Answer 2 of 3"]
        assert answer.message.ephemeral is private


async def test_whoever_did_not_ask_gets_a_private_copy_of_the_page(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    bob = simulator.person("bob")

    copy = await bob.click(answer.message, "Next")

    assert positions(answer.message, copy.message) == ["-# Answer 1 of 3", "-# Answer 2 of 3"]
    assert copy.ephemeral
    assert bob.sees(copy.message)
    assert not alice.sees(copy.message)


async def test_a_private_copy_has_pages_of_its_own(alice: Person, desk: Desk, simulator: Simulator) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    bob = simulator.person("bob")
    copy = await bob.click(answer.message, "Next")

    await bob.click(copy.message, "Next")

    assert positions(answer.message, copy.message) == ["-# Answer 1 of 3", "-# Answer 3 of 3"]


async def test_a_button_of_a_bot_that_was_restarted_is_answered(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    await desk.restart(bot)

    for button in ("Next", "Next", "Only Anna Holm", "All speakers", "Next"):
        await alice.click(answer.message, button)
    copy = await simulator.person("bob").click(answer.message, "Next")

    assert positions(answer.message, copy.message) == ["-# Answer 2 of 3", "-# Answer 3 of 3"]


async def test_pressing_twice_shows_the_same_as_pressing_once(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    next_page = next(one["custom_id"] for one in answer.message.buttons if one["label"] == "Next")

    await alice.click(answer.message, next_page)
    once = answer.text
    same = next(one["custom_id"] for one in answer.message.buttons if one["label"] == "Previous")
    await alice.click(answer.message, same)
    await alice.click(answer.message, next_page)

    assert answer.text == once


async def test_the_same_question_is_asked_of_one_speaker_and_of_all_again(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    everybody = answer.text

    await alice.click(answer.message, "Only Anna Holm")
    only = answer.text
    await alice.click(answer.message, "All speakers")

    assert "-# Searched only what Anna Holm said." in only
    assert answer.text == everybody


async def test_a_transcript_that_was_chosen_stays_chosen(alice: Person, desk: Desk) -> None:
    desk.write(INTERVIEW.replace("north pier", "western quay").replace("Harbour talk", "Another talk"), "other.txt")
    await desk.start()
    choices = await alice.autocomplete("ask", "transcript", "Harbour", question=WHERE_FERRY)
    answer = await alice.slash("ask", question=WHERE_FERRY, transcript=choices[0].value)

    await alice.click(answer.message, "Only Anna Holm")

    assert "-# Searched only what Anna Holm said and only in Harbour talk" in answer.text
    assert "western quay" not in answer.text


async def test_a_speaker_who_says_nothing_on_it_is_a_refusal_that_leads_back(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question="What does a crossing cost?", speaker="Olaf Berg")

    back = await alice.click(answer.message, "All speakers")

    assert "nine crowns" in back.text


async def test_an_old_button_on_a_transcript_that_changed_says_so_privately(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    shown = answer.text
    desk.write(INTERVIEW.replace("wind is strong", "wind is weak").replace("north pier", "east pier"))
    await desk.restart(bot)

    reply = await alice.click(answer.message, "Next")

    assert "it may have been corrected or taken away" in reply.messages[0].text
    assert reply.messages[0].ephemeral
    assert answer.text == shown


async def test_an_answer_whose_page_takes_long_stays_until_it_is_turned(alice: Person, desk: Desk) -> None:
    await desk.start(grace=0.0)
    answer = await alice.slash("ask", question=WHERE_FERRY)

    await alice.click(answer.message, "Next")

    assert positions(answer.message) == ["-# Answer 2 of 3"]


async def test_a_fault_after_a_slow_turn_leaves_the_card_and_is_told_privately(alice: Person, desk: Desk) -> None:
    bot = await desk.start(grace=0.0)
    answer = await alice.slash("ask", question=WHERE_FERRY)
    shown = answer.message.text
    desk.write(INTERVIEW.replace("lands", "docks"))
    bot = await desk.restart(bot)
    bot.responder._grace = 0.0  # noqa: SLF001 - the same delay again

    reply = await alice.click(answer.message, "Next")

    await bot.settled()
    assert answer.message.text == shown
    assert [message.ephemeral for message in reply.messages] == [True]


@pytest.mark.parametrize("state", ["page", "page:1", "page:1:a9.0:x", "page:?:a0.0:x", "only:1", "nothing:1", "x"])
async def test_a_button_that_nobody_knows_any_more_says_so(
    alice: Person, desk: Desk, state: str, simulator: Simulator
) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY)
    next_page = next(one for one in answer.message.buttons if one["label"] == "Next")
    next_page["custom_id"] = state

    reply = await alice.click(answer.message, state)

    assert [(message.text, message.ephemeral) for message in reply.messages] == [(OLD_BUTTON, True)]
    assert "ERROR" not in simulator.log.text()
