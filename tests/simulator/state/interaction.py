"""What a user did, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import Message
    from tests.simulator.state.places import Account, Place

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ALLOWED_ANSWERS = {
    COMMAND: {MESSAGE, DEFERRED, MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE},
}
FIRST_ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0


@dataclass(kw_only=True, slots=True, eq=False)
class Interaction:
    """What a user did, and what the application has answered so far.

    Attributes:
        source: The message whose component was used, or None.
        answer: The type of the first answer, or None.
        acknowledged: When that came, by the simulator's clock, or None.
        answered: When there was first something to read, or None.
    """

    id: str
    token: str
    kind: int
    account: Account
    place: Place
    created: float
    data: Json
    source: Message | None = None
    answer: int | None = None
    acknowledged: float | None = None
    answered: float | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    writes: int = 0
    modal: Json | None = None
    choices: list[Json] | None = None

    @property
    def deferred(self) -> bool:
        return self.answer in {DEFERRED, DEFERRED_UPDATE}

    @property
    def messages(self) -> list[Message]:
        """Return what the application wrote in answer and did not take back."""
        own = [self.original, *self.followups] if self.original is not self.source else self.followups
        return [message for message in own if message is not None and not message.deleted]
