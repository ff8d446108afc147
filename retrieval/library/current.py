"""What a library holds now: built of some folders, refreshed, answered from, and let go of; all by several threads."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from retrieval.library.building import build, changes
from retrieval.library.link import NoReplicaError
from retrieval.library.reading import is_out_of_date
from retrieval.library.replicas import Replicas
from retrieval.library.residence import keep_freed, let_go
from retrieval.library.states import memory_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retrieval.library.building import Built
    from retrieval.library.holdings import Holdings
    from retrieval.library.reading import Progress
    from retrieval.model import Changes

Given = TypeVarTuple("Given")
T = TypeVar("T")


class _ClosedError(Exception):
    """What is being built is wanted no longer."""


class Current:
    """The present state of a library.

    Attributes:
        built: The state; a refresh replaces it as a whole, so whoever took it in hand goes on with it.
        replicas: The processes that answer beside this one.
    """

    def __init__(self, roots: tuple[Path, ...], cache: Path | None, progress: Progress | None, replicas: int) -> None:
        """Read some folders; see `Library.open`."""
        keep_freed()
        self._roots = roots
        self._memory = memory_in(cache)
        self._refreshing = threading.Lock()
        self._closed = threading.Event()
        self.built: Built = self._build(None, progress)
        self.replicas = Replicas(cache, replicas, self.built)

    def refresh(self, progress: Progress | None) -> Changes:
        """Read what changed on disk, unless this is closed, before or meanwhile."""
        with self._refreshing:
            before = self.built
            with suppress(_ClosedError):
                self._renew(before, progress)
            return changes(before, self.built)

    def close(self) -> None:
        """Give up a refresh that is under way, end the replicas, and let go of what is remembered on disk."""
        self._closed.set()
        self.replicas.close()
        with self._refreshing:  # what is closed under its hands would look damaged to it, and be made anew
            self._memory.shelf.close()

    def answered(self, method: Callable[[Holdings, *Given], T], *given: *Given) -> T:
        """Have a replica answer from what there is now; where none can, answer here."""
        built = self.built
        with suppress(NoReplicaError):
            found: T = self.replicas.answer(built, method, *given)
            return found
        return _answered(built, method, *given)

    def here(self, method: Callable[[Holdings, *Given], T], *given: *Given) -> T:
        """Answer here: what is quickly found, or needs what no replica has."""
        return _answered(self.built, method, *given)

    def earlier(self, transcript_id: str) -> list[str]:
        """Return what is still remembered of a transcript's texts that no file has any more, latest first."""
        return self._memory.shelf.earlier(transcript_id)

    def _renew(self, before: Built, progress: Progress | None) -> None:
        """Put a new state in place of one.

        Raises:
            _ClosedError: This was closed.
        """
        if self.replicas.up and is_out_of_date(before.entries, self._roots, time.time_ns()):
            self.replicas.prepare(self._roots)
        self._require_open()
        self.built = self._build(before, progress)
        self.replicas.follow(self.built)

    def _build(self, before: Built | None, progress: Progress | None) -> Built:
        """Read the folders; should what is remembered fail, it is made anew, and the folders are read once more.

        Raises:
            _ClosedError: This was closed.
        """
        report = partial(self._report, progress)
        try:
            return build(self._roots, self._memory, before, time.time_ns(), report)
        except sqlite3.DatabaseError as error:
            self._memory.shelf.renew(error)
            return build(self._roots, self._memory, before, time.time_ns(), report)

    def _report(self, progress: Progress | None, number: int, total: int, source: str) -> None:
        """Tell of a file that is about to be read.

        Raises:
            _ClosedError: It need not be read any more.
        """
        if progress:
            progress(number, total, source)
        self._require_open()

    def _require_open(self) -> None:
        if self._closed.is_set():
            raise _ClosedError


def _answered(built: Built, method: Callable[[Holdings, *Given], T], *given: *Given) -> T:
    """Answer from a state, and let go of the pages that this took where they are too many."""
    try:
        return method(built.holdings, *given)
    finally:
        let_go()
