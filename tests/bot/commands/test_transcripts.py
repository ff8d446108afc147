from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.commands.conftest import DEBATE
from tests.bot.sentences import LOOK

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person
    from tests.simulator.users.reply import Reply


def disabled(reply: Reply, label: str) -> bool:
    (button,) = (one for one in reply.message.buttons if one["label"] == label)
    return bool(button.get("disabled"))


pytestmark = pytest.mark.usefixtures("reader")


async def test_transcripts_are_listed_with_date_place_speakers_and_words_the_newest_first(alice: Person) -> None:
    reply = await alice.slash("transcripts")

    assert reply.text.splitlines()[:5] == [
        "### Transcripts",
        "-# 4 transcripts · newest first",
        "**Port Director Jonas Berg and Mayor Ida Lund meet the press**",
        "2 July 2022 · Tromsø · 43 words",
        "Ida Lund, Jonas Berg and questioners",
    ]
    assert not reply.ephemeral


async def test_a_word_leaves_those_that_speak_of_it_or_are_called_so(alice: Person) -> None:
    reply = await alice.slash("transcripts", word="kroner")

    assert "### Transcripts with “kroner”" in reply.text
    assert "-# “kroner” in 1 passage" in reply.text
    assert "Jonas Berg" not in reply.text


async def test_a_word_that_is_nowhere_is_said_to_be_nowhere(alice: Person) -> None:
    reply = await alice.slash("transcripts", word="Crimea: what?")

    assert reply.text.splitlines() == [
        "No transcript is called so, and in none of them is “Crimea: what?” spoken.",
        f"-# {LOOK}",
    ]


@pytest.fixture
def many(folder: Path, held: Library) -> None:
    """More transcripts than one page has room for."""
    for number in range(10, 22):
        text = DEBATE.format(date=f"{number} August 2022")
        (folder / f"later-{number}.txt").write_text(text, encoding="utf-8")
    held.refresh()


@pytest.mark.usefixtures("many")
async def test_pages_are_turned_in_place_for_the_asker_and_the_ends_cannot_be_passed(alice: Person) -> None:
    reply = await alice.slash("transcripts", word="harbour: the")
    assert "16 transcripts · newest first · page 1 of 3" in reply.text
    assert disabled(reply, "Previous")

    await alice.click(reply.message, "Next")
    await alice.click(reply.message, "Next")

    assert "16 transcripts · newest first · page 3 of 3" in reply.text
    assert "harbour" in reply.text
    assert disabled(reply, "Next")


@pytest.mark.usefixtures("many")
async def test_somebody_else_turns_a_private_copy(alice: Person, simulator: Simulator) -> None:
    reply = await alice.slash("transcripts")

    copy = await simulator.person("bob").click(reply.message, "Next")

    assert copy.ephemeral
    assert "page 2 of 3" in copy.text
    assert "page 1 of 3" in reply.text


@pytest.mark.usefixtures("many")
async def test_a_page_that_is_gone_is_the_last_there_is(alice: Person, folder: Path, held: Library) -> None:
    reply = await alice.slash("transcripts")
    for number in range(10, 22):
        (folder / f"later-{number}.txt").unlink()
    held.refresh()

    await alice.click(reply.message, "Next")

    assert "4 transcripts · newest first" in reply.text


async def test_a_question_about_one_of_them_is_answered_from_it_alone(alice: Person) -> None:
    reply = await alice.slash("transcripts", word="Anna Holm")
    title = "Fisheries Minister Anna Holm’s answers to reporters’ questions"

    asked = await alice.select(reply.message, title)
    answer = await alice.submit(asked.form, {"question": "Will the harbour be widened?"})

    assert "The harbour will be widened in two steps." in answer.text
    assert "Jonas Berg" not in answer.text
    assert answer.ephemeral


async def test_one_that_was_taken_away_is_said_to_be_gone(alice: Person, folder: Path, held: Library) -> None:
    reply = await alice.slash("transcripts", word="Anna Holm")
    (folder / "harbour.txt").unlink()
    held.refresh()

    gone = await alice.select(reply.message, "Fisheries Minister Anna Holm’s answers to reporters’ questions")

    assert gone.ephemeral
    assert "please use the command again" in gone.text
