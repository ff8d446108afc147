from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.bot.records import SEKO, WHO_CAME, FakeLibrary

if TYPE_CHECKING:
    from tests.simulator.users.person import Person
    from tests.simulator.users.reply import Reply


async def answered(person: Person, library: FakeLibrary) -> Reply:
    """Ask, and let the library give the quote itself from then on."""
    reply = await person.slash("ask", question=WHO_CAME)
    library.outcome = SEKO
    return reply


async def pressed_and_busy(person: Person, reply: Reply, library: FakeLibrary) -> None:
    """Press, and return while the library is still at it."""
    library.open.clear()
    library.busy.clear()
    await person.waiting("sent").click(reply.message, "Context")
    await asyncio.to_thread(library.busy.wait)
