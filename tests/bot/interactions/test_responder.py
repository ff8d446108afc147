from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import discord
import pytest
from discord import app_commands

from bot.cards import notice_card
from bot.client.app import Verbatim
from bot.interactions.reply import Reply
from bot.interactions.worker import THREADS, BusyError
from retrieval import UnknownSpeakerError
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.bot.sentences import BUSY, LOOK, OUTDATED, UNEXPECTED
from tests.simulator.faults import CALLBACK, EDIT_ORIGINAL, FOLLOW_UP

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import ManualClock
    from tests.simulator.users.person import Person

NOBODY = UnknownSpeakerError("bob")
NOBODY_SAID = f"Nobody called “bob” speaks in these transcripts. {LOOK}"
QUARTER_OF_AN_HOUR = 15 * 60


@app_commands.command(name="failing", description="Answers, then fails")
async def answering_and_failing(interaction: discord.Interaction) -> None:
    await Reply.to(interaction).send(notice_card("Done."), private=False)
    raise ZeroDivisionError


async def asked_and_busy(person: Person, library: FakeLibrary, **options: bool) -> None:
    """Ask, and return while the library is still at it."""
    library.open.clear()
    library.busy.clear()
    await person.waiting("sent").slash("ask", question=WHO_CAME, **options)
    await asyncio.to_thread(library.busy.wait)


# Answers that take long


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.usefixtures("deferring_bot")
async def test_an_answer_that_takes_long_is_deferred_then_shown(alice: Person, *, private: bool) -> None:
    reply = await alice.slash("ask", question=WHO_CAME, private=private)

    assert reply.deferred
    assert reply.ephemeral is private
    assert ["Hiroshige Seko" in message.text for message in reply.messages] == [True]


@pytest.mark.usefixtures("deferring_bot")
async def test_a_fault_after_a_public_deferral_is_still_private(
    alice: Person, library: FakeLibrary, simulator: Simulator
) -> None:
    library.outcome = NOBODY

    reply = await (await alice.slash("ask", question=WHO_CAME)).until_messages(1)

    seen_by_bob = [message for message in reply.messages if simulator.person("bob").sees(message)]
    assert seen_by_bob == []
    assert [message.text for message in reply.messages if not message.deleted] == [NOBODY_SAID]


@pytest.mark.usefixtures("deferring_bot")
async def test_a_fault_after_a_private_deferral_takes_the_place_of_the_answer(
    alice: Person, library: FakeLibrary
) -> None:
    library.outcome = NOBODY

    reply = await alice.slash("ask", question=WHO_CAME, private=True)

    assert [(message.text, message.ephemeral) for message in reply.messages] == [(NOBODY_SAID, True)]


# Faults of ours


async def test_an_unexpected_fault_is_logged_whole_and_told_in_one_sentence(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    library.outcome = ZeroDivisionError("no such thing")

    reply = await alice.slash("ask", question=WHO_CAME)

    assert (reply.text, reply.ephemeral) == (UNEXPECTED, True)
    assert "bot.interactions.responder ERROR ask failed" in simulator.log.text()
    assert "ZeroDivisionError: no such thing" in simulator.log.text()
    assert WHO_CAME not in simulator.log.text()
    assert bot.responder.late == 0


@pytest.mark.usefixtures("bot")
async def test_suggestions_do_not_wait_for_answers(alice: Person, library: FakeLibrary, simulator: Simulator) -> None:
    for number in range(THREADS):
        await asked_and_busy(simulator.person(f"user{number}"), library)

    choices = await alice.autocomplete("ask", "speaker", "lav", question=WHO_CAME)

    assert [choice.value for choice in choices] == ["Sergey Lavrov"]
    library.open.set()


@pytest.mark.usefixtures("bot")
async def test_too_much_at_once_is_told_in_one_sentence(alice: Person, library: FakeLibrary) -> None:
    library.outcome = BusyError()

    reply = await alice.slash("ask", question=WHO_CAME)

    assert (reply.text, reply.ephemeral) == (BUSY, True)


async def test_a_command_that_we_no_longer_have_says_what_to_do(alice: Person, bot: Verbatim) -> None:
    bot.tree.remove_command("ask")

    reply = await alice.slash("ask", question=WHO_CAME)

    assert (reply.text, reply.ephemeral) == (OUTDATED, True)


@pytest.mark.usefixtures("bot")
async def test_a_fault_while_suggesting_suggests_nothing_and_is_logged(
    alice: Person, library: FakeLibrary, simulator: Simulator
) -> None:
    library.speakers = cast("list[object]", [None])  # type: ignore[assignment]

    assert await alice.autocomplete("ask", "speaker", "x", question=WHO_CAME) == []
    assert "AttributeError" in simulator.log.text()


async def test_a_fault_after_the_answer_is_logged_and_the_answer_stays(
    alice: Person, library: FakeLibrary, store: Store, simulator: Simulator
) -> None:
    client = Verbatim(cast("Library", library), store)
    client.tree.add_command(answering_and_failing)
    await simulator.connect(client)

    reply = await alice.slash("failing")

    await client.settled()
    assert [message.text for message in reply.messages] == ["Done."]
    assert "ZeroDivisionError" in simulator.log.text()


# Faults of Discord and of the network


@pytest.mark.parametrize("after_effect", [True, False])
async def test_a_connection_cut_while_answering_leaves_one_answer(
    alice: Person, bot: Verbatim, simulator: Simulator, *, after_effect: bool
) -> None:
    simulator.faults.abort(CALLBACK, after_effect=after_effect)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert len(reply.messages) == 1
    assert bot.responder.late == 0


async def test_a_connection_cut_twice_is_given_up_and_counted(
    alice: Person, bot: Verbatim, simulator: Simulator
) -> None:
    simulator.faults.abort(CALLBACK, times=2)
    simulator.expect("unanswered")

    await alice.waiting("sent").slash("ask", question=WHO_CAME)

    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 2)
    await bot.settled()
    assert bot.responder.late == 1


