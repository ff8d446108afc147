from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord

from tests.bot.interview import WHERE_FERRY
from tests.simulator.faults import FOLLOW_UP

if TYPE_CHECKING:
    import pytest

    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


async def test_a_private_answer_is_shown_to_all_as_it_is(alice: Person, desk: Desk, simulator: Simulator) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)
    await desk.restart(bot)

    shown = await alice.click(answer.message, "Show to all")

    (copy,) = shown.messages
    assert copy.text == answer.text
    assert simulator.person("bob").sees(copy)
    assert copy.labels == [label for label in answer.message.labels if not label.startswith("Show")]


async def test_what_all_were_shown_cannot_be_shown_again(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)

    await alice.click(answer.message, "Show to all")

    await bot.settled()
    assert [one["label"] for one in answer.message.buttons if one.get("disabled")][-1] == "Shown to all"


async def test_a_double_click_shows_it_once(alice: Person, desk: Desk, simulator: Simulator) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)

    sent = alice.waiting("acknowledged")
    await asyncio.gather(sent.click(answer.message, "Show to all"), sent.click(answer.message, "Show to all"))

    await bot.settled()
    assert simulator.routes.count(FOLLOW_UP) == 1


async def test_each_page_of_a_private_answer_can_be_shown(alice: Person, desk: Desk) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)
    await alice.click(answer.message, "Show to all")
    await alice.click(answer.message, "Next")

    shown = await alice.click(answer.message, "Show to all")

    await bot.settled()
    assert "Answer 2 of 3" in shown.messages[0].text
    assert answer.message.labels[-1] == "Shown to all"


async def test_a_page_that_was_shown_already_says_so_when_it_is_turned_to_again(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)
    await alice.click(answer.message, "Show to all")
    await alice.click(answer.message, "Next")
    await alice.click(answer.message, "Previous")

    await alice.click(answer.message, "Show to all")

    await bot.settled()
    assert simulator.routes.count(FOLLOW_UP) == 1
    assert answer.message.labels[-1] == "Shown to all"


async def test_a_chart_is_sent_along_because_private_files_do_not_last(alice: Person, desk: Desk) -> None:
    desk.write("Tides\nPort Elin, 4 May 2019\n\nAnna Holm: The ferry waits for the tide.\n", "tides.txt")
    await desk.start()
    private = await alice.slash("timeline", words="ferry", private=True)

    shown = await alice.click(private.message, "Show to all")

    (before,), (after,) = (message.message.files for message in (private.message, shown.messages[0]))
    assert (after.data, after.name) == (before.data, "timeline.png")
    assert after.url != before.url
    (item,) = (one for one in shown.messages[0].components if one["type"] == 12)
    assert item["items"][0]["media"]["url"] == after.url
    assert item["items"][0]["description"].startswith("Bar chart. What was said on “ferry”")


async def test_a_chart_that_cannot_be_fetched_is_shown_where_it_is(
    alice: Person, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("Tides\nPort Elin, 4 May 2019\n\nAnna Holm: The ferry waits for the tide.\n", "tides.txt")
    await desk.start()
    private = await alice.slash("timeline", words="ferry", private=True)
    monkeypatch.setattr(discord.Attachment, "read", gone)

    shown = await alice.click(private.message, "Show to all")

    (item,) = (one for one in shown.messages[0].components if one["type"] == 12)
    assert item["items"][0]["media"]["url"] == private.message.message.files[0].url


async def gone(_: discord.Attachment) -> bytes:
    raise ConnectionResetError


async def test_the_one_who_shows_an_answer_turns_its_pages(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)
    shown = await alice.click(answer.message, "Show to all")

    turned = await alice.click(shown.messages[0], "Next")

    assert turned.messages == []
    assert "Answer 2 of 3" in shown.messages[0].text


async def test_what_could_not_be_shown_may_be_shown_again(alice: Person, desk: Desk, simulator: Simulator) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHERE_FERRY, private=True)
    simulator.faults.status(FOLLOW_UP, 403)

    refused = await alice.click(answer.message, "Show to all")
    again = await alice.click(answer.message, "Show to all")

    assert "Verbatim may not write for all to see" in refused.text
    assert [message.ephemeral for message in again.messages] == [False]


async def test_it_is_shown_wherever_it_was_asked(alice: Person, desk: Desk) -> None:
    await desk.start()
    for person in (alice, alice.in_dm(), alice.with_user_install()):
        answer = await person.slash("ask", question=WHERE_FERRY, private=True)

        shown = await person.click(answer.message, "Show to all")

        assert [message.ephemeral for message in shown.messages] == [False]
