"""The life of an interaction: one answer within three seconds, and fifteen minutes to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.simulator.state.clock import Clock, ManualClock

if TYPE_CHECKING:
    from tests.simulator.conftest import Call
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.interaction import Interaction
    from tests.simulator.users.person import Person

MESSAGE = {"type": 4, "data": {"content": "hello"}}
DEFERRED = {"type": 5}


@pytest.fixture
def clock() -> Clock:
    return ManualClock()


@pytest.fixture
async def used(simulator: Simulator, alice: Person) -> Interaction:
    """A command that was just used, and that no client answers."""
    simulator.world.commands.put(None, {"name": "ask", "description": "Ask"})
    return (await alice.waiting("sent").slash("ask")).interaction


def _callback(used: Interaction) -> str:
    return f"/interactions/{used.id}/{used.token}/callback"


def _webhook(simulator: Simulator, used: Interaction) -> str:
    return f"/webhooks/{simulator.world.bot.id}/{used.token}"


async def test_an_answer_is_taken_without_a_word(call: Call, used: Interaction) -> None:
    assert await call("POST", _callback(used), MESSAGE) == (204, None)
    assert [message.content for message in used.messages] == ["hello"]


async def test_an_answer_is_shown_when_asked_for(call: Call, used: Interaction) -> None:
    status, body = await call("POST", _callback(used) + "?with_response=1", MESSAGE)

    message = used.messages[0]
    assert status == 200
    assert body["interaction"] == {
        "id": used.id,
        "type": 2,
        "response_message_id": message.id,
        "response_message_loading": False,
        "response_message_ephemeral": False,
    }
    assert body["resource"] == {"type": 4, "message": message.payload()}


async def test_a_second_answer_is_refused(call: Call, used: Interaction) -> None:
    await call("POST", _callback(used), MESSAGE)

    status, body = await call("POST", _callback(used), MESSAGE)

    assert (status, body["code"]) == (400, 40060)


async def test_an_answer_after_three_seconds_is_refused(
    simulator: Simulator, call: Call, used: Interaction, clock: ManualClock
) -> None:
    simulator.expect("unanswered")
    clock.advance(3.1)

    status, body = await call("POST", _callback(used), MESSAGE)

    assert (status, body["code"]) == (404, 10062)


async def test_an_unknown_interaction_is_refused(call: Call) -> None:
    status, body = await call("POST", "/interactions/1/nothing/callback", MESSAGE)

    assert (status, body["code"]) == (404, 10062)


@pytest.mark.parametrize("answer", [{"type": 7, "data": {"content": "x"}}, {"type": 8, "data": {"choices": []}}])
async def test_an_answer_of_the_wrong_kind_is_a_violation(
    simulator: Simulator, call: Call, used: Interaction, answer: dict[str, Any]
) -> None:
    simulator.expect("unanswered")
    simulator.expect("violation: POST .*/callback: type: [78] does not answer 2")

    status, body = await call("POST", _callback(used), answer)

    assert (status, body["code"]) == (400, 50035)


async def test_nothing_can_be_written_before_the_first_answer(
    simulator: Simulator, call: Call, used: Interaction
) -> None:
    simulator.expect("unanswered")

    status, body = await call("POST", _webhook(simulator, used), {"content": "hello"})

    assert (status, body["code"]) == (404, 10015)


async def test_nothing_can_be_written_after_a_quarter_of_an_hour(
    simulator: Simulator, call: Call, used: Interaction, clock: ManualClock
) -> None:
    await call("POST", _callback(used), DEFERRED)
    clock.advance(901)

    status, body = await call("PATCH", _webhook(simulator, used) + "/messages/@original", {"content": "hello"})

    assert (status, body["code"]) == (401, 50027)


async def test_the_original_can_be_read_edited_and_deleted(simulator: Simulator, call: Call, used: Interaction) -> None:
    original = _webhook(simulator, used) + "/messages/@original"
    await call("POST", _callback(used), DEFERRED)

    _, waiting = await call("GET", original)
    _, edited = await call("PATCH", original, {"content": "hello"})
    deleted = await call("DELETE", original)
    gone, why = await call("GET", original)

    assert (waiting["flags"], waiting["content"]) == (128, "")
    assert (edited["flags"], edited["content"], edited["id"]) == (0, "hello", waiting["id"])
    assert deleted == (204, None)
    assert (gone, why["code"]) == (404, 10008)


async def test_a_follow_up_can_be_edited_and_deleted(simulator: Simulator, call: Call, used: Interaction) -> None:
    await call("POST", _callback(used), MESSAGE)

    _, follow_up = await call("POST", _webhook(simulator, used), {"content": "more", "flags": 64})
    path = f"{_webhook(simulator, used)}/messages/{follow_up['id']}"
    _, edited = await call("PATCH", path, {"content": "less"})
    await call("DELETE", path)

    assert (follow_up["flags"], edited["content"]) == (64, "less")
    assert [message.content for message in used.messages] == ["hello"]


async def test_who_sees_an_answer_is_settled_when_it_is_deferred(
    simulator: Simulator, call: Call, used: Interaction
) -> None:
    await call("POST", _callback(used), DEFERRED)

    _, filled_in = await call("POST", _webhook(simulator, used), {"content": "hello", "flags": 64})
    _, next_one = await call("POST", _webhook(simulator, used), {"content": "hello", "flags": 64})

    assert (filled_in["flags"], next_one["flags"]) == (0, 64)
    assert [message.audience for message in used.messages] == [None, used.account]


async def test_an_empty_answer_is_a_violation(simulator: Simulator, call: Call, used: Interaction) -> None:
    simulator.expect("unanswered")
    simulator.expect("violation: .*: content: The message would be empty")

    status, body = await call("POST", _callback(used), {"type": 4, "data": {"content": ""}})

    assert (status, body["code"]) == (400, 50006)


async def test_a_refused_edit_leaves_the_message_as_it_was(simulator: Simulator, call: Call, used: Interaction) -> None:
    simulator.expect("violation: .*: The message would be empty")
    await call("POST", _callback(used), MESSAGE)

    await call("PATCH", _webhook(simulator, used) + "/messages/@original", {"content": ""})

    assert used.messages[0].content == "hello"
