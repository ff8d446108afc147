"""Whether the running bot is well: what it says of itself, and asking it from another process."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

if TYPE_CHECKING:
    from typing import Self

PATH = "/healthz"
LONGEST_SILENCE = 120.0
"""Seconds: Discord wants a heartbeat every 41, and discord.py gives a silent connection up after 60."""
_PATIENCE = 5.0


class UnwellError(Exception):
    """The bot is not well, or does not answer; its text is one line that says which."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """How a running bot is.

    Attributes:
        gateway_ready: Whether Discord sends us what users do.
        transcripts: How many there are to answer from.
        heartbeat_age: Seconds since Discord last acknowledged a heartbeat; None before the first connection.
        late: How many answers found nobody waiting for them any more.
    """

    gateway_ready: bool
    transcripts: int
    heartbeat_age: float | None
    late: int

    @property
    def is_well(self) -> bool:
        """Whether a question that is asked now will be answered."""
        return self.fault is None

    @property
    def fault(self) -> str | None:
        """What keeps questions from being answered, or None."""
        if not self.gateway_ready:
            return "the gateway is not ready"
        if self.heartbeat_age is None or self.heartbeat_age > LONGEST_SILENCE:
            return "Discord acknowledges no heartbeat"
        return None if self.transcripts else "there are no transcripts"

    def to_json(self) -> str:
        """Write it out for whoever asks."""
        return json.dumps({"status": "well" if self.is_well else "unwell", "fault": self.fault, **asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what a bot has written out.

        Raises:
            ValueError: It is something else.
        """
        told = json.loads(text)
        try:
            return cls(**{name: told[name] for name in cls.__slots__})
        except (KeyError, TypeError) as error:
            raise ValueError(text) from error

    @property
    def http_status(self) -> HTTPStatus:
        """The status to answer with, as load balancers and orchestrators read it."""
        return HTTPStatus.OK if self.is_well else HTTPStatus.SERVICE_UNAVAILABLE


def ask(port: int) -> Condition:
    """Ask the bot that runs on this machine how it is.

    Raises:
        UnwellError: It is not well, or does not answer.
    """
    address = f"http://127.0.0.1:{port}{PATH}"
    try:
        condition = Condition.from_json(_fetch(address))
    except (OSError, ValueError) as error:
        msg = f"no bot answers at {address} ({type(error).__name__})"
        raise UnwellError(msg) from error
    if condition.fault:
        msg = f"the bot is not well: {condition.fault}"
        raise UnwellError(msg)
    return condition


def _fetch(address: str) -> str:
    """Fetch a page of this machine; no proxy is to know of it.

    Raises:
        OSError: Nobody answers.
    """
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=_PATIENCE) as page:
            return str(page.read(), "utf-8")
    except HTTPError as error:
        with error:
            return str(error.read(), "utf-8")
