"""Processes beside this one that answer from the same pages of memory, so that questions use every core.

Python's threads take turns, so more of them answer no more questions. A replica opens what this process keeps on disk,
and follows it from state to state. Where none can answer, the answer is found here.
"""

from __future__ import annotations

import logging
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from retrieval.library.link import Link, NoReplicaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from retrieval.library.building import Built

SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds after failures before a replica is started again
log = logging.getLogger(__name__)


class Replicas:
    """Some replicas of a library, each for one question at a time; they start in the background.

    Attributes:
        number: How many there are to be.
    """

    def __init__(self, folder: Path | None, number: int, built: Built, *, start: Callable[[Path], Link] = Link) -> None:
        """Start them.

        Args:
            folder: Where the library is remembered; without one, no replica can hold it, and none is started.
            number: How many there are to be.
            built: What they are to hold.
            start: Starts one.
        """
        self._folder = folder
        self.number = number if folder else 0
        self._built = built
        self._link_to = start
        self._lock = threading.Lock()
        self._freed = threading.Condition(self._lock)  # one who waits for a replica may go on
        self._risen = threading.Condition(self._lock)  # there is one more
        self._free: list[Link] = []
        self._up = 0
        self._failures = 0
        self._preparing: Link | None = None
        self._closed = threading.Event()
        for _ in range(self.number):
            self._bring_up()

    @property
    def up(self) -> int:
        """How many can be asked."""
        return self._up

    def gather(self, seconds: float) -> int:
        """Wait until all can be asked, but no longer than so many seconds; return how many can."""
        with self._lock:
            self._risen.wait_for(lambda: self._up >= self.number, seconds)
            return self._up

    def answer(self, built: Built, method: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401 - of any method
        """Return what a method of the holdings returns in a state of the library, once a replica is free.

        Raises:
            NoReplicaError: There is none, or it ended or failed.
            VerbatimError: The method raises this.
        """
        with self._borrowed() as link:
            found = link.answer(built, method, *given)
        self._failures = 0
        return found

    def prepare(self, roots: tuple[Path, ...]) -> None:
        """Have what is new or changed in some folders read and indexed by a process that ends with it, memory and all.

        Where it fails, or all are ended meanwhile, nothing is done.
        """
        if self._folder:
            with suppress(NoReplicaError), closing(self._link_to(self._folder)) as link:
                self._preparing = link
                if not self._closed.is_set():
                    link.prepare(roots)

    def follow(self, built: Built) -> None:
        """Have all hold a new state of the library, one after the other, so that meanwhile the others answer."""
        self._built = built
        with suppress(NoReplicaError):
            while True:
                with self._borrowed(lambda link: not link.holds(built), wait=False) as link:
                    link.hold(built)

    def close(self) -> None:
        """End all; those that answer do so first, those that start end when they have, and what is prepared is not."""
        self._closed.set()
        if self._preparing:
            self._preparing.kill()
        with suppress(NoReplicaError):
            while True:
                with self._borrowed() as link:
                    link.close()

    @contextmanager
    def _borrowed(self, suits: Callable[[Link], bool] = bool, *, wait: bool = True) -> Iterator[Link]:
        """Lend a replica that is free, the one that answered last first: it has most at hand.

        Args:
            suits: Whether it is one of those wanted.
            wait: Whether to wait for one where none is free.

        Raises:
            NoReplicaError: There is none.
        """
        with self._lock:
            while not (suitable := [link for link in self._free if suits(link)]):
                if not (wait and self._up):
                    raise NoReplicaError("none is there")
                self._freed.wait()
            link = suitable[-1]
            self._free.remove(link)
        try:
            yield link
        finally:
            self._return(link)

    def _return(self, link: Link) -> None:
        """Take a replica back, or start another in place of one that ended."""
        with self._lock:
            if link.has_ended:
                self._up -= 1
                self._freed.notify_all()  # where it was the last, nobody waits any more
            else:
                self._free.append(link)
                self._freed.notify()
        if link.has_ended and not self._closed.is_set():
            self._note("a replica ended; questions to it are answered here until there is another")
            self._bring_up()

    def _bring_up(self) -> None:
        """Start a replica in the background."""
        if self._folder:
            threading.Thread(target=self._start, args=(self._folder,), name="replica", daemon=True).start()

    def _start(self, folder: Path) -> None:
        """Start a replica, again and again if need be, with longer and longer pauses."""
        while not self._closed.wait(self._pause()):
            try:
                link = self._link_to(folder)
                link.hold(self._built)
            except NoReplicaError as error:
                self._note(f"a replica cannot be started ({error}); questions are answered here")
                continue
            with self._lock:
                self._up += 1
                self._free.append(link)
                self._freed.notify()
                self._risen.notify_all()
            if self._closed.is_set():  # meanwhile
                self.close()
            return

    def _pause(self) -> float:
        """Return how many seconds to wait after as many failures in a row as there were."""
        return min(SHORTEST_PAUSE * 2 ** (self._failures - 1), LONGEST_PAUSE) if self._failures else 0.0

    def _note(self, failure: str) -> None:
        """Take note of a failure, and say so of the first in a row."""
        log.log(logging.DEBUG if self._failures else logging.WARNING, failure)
        self._failures += 1
