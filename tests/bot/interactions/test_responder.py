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
from tests.bot.interactions.asking import NOBODY, asked_and_busy
from tests.bot.records import WHO_CAME, FakeLibrary
from tests.bot.sentences import BUSY, LOOK, OUTDATED, UNEXPECTED

if TYPE_CHECKING:
    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

NOBODY_SAID = f"Nobody called “bob” speaks in these transcripts. {LOOK}"


@app_commands.command(name="failing", description="Answers, then fails")
async def answering_and_failing(interaction: discord.Interaction) -> None:
    await Reply.to(interaction).send(notice_card("Done."), private=False)
    raise ZeroDivisionError


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


async def test_discord_py_keeps_no_watch_over_a_private_answer(alice: Person, bot: Verbatim) -> None:
    await alice.slash("ask", question=WHO_CAME, private=True)

    await bot.settled()
    assert [task for task in asyncio.all_tasks() if "timeout" in repr(task.get_coro())] == []
