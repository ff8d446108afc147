from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.simulator.users.person import Person

pytestmark = pytest.mark.usefixtures("reader")


async def test_speakers_are_listed_with_how_much_they_say_whoever_only_asks_last(alice: Person) -> None:
    reply = await alice.slash("speakers")

    assert reply.text.splitlines() == [
        "### Who speaks",
        "-# 4 speakers · who says most comes first",
        "**Ida Lund, Mayor**",
        "3 turns · in 3 transcripts · 60 words, 38% of all",
        "**Jonas Berg, Port Director**",
        "3 turns · in 3 transcripts · 54 words, 34% of all",
        "**Anna Holm, Fisheries Minister**",
        "1 turn · in 1 transcript · 21 words, 13% of all",
        "**Questioners**",
        "4 turns · in 4 transcripts · 22 words, 14% of all",
    ]


async def test_whoever_only_asks_is_not_among_those_to_choose(alice: Person) -> None:
    reply = await alice.slash("speakers")

    (menu,) = reply.message.selects
    assert [option["label"] for option in menu["options"]] == ["Ida Lund", "Jonas Berg", "Anna Holm"]


async def test_one_of_them_can_be_asked(alice: Person) -> None:
    reply = await alice.slash("speakers")

    chosen = await alice.select(reply.message, "Ida Lund")
    form = (await alice.click(chosen.message, "Ask Ida Lund")).form
    answer = await alice.submit(form, {"question": "Who pays for the dredging?"})

    assert form.payload["title"] == "Ask Ida Lund"
    assert "The state pays for the dredging" in answer.text
    assert answer.ephemeral


async def test_one_of_them_can_be_read(alice: Person) -> None:
    reply = await alice.slash("speakers")

    chosen = await alice.select(reply.message, "Jonas Berg")
    quote = await alice.click(chosen.message, "A quote of Jonas Berg")

    assert chosen.ephemeral
    assert "**Jonas Berg, Port Director**" in quote.text
    assert quote.ephemeral
