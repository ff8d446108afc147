from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from bot.client.app import Verbatim
from bot.interactions import OutdatedPressError, Press, Presses, Responder
from tests.bot.interactions.pressing import answered, pressed_and_busy
from tests.bot.records import SEKO, WHO_CAME, FakeLibrary
from tests.bot.sentences import RESTARTING, UNEXPECTED
from tests.simulator.faults import CALLBACK, FOLLOW_UP
from tests.simulator.users.envelope import envelope

if TYPE_CHECKING:
    import discord

    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


def test_a_press_without_a_message_or_an_asker_is_outdated() -> None:
    interaction = cast("discord.Interaction", type("Interaction", (), {"message": None})())
    press = Press(interaction=interaction, state=("?!",))

    with pytest.raises(OutdatedPressError):
        _ = press.message
    with pytest.raises(OutdatedPressError):
        _ = press.asker


async def test_the_state_and_what_was_chosen_or_written_reach_the_handler() -> None:
    heard: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    async def handler(press: Press) -> None:
        heard.append((press.state, press.values))

    presses = Presses({"pick": handler})
    field = {"type": 18, "component": {"type": 4, "custom_id": "note", "value": "written"}}
    menu = {"type": 18, "component": {"type": 3, "custom_id": "menu", "values": ["c"]}}
    for data in (
        {"custom_id": "pick:1:x", "values": ["a", "b"]},
        {"custom_id": "pick", "components": [field, menu, {"type": 10}]},
    ):
        await presses.answer(cast("discord.Interaction", type("Interaction", (), {"data": data})()))

    assert heard == [(("1", "x"), ("a", "b")), ((), ("written", "c"))]


async def test_an_unexpected_fault_is_logged_whole_and_told_in_one_sentence(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    answer = await answered(alice, library)
    library.outcome = ZeroDivisionError("no such thing")

    reply = await alice.click(answer.message, "Context")

    await bot.settled()
    assert [(message.text, message.ephemeral) for message in reply.messages] == [(UNEXPECTED, True)]
    assert "the button “context” failed" in simulator.log.text()
    assert "ZeroDivisionError: no such thing" in simulator.log.text()


async def test_while_it_leaves_it_turns_presses_away(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    answer = await answered(alice, library)
    await pressed_and_busy(alice, answer, library)
    leaving = asyncio.create_task(bot.close())

    reply = await simulator.person("bob").click(answer.message, "Context")

    assert [message.text for message in reply.messages] == [RESTARTING]
    library.open.set()
    await leaving


@pytest.mark.usefixtures("bot")
async def test_a_replayed_press_is_answered_once(alice: Person, library: FakeLibrary, simulator: Simulator) -> None:
    answer = await answered(alice, library)
    asked = await alice.click(answer.message, "This is wrong")
    before = simulator.routes.count(CALLBACK)

    again = envelope(asked.interaction, simulator.world.bot.id, locale="en-US", permissions=0)
    await simulator.gateway.dispatch("INTERACTION_CREATE", again)
    await alice.click(answer.message, "Context")

    assert simulator.routes.count(CALLBACK) == before + 1


@pytest.mark.parametrize("fault", ["abort", "429"])
async def test_what_is_shown_to_all_is_never_shown_twice(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator, fault: str
) -> None:
    answer = await alice.slash("ask", question=WHO_CAME, private=True)
    if fault == "abort":
        simulator.faults.abort(FOLLOW_UP, after_effect=True)
    else:
        simulator.faults.rate_limit(FOLLOW_UP, retry_after=0.01)
    library.outcome = SEKO

    reply = await alice.waiting("acknowledged").click(answer.message, "Show to all")

    await bot.settled()
    assert len(reply.messages) == 1


async def test_a_session_that_was_resumed_answers_what_was_pressed_meanwhile(
    alice: Person, library: FakeLibrary, bot: Verbatim, simulator: Simulator
) -> None:
    answer = await answered(alice, library)
    simulator.outages.drop()

    reply = await alice.click(answer.message, "Context")

    assert "the quote is here" in reply.messages[0].text
    assert not bot.is_closed()


async def test_discord_py_keeps_neither_form_nor_card(
    alice: Person, library: FakeLibrary, store: Store, simulator: Simulator
) -> None:
    client = Verbatim(cast("Library", library), store, responder=Responder(grace=60.0))
    await simulator.connect(client)
    answer = await answered(alice, library)

    await alice.click(answer.message, "This is wrong")
    await alice.click(answer.message, "Context")

    kept = client._connection._view_store  # noqa: SLF001 - it has no public name
    assert (kept._modals, kept._views) == ({}, {})  # noqa: SLF001 - likewise
