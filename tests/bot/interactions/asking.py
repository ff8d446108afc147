from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from retrieval import UnknownSpeakerError
from tests.bot.records import WHO_CAME, FakeLibrary

if TYPE_CHECKING:
    from tests.simulator.users.person import Person

NOBODY = UnknownSpeakerError("bob")


async def asked_and_busy(person: Person, library: FakeLibrary, **options: bool) -> None:
    """Ask, and return while the library is still at it."""
    library.open.clear()
    library.busy.clear()
    await person.waiting("sent").slash("ask", question=WHO_CAME, **options)
    await asyncio.to_thread(library.busy.wait)
