from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.client.app import Verbatim
from tests.bot.commands.conftest import DEBATE
from tests.simulator.state.places import ALL_PERMISSIONS, TeamMember

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import Store
    from retrieval import Library
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

ONLY_FOR_THE_OWNER = "Only whoever runs this bot can do that. To learn what Verbatim does, use /help."


@pytest.mark.usefixtures("reader")
async def test_the_owner_has_changed_transcripts_read_and_is_told_which(simulator: Simulator, folder: Path) -> None:
    (folder / "new.txt").write_text(DEBATE.format(date="1 May 2023"), encoding="utf-8")
    (folder / "debate-0.txt").unlink()
    (folder / "empty.txt").write_text("", encoding="utf-8")

    reply = await simulator.owner.slash("reload")

    assert reply.text.splitlines() == [
        "The transcripts were read again.",
        "- 1 added: new.txt",
        "- 1 removed: debate-0.txt",
        "- 1 cannot be read: empty.txt",
    ]
    assert reply.ephemeral


@pytest.mark.usefixtures("reader")
async def test_a_reload_that_changes_nothing_says_so(simulator: Simulator) -> None:
    reply = await simulator.owner.slash("reload")

    assert reply.text == "Nothing has changed."


@pytest.mark.usefixtures("reader")
async def test_a_reload_that_fails_leaves_what_was_there_and_says_why(simulator: Simulator, folder: Path) -> None:
    shutil.rmtree(folder)

    reply = await simulator.owner.slash("reload")

    assert reply.ephemeral
    assert "transcripts" in reply.text
    assert "4 transcripts" in (await simulator.owner.slash("status")).text


async def test_the_owner_sees_how_the_bot_is_doing_and_what_it_could_not_read(
    simulator: Simulator, folder: Path, held: Library, reader: Verbatim
) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    held.refresh()
    reader.responder.late = 3

    reply = await simulator.owner.slash("status")

    assert "Running for 0:00:0" in reply.text
    assert "Answers that came too late: 3." in reply.text
    assert "1 file could not be read.\n- empty.txt: " in reply.text
    assert reply.ephemeral


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("command", ["reload", "status"])
async def test_anybody_else_is_refused_politely_and_in_private(alice: Person, command: str) -> None:
    reply = await alice.allowed(ALL_PERMISSIONS).slash(command)

    assert reply.text == ONLY_FOR_THE_OWNER
    assert reply.ephemeral


async def test_of_a_team_those_who_joined_and_may_do_more_than_look_are_let_in(
    simulator: Simulator, held: Library, store: Store
) -> None:
    ann, bob, cid, dan = (simulator.person(name).allowed(ALL_PERMISSIONS) for name in ("ann", "bob", "cid", "dan"))
    simulator.world.team = (
        TeamMember(account=ann.account, role="admin"),
        TeamMember(account=bob.account, role="developer"),
        TeamMember(account=cid.account, role="read_only"),
        TeamMember(account=dan.account, role="admin", joined=False),
    )
    await simulator.connect(Verbatim(held, store))

    refused = [(await one.slash("status")).text == ONLY_FOR_THE_OWNER for one in (ann, bob, cid, dan)]

    assert refused == [False, False, True, True]


@pytest.mark.usefixtures("reader")
def test_they_are_shown_to_moderators_only(simulator: Simulator) -> None:
    shown = {one["name"]: one["default_member_permissions"] for one in simulator.commands()}

    assert (shown["reload"], shown["status"], shown["ask"]) == ("32", "32", None)
