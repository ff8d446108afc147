from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.simulator.users.person import Person


@pytest.mark.usefixtures("reader")
async def test_it_tells_what_is_searched_and_what_is_kept(alice: Person) -> None:
    reply = await alice.slash("about")

    assert "Searched: 4 transcripts, 4 speakers, 11 passages." in reply.text
    assert "From 3 May 2021 to 2 July 2022." in reply.text
    assert "Neither who asks nor what is asked is stored" in reply.text
    assert reply.ephemeral
