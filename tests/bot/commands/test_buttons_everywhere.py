"""Every command and every button, wherever Discord allows them, privately or for all, over a restart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.bot.interview import WHERE_FERRY

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person
    from tests.simulator.users.reply import Reply

Using: TypeAlias = "Callable[..., Awaitable[Reply]]"
NORTH = "The ferry lands at the north pier."


async def ask(person: Person, *, private: bool) -> Reply:
    return await person.slash("ask", question=WHERE_FERRY, private=private)


async def quote(person: Person, *, private: bool) -> Reply:
    return await person.slash("quote", words=NORTH, private=private)


async def cite(person: Person, *, private: bool) -> Reply:
    answer = await person.slash("ask", question=WHERE_FERRY)
    ident = re.search(r"Quote (\S+)", answer.text)
    assert ident
    return await person.slash("cite", id=ident[1], private=private)


async def ask_about(person: Person, *, private: bool) -> Reply:  # noqa: ARG001 - a menu has no options
    return await person.use_menu("Ask about this", await person.post(WHERE_FERRY))


async def check_quote(person: Person, *, private: bool) -> Reply:  # noqa: ARG001 - likewise
    return await person.use_menu("Check this quote", await person.post(f"“{NORTH}” he said"))


def everywhere(person: Person, simulator: Simulator) -> list[Person]:
    """Return the same person in a server, in messages, among friends, and in a server where the bot is not."""
    strange = simulator.world.add_guild("Strange", joined=False)
    return [person, person.in_dm(), person.with_user_install(), person.with_user_install(strange)]


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("use", [ask, quote, cite, ask_about, check_quote])
async def test_every_card_and_its_buttons_work_everywhere_over_a_restart(
    alice: Person, desk: Desk, simulator: Simulator, use: Using, *, private: bool
) -> None:
    bot = await desk.start()
    places = everywhere(alice, simulator)
    replies = [(person, await use(person, private=private)) for person in places]
    await desk.restart(bot)

    for person, reply in replies:
        context = await person.click(reply.message, "Context")
        form = (await person.click(reply.message, "This is wrong")).form
        assert form
        thanked = await person.submit(form, {"note": "No."})
        shown = [await person.click(one.message, "Show to all") for one in (reply, context) if one.ephemeral]

        assert "north pier" in reply.text
        assert "the quote is here" in context.messages[0].text
        assert (context.messages[0].ephemeral, thanked.messages[0].ephemeral) == (True, True)
        assert [one.messages[0].ephemeral for one in shown] == [False] * len(shown)


@pytest.mark.parametrize("use", [ask, quote, cite])
async def test_in_a_transcript_that_is_gone_every_button_says_so_privately(
    alice: Person, desk: Desk, use: Using
) -> None:
    bot = await desk.start()
    reply = await use(alice, private=False)
    shown = reply.message.text
    (desk.folder / "harbour.txt").unlink()
    desk.write("Other talk\nPort Elin, 5 May 2021\n\nAnna Holm: Something else entirely.\n", "other.txt")
    await desk.restart(bot)

    for label in set(reply.message.labels) & {"Next", "Context", "Whole exchange", "Only Anna Holm"}:
        told = await alice.click(reply.message, label)

        assert "it may have been corrected or taken away" in told.messages[0].text
        assert told.messages[0].ephemeral
    assert reply.message.text == shown
