from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bot.client.app import Verbatim

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
    from tests.bot.interview import Desk
    from tests.bot.records import FakeLibrary
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


def ids(simulator: Simulator) -> dict[str, str]:
    return {one["name"]: one["id"] for one in simulator.commands()}


@pytest.mark.usefixtures("bot")
async def test_every_command_is_linked_and_described_but_those_of_the_owner(
    alice: Person, simulator: Simulator
) -> None:
    reply = await alice.slash("help")

    known = ids(simulator)
    assert f"</ask:{known['ask']}>: Ask a question" in reply.text
    assert f"</timeline:{known['timeline']}>" in reply.text
    assert "reload" not in reply.text
    assert reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_whoever_runs_the_bot_sees_their_commands_too(simulator: Simulator) -> None:
    reply = await simulator.owner.slash("help")

    assert f"</reload:{ids(simulator)['reload']}>" in reply.text


async def test_after_a_restart_without_registering_the_links_are_still_known(
    simulator: Simulator, alice: Person, library: FakeLibrary, store: Store
) -> None:
    for _ in range(2):
        client = Verbatim(cast("Library", library), store)
        await simulator.connect(client)

    reply = await alice.slash("help")

    assert f"</ask:{ids(simulator)['ask']}>" in reply.text


@pytest.mark.usefixtures("bot")
async def test_a_command_that_discord_gave_no_known_id_is_named(alice: Person, bot: Verbatim, store: Store) -> None:
    store.remember_command_ids(f"{bot.application_id}:global", {})

    reply = await alice.slash("help", private=False)

    assert "**/ask**: Ask a question" in reply.text
    assert not reply.ephemeral


@pytest.mark.usefixtures("reader")
async def test_a_question_that_was_asked_in_the_transcripts_can_be_tried(alice: Person) -> None:
    reply = await alice.slash("help", private=False)

    (menu,) = reply.message.selects
    tried = await alice.select(reply.message, "Who pays for the dredging?")

    assert menu["placeholder"] == "Try a question that was asked here…"
    assert {option["label"] for option in menu["options"]} <= {
        "Who pays for the dredging?",
        "Will the harbour of Tromsø be widened?",
    }
    assert "The state pays for the dredging" in tried.text
    assert tried.messages[0].ephemeral


async def test_where_nobody_asks_there_is_no_menu(alice: Person, desk: Desk) -> None:
    desk.write("Anna Holm: The ferry lands at the north pier.\n")
    await desk.start()

    reply = await alice.slash("help")

    assert reply.message.selects == []
