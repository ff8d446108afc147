"""A process that answers beside the one whose library it is: `python -m retrieval.library.replica`.

It takes requests from standard input and gives answers to standard output until the input ends, which it does when the
process at the other end does, however that comes about.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from retrieval.errors import VerbatimError
from retrieval.library.building import build
from retrieval.library.residence import let_go
from retrieval.library.states import State, held, memory_in
from retrieval.library.version import version
from retrieval.library.wire import Preparation, Question, Raised, Returned, Unable, packed, receive, send, unpacked

if TYPE_CHECKING:
    from retrieval.library.building import Memory
    from retrieval.library.holdings import Holdings
    from retrieval.library.wire import Greeting

log = logging.getLogger(__name__)


class Replica:
    """Holdings that follow another process's, and answer for them."""

    def __init__(self, memory: Memory) -> None:
        """Hold nothing yet."""
        self._memory = memory
        self._holdings: Holdings | None = None

    def reply(self, request: State | Question | Preparation) -> bytes:
        """Do what is requested; what goes wrong here is left to the process that requests it, which will see it too."""
        try:
            return packed(self._done(request))
        except VerbatimError as error:
            return packed(Raised(error=error))
        except Exception as error:
            log.debug("a replica failed", exc_info=error)
            return packed(Unable())

    def _done(self, request: State | Question | Preparation) -> Returned | Unable:
        match request:
            case Preparation(roots=roots):
                build(roots, self._memory, None, time.time_ns(), None)
                return Returned()
            case Question(method=method, given=given):
                return Returned(value=method(self._holdings, *given)) if self._holdings else Unable()
            case State():
                self._holdings = held(request, self._memory)
                return Returned() if self._holdings else Unable()


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer until nobody asks any more."""
    with suppress(EOFError, OSError):
        greeting: Greeting = unpacked(receive(requests))
        if greeting.version != version():
            send(replies, packed(Unable()))
            return
        replica = Replica(memory_in(greeting.cache))
        send(replies, packed(Returned()))
        while True:
            send(replies, replica.reply(unpacked(receive(requests))))
            let_go()  # when nobody waits for it


def main() -> None:
    """Answer to whoever started this process; a signal to all of its group is for that one to heed."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing that is printed gets between the messages
    serve(sys.stdin.buffer, replies)


if __name__ == "__main__":
    main()
