from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.interactions.asking import NOBODY, asked_and_busy
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.bot.sentences import UNEXPECTED
from tests.simulator.faults import CALLBACK, EDIT_ORIGINAL, FOLLOW_UP

if TYPE_CHECKING:
    from bot.client.app import Verbatim
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import ManualClock
    from tests.simulator.users.person import Person

QUARTER_OF_AN_HOUR = 15 * 60


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
