"""Transcripts that mean harm, shown on simulated Discord, which holds every message to the limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.cards.escaping import visible
from tests.bot.cards.discord_markdown import shown
from tests.bot.interview import INTERVIEW

if TYPE_CHECKING:
    from tests.bot.interview import Desk
    from tests.simulator.users.person import Person
    from tests.simulator.users.seen import SeenMessage

NIGHT = "When is the night boat tied up?"
MARKS = {
    "everybody": "@everyone and @here and <@1> and <@&2>",
    "a link": "[June](javascript:alert(1)) ](javascript:alert(1)",
    "an invite": "discord.gg/abc and https://e.vil/x",
    "right to left": "\u202eenuJ\u2066 \u200f",
    "nothing to see": "\u200b" * 10_000,
    "formats": "**a** __b__ ||c|| `d` ~~e~~ <t:0:R> <:f:1> :g: # h -# i > j",
    "a list": "1. one\n2. two\n- three\n# four",
}


def quoted(message: SeenMessage) -> str:
    """Read what is set off as quotes on a message, as a person does."""
    lines = [line for line in message.text.split("\n") if line.startswith("> ")]
    return " ".join(shown("\n".join(re.sub(r"^> (?:## )?", "", line) for line in lines)).split())


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
async def test_words_that_mean_something_to_discord_are_shown_as_they_stand(
    alice: Person, desk: Desk, marks: str
) -> None:
    desk.write(INTERVIEW.replace("until June", f"until {marks} June"))
    await desk.start()
    (said,) = [turn for turn in bot_words(desk) if "tied up" in turn]

    answer = await alice.slash("ask", question=NIGHT)
    context = await alice.click(answer.message, "Context")
    exchange = await alice.click(answer.message, "Whole exchange")
    judged = await alice.slash("quote", words=said[:300])

    assert " ".join(visible(said).split()).startswith(quoted(answer.message))
    assert " ".join(visible(said).split()) in quoted(context.message)
    assert " ".join(visible(said).split()) in quoted(exchange.message)
    assert not [reply for reply in (answer, context, exchange, judged) if reply.message.pings]


async def test_a_turn_of_thirty_thousand_words_is_read_on_and_nothing_is_cut(alice: Person, desk: Desk) -> None:
    words = " ".join(f"w{number}" for number in range(30_000))
    desk.write(INTERVIEW.replace("The night boat is tied up until June.", f"The night boat is tied up {words}"))
    await desk.start()
    answer = await alice.slash("ask", question=NIGHT)

    context = await alice.click(answer.message, "Context")
    read = quoted(context.message)
    for _ in range(3):
        await alice.click(context.message, "Later")
        read += f" {quoted(context.message)}"

    numbers = [int(number) for number in re.findall(r"\bw(\d+)", read)]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > 1000


async def test_a_message_that_means_harm_is_a_harmless_question(alice: Person, desk: Desk) -> None:
    await desk.start()
    for marks in MARKS.values():
        posted = await alice.post(f"Where does the ferry land? {marks}"[:2000])

        answer = await alice.use_menu("Ask about this", posted)
        turned = await alice.click(answer.message, "Only Anna Holm")

        assert not answer.message.pings | turned.message.pings


def bot_words(desk: Desk) -> list[str]:
    """Read the turns of the interview as a library does."""
    from retrieval import Library  # noqa: PLC0415

    (transcript,) = Library.open(desk.folder).transcripts
    return [transcript.slice(turn.span) for turn in transcript.turns]
