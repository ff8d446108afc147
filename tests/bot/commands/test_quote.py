from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Match
from tests.bot.records import SEKO, SEKO_CAME, FakeLibrary, verdict

if TYPE_CHECKING:
    from tests.simulator.users.person import Person

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_quotation_is_judged_for_all_and_shown_in_place(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("exact", Match(quote=SEKO), quotation=SEKO_CAME)

    reply = await alice.slash("quote", words=SEKO_CAME)

    assert "**Yes, word for word: Sergey Lavrov said this.**" in reply.text
    assert f"> {SEKO_CAME}" in reply.text
    assert not reply.ephemeral


async def test_every_option_reaches_the_library(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("not_found")

    await alice.slash("quote", words="these words", speaker="lavrov")

    assert library.calls == [("check", "these words", "lavrov")]


async def test_words_of_another_are_denied_to_the_one_named(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("other_speaker", Match(quote=SEKO))

    reply = await alice.slash("quote", words=SEKO_CAME, speaker="putin")

    assert "**“putin” did not say this in these transcripts; Sergey Lavrov did.**" in reply.text


async def test_a_private_verdict_is_for_the_one_who_asked(alice: Person, library: FakeLibrary) -> None:
    library.outcome = verdict("not_found")

    reply = await alice.slash("quote", words="these words", private=True)

    assert reply.ephemeral


async def test_speakers_are_suggested(alice: Person) -> None:
    choices = await alice.autocomplete("quote", "speaker", "quest", words="these words")

    assert [choice.value for choice in choices] == ["Question"]
