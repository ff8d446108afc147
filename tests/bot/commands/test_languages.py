"""Every command in every language: what is ours is translated, what was said is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.languages import ENGLISH, LANGUAGES
from tests.bot.commands.test_everywhere_commands import COMMANDS

if TYPE_CHECKING:
    from bot.languages import Language
    from tests.simulator.users.person import Person

OTHERS = [language for language in LANGUAGES if language is not ENGLISH]
# Parts of English messages of several words, which do not stand in another language by chance.
ENGLISH_PARTS = {
    part.strip()
    for message in ENGLISH.messages.values()
    for form in ([message] if isinstance(message, str) else message.values())
    for part in re.split(r"\{\w+\}", form)
    if re.search(r"[A-Za-z]{2,},? [a-z]{2,}", part)
}
SAID = "The state pays for the dredging"

pytestmark = pytest.mark.usefixtures("reader")


def english_in(text: str) -> list[str]:
    return [part for part in ENGLISH_PARTS if part in text]


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
@pytest.mark.parametrize("command", COMMANDS)
async def test_nothing_of_ours_stays_english(alice: Person, language: Language, command: str) -> None:
    reply = await alice.speaking(language.discord[-1]).slash(command, **COMMANDS[command])

    shown = [reply.text, *reply.message.labels, *(str(menu.get("placeholder")) for menu in reply.message.selects)]
    assert english_in("\n".join(shown)) == []


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
async def test_a_quote_is_never_translated(alice: Person, language: Language) -> None:
    reply = await alice.speaking(language.discord[0]).slash("ask", question="Who pays for the dredging?")

    assert SAID in reply.text
    assert "Ida Lund, Mayor" in reply.text


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "Crimea Zanzibar?"}),
        ("ask", {"question": "Who pays?", "speaker": "Nobody Whatever"}),
        ("ask", {"question": "?"}),
        ("quote", {"words": "The province pays for the dredging, and the town pays for the quay"}),
        ("quote", {"words": "This was never said by anybody at all in here"}),
        ("quote", {"words": "The harbour is too narrow for modern ships", "speaker": "Lund"}),
        ("cite", {"id": "aaaaa-1-1-aaaaa"}),
        ("timeline", {"words": "harbuor"}),
        ("transcripts", {"word": "zzz"}),
    ],
)
async def test_refusals_and_verdicts_are_translated_too(
    alice: Person, language: Language, command: str, options: dict[str, str]
) -> None:
    reply = await alice.speaking(language.discord[0]).slash(command, **options)

    assert reply.text
    assert english_in(reply.text) == []


async def test_somebody_elses_copy_is_in_their_language(alice: Person) -> None:
    reply = await alice.slash("ask", question="Who pays for the dredging?")

    copy = await alice.speaking("de").click(reply.message, "Context")

    assert "hier steht das Zitat" in copy.text
