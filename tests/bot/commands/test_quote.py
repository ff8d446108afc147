from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from retrieval import Match
from tests.bot.interview import INTERVIEW
from tests.bot.records import SEKO, SEKO_CAME, FakeLibrary, verdict

if TYPE_CHECKING:
    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

COSTS = "A crossing costs nine crowns."


@pytest.mark.usefixtures("bot")
async def test_a_quotation_is_judged_for_all_and_shown_in_place(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("exact", Match(quote=SEKO), quotation=SEKO_CAME)

    reply = await alice.slash("quote", words=SEKO_CAME)

    assert "**Yes, word for word: Sergey Lavrov said this.**" in reply.text
    assert f"> {SEKO_CAME}" in reply.text
    assert not reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_every_option_reaches_the_library(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("not_found")

    await alice.slash("quote", words="these words", speaker="lavrov")

    assert library.calls == [("check", "these words", "lavrov")]


@pytest.mark.usefixtures("bot")
async def test_words_of_another_are_denied_to_the_one_named(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("other_speaker", Match(quote=SEKO))

    reply = await alice.slash("quote", words=SEKO_CAME, speaker="putin")

    assert "**“putin” did not say this in these transcripts; Sergey Lavrov did.**" in reply.text


@pytest.mark.usefixtures("bot")
async def test_a_private_verdict_is_for_the_one_who_asked(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("not_found")

    reply = await alice.slash("quote", words="these words", private=True)

    assert reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_speakers_are_suggested(alice: Person) -> None:
    choices = await alice.autocomplete("quote", "speaker", "quest", words="these words")

    assert [choice.value for choice in choices] == ["Question"]


# What is typed


async def test_real_quotes_are_suggested_and_each_is_word_for_word(alice: Person, desk: Desk) -> None:
    await desk.start()

    choices = await alice.autocomplete("quote", "words", "the ferry la")
    judged = await alice.slash("quote", words=choices[0].value)

    assert choices[0].value == "The ferry lands at the north pier."
    assert "**Yes, word for word: Anna Holm said this.**" in judged.text


@pytest.mark.parametrize("typed", ["", "…", "zebras never", "\u202e" * 50])
async def test_what_nobody_began_to_say_suggests_nothing(alice: Person, desk: Desk, typed: str) -> None:
    await desk.start()

    assert await alice.autocomplete("quote", "words", typed) == []


# The other places


async def test_a_quotation_that_stands_in_many_places_is_paged(alice: Person, desk: Desk, simulator: Simulator) -> None:
    for number in range(5):
        desk.write(INTERVIEW.replace("4 May", f"{number + 4} May"), f"harbour{number}.txt")
    bot = await desk.start()
    judged = await alice.slash("quote", words=COSTS, speaker="Anna Holm")
    first = judged.text
    await desk.restart(bot)

    copy = await simulator.person("bob").click(judged.message, "Places after")
    await alice.click(judged.message, "Places after")
    second = judged.text
    await alice.click(judged.message, "Places before")

    assert [text.count(f"> {COSTS[:-1]}") for text in (first, second)] == [3, 3]
    assert set(dates(first)) & set(dates(second)) == set()
    assert judged.text == first
    assert (copy.text.count("> A crossing"), copy.ephemeral) == (3, True)


async def test_each_place_has_its_context(alice: Person, desk: Desk) -> None:
    desk.write(INTERVIEW.replace("4 May", "5 May"), "other.txt")
    await desk.start()
    judged = await alice.slash("quote", words=COSTS)

    context = await alice.click(judged.message, "Context 2")

    assert "Will the price rise?" in context.text
    assert context.ephemeral


# Check this quote


@pytest.mark.parametrize(
    ("post", "sentence"),
    [
        (f"Did you know? “{COSTS}” Amazing.", "Yes, word for word: Anna Holm said this."),
        (f"> {COSTS}\nIs that so?", "Yes, word for word: Anna Holm said this."),
        (COSTS, "Yes, word for word: Anna Holm said this."),
        ("Anna Holm: “A crossing costs ten crowns.”", "Not in these words: what Anna Holm said differs in a number."),
        (f"Olaf Berg: “{COSTS}”", "“Olaf Berg” did not say this in these transcripts; Anna Holm did."),
        ("“Whales sing in the harbour at midnight.”", "Nobody said this in these transcripts."),
    ],
)
async def test_what_a_message_quotes_is_checked_for_the_one_who_wants_it(
    alice: Person, desk: Desk, simulator: Simulator, post: str, sentence: str
) -> None:
    await desk.start()
    posted = await simulator.person("bob").post(post)

    judged = await alice.use_menu("Check this quote", posted)

    assert f"**{sentence}**" in judged.text
    assert judged.ephemeral


async def test_a_verdict_on_a_message_can_be_shown_to_all(alice: Person, desk: Desk, simulator: Simulator) -> None:
    await desk.start()
    posted = await simulator.person("bob").post(COSTS)
    judged = await alice.use_menu("Check this quote", posted)

    shown = await alice.click(judged.message, "Show to all")

    assert [(message.text, message.ephemeral) for message in shown.messages] == [(judged.text, False)]


async def test_a_message_without_words_is_explained(alice: Person, desk: Desk, simulator: Simulator) -> None:
    await desk.start()
    posted = await simulator.person("bob").post("…")

    judged = await alice.use_menu("Check this quote", posted)

    assert judged.ephemeral
    assert judged.text.endswith(".")


async def test_a_card_of_ours_can_be_checked_too(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question="What does a crossing cost?")

    judged = await alice.use_menu("Check this quote", answer.message)

    assert "A crossing costs nine crowns" in judged.text


def dates(text: str) -> list[str]:
    return re.findall(r"\d+ May 2021", text.partition("Searched")[0])
