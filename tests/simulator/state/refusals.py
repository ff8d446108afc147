"""Discord's error answers: a code and a status that clients know."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulator.shapes import Faults, Json


class Reason(Enum):
    """Discord's error code, the HTTP status it comes with, and its words."""

    UNAUTHORISED = 0, 401, "401: Unauthorized"
    UNKNOWN_CHANNEL = 10003, 404, "Unknown Channel"
    UNKNOWN_MESSAGE = 10008, 404, "Unknown Message"
    UNKNOWN_USER = 10013, 404, "Unknown User"
    UNKNOWN_WEBHOOK = 10015, 404, "Unknown Webhook"
    UNKNOWN_INTERACTION = 10062, 404, "Unknown interaction"
    UNKNOWN_COMMAND = 10063, 404, "Unknown application command"
    ALREADY_ACKNOWLEDGED = 40060, 400, "Interaction has already been acknowledged."
    MISSING_ACCESS = 50001, 403, "Missing Access"
    FOREIGN_MESSAGE = 50005, 403, "Cannot edit a message authored by another user"
    EMPTY_MESSAGE = 50006, 400, "Cannot send an empty message"
    INVALID_WEBHOOK_TOKEN = 50027, 401, "Invalid Webhook Token"
    INVALID_FORM = 50035, 400, "Invalid Form Body"


class RefusalError(Exception):
    """Discord will not do it, and says why.

    Attributes:
        status: The HTTP status.
        faults: What is wrong with the request; a request with faults also fails the test.
    """

    def __init__(self, reason: Reason, faults: Faults | None = None) -> None:
        self._code, self.status, message = reason.value
        super().__init__(message)
        self.faults = faults or {}

    def body(self) -> Json:
        """Return the JSON body of the answer."""
        errors = {place: {"_errors": [{"code": "INVALID", "message": fault}]} for place, fault in self.faults.items()}
        return {"code": self._code, "message": str(self), **({"errors": errors} if errors else {})}