@pytest.mark.parametrize("after_effect", [True, False])
async def test_a_connection_cut_while_deferring_leaves_one_answer(
    alice: Person, deferring_bot: Verbatim, simulator: Simulator, *, after_effect: bool
) -> None:
    simulator.faults.abort(CALLBACK, after_effect=after_effect)

    reply = await alice.slash("ask", question=WHO_CAME)

    await deferring_bot.settled()
    assert ["Hiroshige Seko" in message.text for message in reply.messages] == [True]


@pytest.mark.usefixtures("deferring_bot")
async def test_a_connection_cut_while_showing_a_deferred_answer_is_mended(alice: Person, simulator: Simulator) -> None:
    simulator.faults.abort(EDIT_ORIGINAL)

    reply = await alice.slash("ask", question=WHO_CAME)

    assert len(reply.messages) == 1


async def test_a_follow_up_is_never_sent_twice(
    alice: Person, deferring_bot: Verbatim, library: FakeLibrary, simulator: Simulator
) -> None:
    library.outcome = NOBODY
    simulator.faults.abort(FOLLOW_UP, after_effect=True)

    await alice.waiting("acknowledged").slash("ask", question=WHO_CAME)

    await simulator.until(lambda: simulator.routes.count(FOLLOW_UP) == 1)
    await deferring_bot.settled()
    assert simulator.routes.count(FOLLOW_UP) == 1


async def test_an_answer_that_discord_did_take_before_failing_is_not_repeated(
    alice: Person, bot: Verbatim, simulator: Simulator
) -> None:
    simulator.faults.status(CALLBACK, 500, after_effect=True)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert len(reply.messages) == 1
    assert bot.responder.late == 0


async def test_an_answer_that_discord_refuses_becomes_a_sentence(
    alice: Person, bot: Verbatim, simulator: Simulator
) -> None:
    simulator.faults.status(CALLBACK, 400)

    reply = await alice.slash("ask", question=WHO_CAME)

    await bot.settled()
    assert [message.text for message in reply.messages] == [UNEXPECTED]
    assert "HTTPException" in simulator.log.text()


async def test_an_answer_and_a_sentence_that_discord_both_refuses_are_logged(
    alice: Person, bot: Verbatim, simulator: Simulator
) -> None:
    simulator.faults.status(CALLBACK, 400, times=2)
    simulator.expect("unanswered")

    await alice.waiting("sent").slash("ask", question=WHO_CAME)

    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 2)
    await bot.settled()
    assert "a user could not be told" in simulator.log.text()


# Nobody waits any more


async def test_an_answer_after_three_seconds_is_dropped_and_counted(
    alice: Person, bot: Verbatim, library: FakeLibrary, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.expect("unanswered")
    await asked_and_busy(alice, library)

    clock.advance(4)
    library.open.set()

    await bot.settled()
    assert bot.responder.late == 1
    assert simulator.routes.count(CALLBACK) == 1


async def test_an_answer_after_the_token_ended_is_dropped_and_counted(
    alice: Person, deferring_bot: Verbatim, library: FakeLibrary, simulator: Simulator, clock: ManualClock
) -> None:
    await asked_and_busy(alice, library)
    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 1)

    clock.advance(QUARTER_OF_AN_HOUR + 1)
    library.open.set()

    await deferring_bot.settled()
    assert deferring_bot.responder.late == 1


async def test_suggestions_that_come_late_are_dropped_and_counted(
    alice: Person, bot: Verbatim, simulator: Simulator, clock: ManualClock
) -> None:
    simulator.expect("unanswered")
    simulator.faults.delay(CALLBACK, 4)
    await alice.waiting("sent").autocomplete("ask", "speaker", "lav", question=WHO_CAME)

    await simulator.until(lambda: simulator.routes.count(CALLBACK) == 1)
    clock.advance(4)

    await bot.settled()
    assert bot.responder.late == 1
    assert simulator.routes.count(CALLBACK) == 1


# What lasts


async def test_discord_py_keeps_no_watch_over_a_private_answer(alice: Person, bot: Verbatim) -> None:
    await alice.slash("ask", question=WHO_CAME, private=True)

    await bot.settled()
    assert [task for task in asyncio.all_tasks() if "timeout" in repr(task.get_coro())] == []
