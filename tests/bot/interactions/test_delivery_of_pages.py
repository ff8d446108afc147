from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.interactions.pressing import answered, pressed_and_busy
from tests.bot.records import SEKO, FakeLibrary, found
from tests.bot.sentences import UNEXPECTED
from tests.simulator.faults import CALLBACK, EDIT_ORIGINAL

if TYPE_CHECKING:
    from bot.client.app import Verbatim
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import ManualClock
    from tests.simulator.users.person import Person

QUARTER_OF_AN_HOUR = 15 * 60


@pytest.mark.parametrize("after_effect", [True, False])
async def test_a_connection_cut_while_a_page_turns_leaves_it_turned_once(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator, *, after_effect: bool
) -> None:
    answer = await answered(alice, library)
    simulator.faults.abort(CALLBACK, after_effect=after_effect)

    reply = await alice.click(answer.message, "Context")

    await bot.settled()
    assert len(reply.messages) == 1
    assert bot.responder.late == 0


async def test_a_turn_that_discord_did_take_before_failing_is_not_repeated(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    library.outcome = found(SEKO, SEKO)
    answer = await answered(alice, library)
    simulator.faults.status(CALLBACK, 500, after_effect=True)

    reply = await alice.click(answer.message, "Next")

    await bot.settled()
    assert reply.messages == []
    assert "Answer 2 of 2" in answer.text


async def test_a_page_that_discord_holds_up_turns_when_it_may(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    library.outcome = found(SEKO, SEKO)
    answer = await answered(alice, library)
    simulator.faults.rate_limit(CALLBACK, retry_after=0.01)

    await alice.click(answer.message, "Next")

    await bot.settled()
    assert "Answer 2 of 2" in answer.text
    assert bot.responder.late == 0


async def test_a_page_that_discord_holds_up_for_too_long_is_counted(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator, clock: ManualClock
) -> None:
    library.outcome = found(SEKO, SEKO)
    answer = await answered(alice, library)
    before = simulator.routes.count(CALLBACK)
    simulator.expect("unanswered")
    simulator.faults.rate_limit(CALLBACK, retry_after=0.05)

    await alice.waiting("sent").click(answer.message, "Next")
    await simulator.until(lambda: simulator.routes.count(CALLBACK) > before)
    clock.advance(4)

    await bot.settled()
    assert "Answer 1 of 2" in answer.text
    assert bot.responder.late == 1


async def test_a_press_that_is_replayed_too_late_is_counted(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator, clock: ManualClock
) -> None:
    answer = await answered(alice, library)
    before = simulator.routes.count(CALLBACK)
    simulator.expect("unanswered")
    simulator.outages.drop()

    await alice.waiting("sent").click(answer.message, "Context")
    clock.advance(4)

    await simulator.until(lambda: simulator.routes.count(CALLBACK) > before)
    await bot.settled()
    assert bot.responder.late == 1


async def test_a_press_after_three_seconds_is_dropped_and_counted(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator, clock: ManualClock
) -> None:
    answer = await answered(alice, library)
    simulator.expect("unanswered")
    await pressed_and_busy(alice, answer, library)

    clock.advance(4)
    library.open.set()

    await bot.settled()
    assert bot.responder.late == 1


async def test_a_page_after_the_token_ended_is_dropped_and_counted(
    alice: Person, library: FakeLibrary, deferring_bot: Verbatim, simulator: Simulator, clock: ManualClock
) -> None:
    answer = await answered(alice, library)
    before = simulator.routes.count(CALLBACK)
    await pressed_and_busy(alice, answer, library)
    await simulator.until(lambda: simulator.routes.count(CALLBACK) > before)

    clock.advance(QUARTER_OF_AN_HOUR + 1)
    library.open.set()

    await deferring_bot.settled()
    assert deferring_bot.responder.late == 1


@pytest.mark.usefixtures("deferring_bot")
async def test_a_connection_cut_while_a_deferred_page_is_shown_is_mended(
    alice: Person, library: FakeLibrary, simulator: Simulator
) -> None:
    library.outcome = found(SEKO, SEKO)
    answer = await answered(alice, library)
    simulator.faults.abort(EDIT_ORIGINAL)

    await alice.click(answer.message, "Next")

    assert "Answer 2 of 2" in answer.text


async def test_a_form_that_cannot_be_shown_is_told(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    answer = await answered(alice, library)
    simulator.faults.status(CALLBACK, 400)

    reply = await alice.click(answer.message, "This is wrong")

    await bot.settled()
    assert [message.text for message in reply.messages] == [UNEXPECTED]
