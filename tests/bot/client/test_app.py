from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import discord
import pytest

from bot.client.app import Verbatim
from bot.interactions import Pace
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.bot.sentences import RESTARTING
from tests.simulator.faults import CALLBACK

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


async def begun(person: Person, library: FakeLibrary) -> None:
    """Ask, and return while the library is still at it."""
    library.open.clear()
    library.busy.clear()
    await person.waiting("sent").slash("ask", question=WHO_CAME)
    await asyncio.to_thread(library.busy.wait)


@pytest.mark.usefixtures("bot")
async def test_it_asks_for_no_intent_at_all(simulator: Simulator) -> None:
    assert [session.intents for session in simulator.server.gateway.sessions.values()] == [0]


async def test_it_keeps_no_messages_and_no_members(bot: Verbatim, alice: Person) -> None:
    await alice.slash("ask", question=WHO_CAME)

    assert list(bot.cached_messages) == []
    assert bot.users == [bot.user]


async def test_it_mentions_nobody_by_default(bot: Verbatim) -> None:
    assert bot.allowed_mentions is not None
    assert bot.allowed_mentions.to_dict() == discord.AllowedMentions.none().to_dict()


@pytest.mark.usefixtures("bot")
async def test_its_commands_are_there_in_servers_and_messages_for_servers_and_users(simulator: Simulator) -> None:
    offered = {one["name"]: (one["contexts"], one["integration_types"]) for one in simulator.commands()}

    assert offered.keys() >= {
        "ask",
        "quote",
        "transcripts",
        "speakers",
        "timeline",
        "random",
        "help",
        "about",
        "cite",
        "Ask about this",
        "Check this quote",
    }
    assert all(allowed == ([0, 1, 2], [0, 1]) for allowed in offered.values())


async def test_with_a_server_for_development_commands_appear_only_there(
    simulator: Simulator, alice: Person, library: FakeLibrary, store: Store
) -> None:
    client = Verbatim(cast("Library", library), store, dev_guild_id=int(simulator.home.id))

    await simulator.connect(client)

    assert simulator.commands() == []
    assert {"ask", "quote"} <= {one["name"] for one in simulator.commands(simulator.home)}
    assert "Hiroshige Seko" in (await alice.slash("ask", question=WHO_CAME)).text


async def test_whoever_asks_too_often_is_told_in_private_how_long_to_wait(
    simulator: Simulator, alice: Person, library: FakeLibrary, store: Store
) -> None:
    await simulator.connect(Verbatim(cast("Library", library), store, pace=Pace(2, lambda: 0.0)))

    replies = [await alice.slash("ask", question=WHO_CAME) for _ in range(3)]
    choices = await alice.autocomplete("ask", "speaker", "lav", question=WHO_CAME)
    other = await simulator.person("bob").slash("ask", question=WHO_CAME)

    assert [reply.ephemeral for reply in replies] == [False, False, True]
    assert replies[2].text == "You have asked very often; please try again in 30 seconds."
    assert len(choices) == 1
    assert not other.ephemeral


async def test_leaving_finishes_the_answers_under_way(
    bot: Verbatim, simulator: Simulator, alice: Person, library: FakeLibrary
) -> None:
    await begun(alice, library)

    leaving = asyncio.create_task(bot.close())
    library.open.set()
    await leaving

    assert simulator.routes.count(CALLBACK) == 1
    assert "finishing 1 answer" in simulator.log.text()


async def test_while_it_leaves_it_turns_everybody_away(
    bot: Verbatim, simulator: Simulator, alice: Person, library: FakeLibrary
) -> None:
    await begun(alice, library)
    leaving = asyncio.create_task(bot.close())

    reply = await simulator.person("bob").slash("ask", question=WHO_CAME)
    choices = await simulator.person("bob").autocomplete("ask", "speaker", "lav", question=WHO_CAME)

    assert (reply.text, reply.ephemeral) == (RESTARTING, True)
    assert choices == []
    library.open.set()
    await leaving


async def test_whoever_waits_too_long_when_it_leaves_is_told_to_ask_again(
    bot: Verbatim,
    simulator: Simulator,
    alice: Person,
    library: FakeLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.client.app.DRAIN_SECONDS", 0.01)
    await begun(alice, library)
    asked = [await alice.waiting("sent").slash("ask", question=WHO_CAME) for _ in range(20)]

    await bot.close()

    assert [reply.text for reply in asked] == [RESTARTING] * 20
    assert all(reply.ephemeral for reply in asked)
    assert simulator.routes.count(CALLBACK) == 21
    library.open.set()


async def test_leaving_while_a_new_session_begins_leaves_nothing_behind(
    bot: Verbatim, simulator: Simulator, alice: Person
) -> None:
    bot._connection.guild_ready_timeout = 60  # noqa: SLF001 - it has no other name
    await simulator.outages.invalidate(resumable=False)
    await simulator.until(lambda: simulator.gateway.identifies == 2)
    await alice.slash("ask", question=WHO_CAME)
    beginning = bot._connection._ready_task  # noqa: SLF001 - likewise

    await bot.close()

    assert beginning is not None
    assert beginning.done()


async def test_a_resumed_session_answers_what_was_asked_meanwhile(
    bot: Verbatim, simulator: Simulator, alice: Person
) -> None:
    simulator.outages.drop()

    reply = await alice.slash("ask", question=WHO_CAME)

    assert "Hiroshige Seko" in reply.text
    assert not bot.is_closed()


async def test_a_new_session_after_a_lost_one_answers_and_registers_nothing_again(
    bot: Verbatim, simulator: Simulator, alice: Person
) -> None:
    await simulator.outages.invalidate(resumable=False)
    await simulator.until(lambda: simulator.server.gateway.identifies == 2)
    await simulator.until_connected()

    reply = await alice.slash("ask", question=WHO_CAME)

    assert "Hiroshige Seko" in reply.text
    assert not bot.is_closed()
    assert [route for route in simulator.routes if route.startswith("PUT")] == [
        "PUT /applications/{application_id}/commands"
    ]
