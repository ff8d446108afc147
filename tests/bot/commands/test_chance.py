from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.sentences import GONE_CHOICE, LOOK

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval import Library
    from tests.simulator.users.person import Person

pytestmark = pytest.mark.usefixtures("reader")


async def test_a_quote_by_chance_names_its_speaker_and_place(alice: Person) -> None:
    reply = await alice.slash("random", speaker="anna")

    assert reply.text.startswith("> ## The ")
    assert "**Anna Holm, Fisheries Minister**" in reply.text
    assert "-# Quote " in reply.text


async def test_another_one_takes_its_place_and_stays_with_the_speaker(alice: Person) -> None:
    reply = await alice.slash("random", speaker="lund")

    await alice.click(reply.message, "Another one")

    assert "**Ida Lund, Mayor**" in reply.text


async def test_somebody_unknown_is_refused_in_private(alice: Person) -> None:
    reply = await alice.slash("random", speaker="Nobody Whatever")

    assert reply.text == f"Nobody called “Nobody Whatever” speaks in these transcripts. {LOOK}"
    assert reply.ephemeral


async def test_a_button_whose_speaker_is_gone_from_the_transcripts_says_so(
    alice: Person, folder: Path, held: Library
) -> None:
    reply = await alice.slash("random", speaker="anna")
    (folder / "harbour.txt").unlink()
    held.refresh()

    pressed = await alice.click(reply.message, "Another one")

    assert (pressed.messages[0].text, pressed.ephemeral) == (GONE_CHOICE, True)
