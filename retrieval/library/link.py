"""The near end of a replica: its process, the pipes to it, and what it holds."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from retrieval.library.states import state_of
from retrieval.library.version import version
from retrieval.library.wire import Greeting, Preparation, Question, Raised, Returned, packed, receive, send, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from retrieval.library.building import Built
    from retrieval.library.holdings import Holdings
    from retrieval.model import Transcript

COMMAND = (sys.executable, "-m", "retrieval.library.replica")
FAREWELL = 5.0  # seconds in which a replica has to end by itself


class NoReplicaError(Exception):
    """No replica can do it: it has to be done here."""


class Link:
    """A replica, for one to talk to at a time."""

    def __init__(self, folder: Path, command: Sequence[str] = COMMAND) -> None:
        """Start it, and wait until it is ready.

        Args:
            folder: Where the library is remembered.
            command: What starts it.

        Raises:
            NoReplicaError: It does not start.
        """
        self._holdings: Holdings | None = None
        self._is_able = False
        try:
            # In a group of its own: Ctrl-C in a terminal is for the process that it answers for.
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
            )
        except OSError as error:
            raise NoReplicaError(f"it does not start: {error}") from error
        assert self._process.stdin is not None  # noqa: S101 - as it was started
        assert self._process.stdout is not None  # noqa: S101 - likewise
        self._requests, self._replies = self._process.stdin, self._process.stdout
        if not isinstance(self._exchange(packed(Greeting(version=version(), cache=folder))), Returned):
            self.close()
            raise NoReplicaError("the program has changed since it was started: start it again")

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether it can be asked nothing any more."""
        return self._process.returncode is not None

    def holds(self, built: Built) -> bool:
        """Tell whether it knows a state of the library, or was told and could not take it in."""
        return self._holdings is built.holdings

    def hold(self, built: Built) -> None:
        """Have it hold a state of the library.

        Raises:
            NoReplicaError: It ended.
        """
        if not self.holds(built):
            self._holdings = None  # neither the old nor the new, should this fail
            self._is_able = isinstance(self._exchange(packed(state_of(built))), Returned)
            self._holdings = built.holdings

    def answer(self, built: Built, method: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401 - of any method
        """Return what a method of the holdings returns in a state of the library.

        Raises:
            NoReplicaError: It cannot tell, or ended.
            VerbatimError: The method raises this.
        """
        self.hold(built)
        if not self._is_able:
            raise NoReplicaError("it cannot hold the library")
        question = packed(Question(method=method, given=given))
        match self._exchange(question, built.holdings.by_id):
            case Returned(value=value):
                return value
            case Raised(error=error):
                raise error
            case _:
                raise NoReplicaError("it failed")

    def prepare(self, roots: tuple[Path, ...]) -> None:
        """Have it read what is new or changed in some folders, and keep the index of what they hold now.

        Raises:
            NoReplicaError: It ended or failed.
        """
        if not isinstance(self._exchange(packed(Preparation(roots=roots))), Returned):
            raise NoReplicaError("it failed")

    def kill(self) -> None:
        """End it, whatever it is doing; who waits for its reply, in another thread, is told that it ended."""
        self._process.kill()

    def close(self) -> None:
        """Have it end, and wait for that."""
        for pipe in (self._requests, self._replies):
            with suppress(OSError):  # it ended before
                pipe.close()
        try:
            self._process.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _exchange(self, request: bytes, transcript: Callable[[str], Transcript] | None = None) -> Any:  # noqa: ANN401 - any reply
        """Send a request and return the reply to it.

        Raises:
            NoReplicaError: It ended.
        """
        try:
            send(self._requests, request)
            reply = receive(self._replies)
        except (OSError, EOFError) as error:
            self.close()
            raise NoReplicaError(f"it ended with code {self._process.returncode}") from error
        except BaseException:  # Ctrl-C between a request and its reply: the next must not get this reply
            self.close()
            raise
        return unpacked(reply, transcript)
