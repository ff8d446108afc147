"""A transcript on disk, and the bot in front of a real library that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.client.app import Verbatim
from bot.interactions import Responder
from retrieval import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import Store
    from tests.simulator.simulator import Simulator

WHERE_FERRY = "Where does the ferry land?"
INTERVIEW = """Harbour talk
Port Elin, 4 May 2021

Question: Where does the ferry land?
Anna Holm: The ferry lands at the north pier. The pier was rebuilt last winter.
Question: Does the ferry also land in the south?
Olaf Berg: In the south the ferry lands only when the wind is strong. Nobody likes that.
Question: Which ferry lands first?
Anna Holm: The early ferry lands at six.
Question: What does a crossing cost?
Anna Holm: A crossing costs nine crowns. Children pay nothing.
Question: Will the price rise?
Olaf Berg: I do not expect that the price will rise.
Question: And the night boat?
Anna Holm: The night boat is tied up until June.
Question: Why?
Anna Holm: Its engine is being repaired.
"""
IN_GOOD_TIME = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """Where a bot can be stopped and started again, in the same folder.

    Attributes:
        folder: Holds the transcripts.
        simulator: Simulated Discord.
        store: What the bot remembers.
    """

    folder: Path
    simulator: Simulator
    store: Store

    def write(self, text: str = INTERVIEW, name: str = "harbour.txt") -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    async def start(self, *, grace: float = IN_GOOD_TIME) -> Verbatim:
        """Start a bot that knows nothing of any bot before."""
        client = Verbatim(
            Library.open(self.folder, cache=self.folder.parent / "cache"), self.store, responder=Responder(grace=grace)
        )
        await self.simulator.connect(client)
        return client

    async def restart(self, bot: Verbatim) -> Verbatim:
        await bot.close()
        await self.simulator.until_ended(bot)
        return await self.start()
