from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bot.interview import INTERVIEW

if TYPE_CHECKING:
    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

COSTS = "What does a crossing cost?"


async def cited_id(person: Person) -> str:
    """Ask, and read the id of the quote that answers."""
    answer = await person.slash("ask", question=COSTS)
    found = re.search(r"Quote (\S+)$", answer.text, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize("private", [True, False])
async def test_a_quote_that_stands_is_shown_again_everywhere(alice: Person, desk: Desk, *, private: bool) -> None:
    await desk.start()
    ident = await cited_id(alice)

    for person in (alice, alice.in_dm(), alice.with_user_install()):
        reply = await person.slash("cite", id=ident.upper(), private=private)

        assert "**Unchanged: " in reply.text
        assert "> ## A crossing costs nine crowns." in reply.text
        assert reply.ephemeral is private


async def test_a_quote_of_a_transcript_that_was_corrected_says_so(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    ident = await cited_id(alice)
    desk.write(INTERVIEW.replace("nine crowns", "ten crowns"))
    await desk.restart(bot)

    reply = await alice.slash("cite", id=ident)

    assert "**The transcript was corrected since, in a number.**" in reply.text
    assert "> A crossing costs __**ten**__ crowns" in reply.text
    assert "Quoted: “A crossing costs __**nine**__ crowns" in reply.text


async def test_a_quote_of_a_transcript_that_is_gone_says_so(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    ident = await cited_id(alice)
    desk.write(INTERVIEW.replace("Harbour talk", "Other talk"), "other.txt")
    (desk.folder / "harbour.txt").unlink()
    await desk.restart(bot)

    reply = await alice.slash("cite", id=ident)

    assert "**Gone: " in reply.text


async def test_what_is_no_id_is_explained_in_private(alice: Person, desk: Desk) -> None:
    await desk.start()

    reply = await alice.slash("cite", id="the one from yesterday")

    assert reply.text == "“the one from yesterday” is no quote id; ids look like k3f9q-1gx-4m-q9zdx."
    assert reply.ephemeral


async def test_a_cited_quote_has_its_context(alice: Person, desk: Desk, simulator: Simulator) -> None:
    bot = await desk.start()
    reply = await alice.slash("cite", id=await cited_id(alice))
    await desk.restart(bot)

    context = await simulator.person("bob").click(reply.message, "Context")

    assert "Will the price rise?" in context.text
