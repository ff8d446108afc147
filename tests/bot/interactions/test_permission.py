from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.records import WHO_CAME
from tests.simulator.faults import CALLBACK
from tests.simulator.state.places import MEMBER_PERMISSIONS

if TYPE_CHECKING:
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

VIEW, SEND, SEND_IN_THREADS = 1 << 10, 1 << 11, 1 << 38
HINT = (
    "Only you see this: in this channel, Verbatim may not write for all to see. "
    "A moderator can give it the permission “Send Messages”."
)

pytestmark = pytest.mark.usefixtures("bot")


async def test_where_the_bot_may_not_write_the_answer_is_private_with_a_hint(alice: Person) -> None:
    reply = await alice.where_the_bot_may(VIEW).slash("ask", question=WHO_CAME)

    await reply.until_messages(2)
    answer, hint = reply.messages
    assert "Hiroshige Seko" in answer.text
    assert hint.text == HINT
    assert answer.ephemeral
    assert hint.ephemeral


async def test_a_private_answer_needs_no_permission_and_no_hint(alice: Person) -> None:
    reply = await alice.where_the_bot_may(VIEW).slash("ask", question=WHO_CAME, private=True)

    assert len(reply.messages) == 1


@pytest.mark.parametrize("permissions", [MEMBER_PERMISSIONS, VIEW | SEND, 0])
async def test_where_nobody_forbids_it_the_answer_is_for_all(alice: Person, permissions: int) -> None:
    reply = await alice.where_the_bot_may(permissions).slash("ask", question=WHO_CAME)

    assert not reply.ephemeral


async def test_a_thread_has_a_permission_of_its_own(alice: Person) -> None:
    forbidden = await alice.in_thread().where_the_bot_may(VIEW | SEND).slash("ask", question=WHO_CAME)
    allowed = await alice.in_thread().where_the_bot_may(VIEW | SEND_IN_THREADS).slash("ask", question=WHO_CAME)

    await forbidden.until_messages(2)
    assert forbidden.ephemeral
    assert forbidden.messages[1].text == HINT.replace("Send Messages", "Send Messages in Threads")
    assert not allowed.ephemeral


async def test_direct_messages_and_a_users_own_installation_know_no_such_permission(alice: Person) -> None:
    for place in (alice.in_dm(), alice.with_user_install()):
        assert len((await place.where_the_bot_may(VIEW).slash("ask", question=WHO_CAME)).messages) == 1


async def test_what_discord_itself_forbids_is_explained_in_private(alice: Person, simulator: Simulator) -> None:
    simulator.faults.status(CALLBACK, 403)

    reply = await alice.slash("ask", question=WHO_CAME)

    assert reply.text == HINT
    assert reply.ephemeral


async def test_where_only_files_are_forbidden_the_hint_names_that_permission(
    alice: Person, simulator: Simulator
) -> None:
    simulator.faults.status(CALLBACK, 403)

    reply = await alice.where_the_bot_may(VIEW | SEND).slash("ask", question=WHO_CAME)

    assert reply.text == HINT.replace("Send Messages", "Attach Files")
