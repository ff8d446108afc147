from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bot.client.app import Verbatim

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
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
