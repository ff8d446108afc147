"""Every command, wherever Discord has commands, for all and for one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

COMMANDS = {
    "ask": {"question": "Who pays for the dredging?"},
    "quote": {"words": "The state pays for the dredging"},
    "transcripts": {},
    "speakers": {},
    "timeline": {"words": "harbour"},
    "random": {},
    "help": {},
    "about": {},
}
PLACES: dict[str, Callable[[Person, Simulator], Person]] = {
    "a server": lambda person, _: person,
    "a thread": lambda person, _: person.in_thread(),
    "direct messages": lambda person, _: person.in_dm(),
    "a group": lambda person, _: person.with_user_install(),
    "a server without the bot": lambda person, simulator: person.with_user_install(
        simulator.world.add_guild("Other", joined=False)
    ),
}

pytestmark = pytest.mark.usefixtures("reader")


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_answers_there_once_and_only_to_whom_it_shall(
    alice: Person, simulator: Simulator, command: str, place: str, *, private: bool
) -> None:
    there = PLACES[place](alice, simulator)

    reply = await there.slash(command, **COMMANDS[command], private=private)

    assert reply.text
    assert reply.ephemeral is private
    assert len(reply.messages) == 1
