"""What came of a user's action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.simulator.users.errors import UnansweredError
from tests.simulator.users.seen import Choice, Form, SeenMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.simulator.state.interaction import Interaction
    from tests.simulator.state.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """The answer to one action, as the user sees it now; later edits and follow-ups show too."""

    interaction: Interaction
    world: World
    patience: float

    @property
    def messages(self) -> list[SeenMessage]:
        """What the bot wrote in answer, oldest first."""
        return [SeenMessage(message=message) for message in self.interaction.messages]

    @property
    def message(self) -> SeenMessage:
        """The first message of the answer, or else the one whose component was used.

        Raises:
            UnansweredError: There is neither.
        """
        if self.messages:
            return self.messages[0]
        if self.interaction.source is None:
            raise UnansweredError(self._told())
        return SeenMessage(message=self.interaction.source)

    @property
    def text(self) -> str:
        """All the words of the answer."""
        return "\n".join(message.text for message in self.messages or [self.message])

    @property
    def ephemeral(self) -> bool:
        return self.message.ephemeral

    @property
    def acknowledged(self) -> bool:
        return self.interaction.acknowledged is not None

    @property
    def deferred(self) -> bool:
        """Whether the bot first said that it was thinking."""
        return self.interaction.deferred

    @property
    def acknowledged_after(self) -> float | None:
        """Seconds by the simulator's clock until the first answer."""
        return _since(self.interaction.created, self.interaction.acknowledged)

    @property
    def answered_after(self) -> float | None:
        """Seconds by the simulator's clock until there was something to read."""
        return _since(self.interaction.created, self.interaction.answered)

    @property
    def form(self) -> Form:
        """The modal that opened.

        Raises:
            UnansweredError: None did.
        """
        if self.interaction.modal is None:
            raise UnansweredError(self._told())
        return Form(payload=self.interaction.modal, source=self.interaction.source)

    @property
    def choices(self) -> list[Choice]:
        return [Choice(name=one["name"], value=one["value"]) for one in self.interaction.choices or []]

    async def until_acknowledged(self) -> Reply:
        """Wait for the first answer.

        Raises:
            UnansweredError: None came.
        """
        return await self._until(lambda: self.acknowledged)

    async def until_answered(self) -> Reply:
        """Wait until there is something to read.

        Raises:
            UnansweredError: There never was.
        """
        return await self._until(lambda: self.acknowledged and self.interaction.answered is not None)

    async def until_messages(self, count: int) -> Reply:
        """Wait until the answer has that many messages.

        Raises:
            UnansweredError: It never had.
        """
        return await self._until(lambda: len(self.messages) >= count)

    async def _until(self, met: Callable[[], bool]) -> Reply:
        try:
            await self.world.changes.until(met, within=self.patience)
        except TimeoutError:
            raise UnansweredError(self._told()) from None
        return self

    def _told(self) -> str:
        if not self.acknowledged:
            return "the application did not respond"
        return f"the application answered with type {self.interaction.answer} and nothing more to see"


def _since(start: float, end: float | None) -> float | None:
    return None if end is None else end - start
