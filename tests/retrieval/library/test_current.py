from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from retrieval import Changes, Library
from retrieval.library.replicas import Replicas
from tests.connections import MOMENT
from tests.retrieval.library.folders import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from retrieval.library.reading import Progress

NOTHING = Changes(added=(), updated=(), removed=(), failed=())
TALK = "Anna Roe: The herring came to the harbour.\n"


def at_the_first(closing: threading.Thread, wait: Callable[[], object]) -> Progress:
    """Return what starts a thread that closes a library, when a refresh comes to its first file, and then waits."""

    def progress(*_: object) -> None:
        if closing.ident is None:
            closing.start()
            wait()

    return progress


def test_closing_in_the_middle_of_a_refresh_leaves_what_is_remembered(
    folder: Path, cache: Path, read: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    library = Library.open(folder, cache=cache)
    closing = threading.Thread(target=library.close)
    write(folder, harbour=TALK)

    library.refresh(progress=at_the_first(closing, lambda: closing.join(MOMENT)))
    closing.join()
    read.clear()
    Library.open(folder, cache=cache).close()

    assert caplog.messages == []
    assert {*read} <= {"harbour.txt"}


def test_a_refresh_is_given_up_where_the_library_is_closed_meanwhile(
    folder: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, begun = Library.open(folder, cache=cache), threading.Event()
    closing = threading.Thread(target=library.close)
    monkeypatch.setattr(Replicas, "close", lambda _: begun.set())
    write(folder, harbour=TALK)
    read.clear()

    changes = library.refresh(progress=at_the_first(closing, begun.wait))

    closing.join()
    assert (changes, read) == (NOTHING, [])


def test_a_library_that_was_closed_is_refreshed_no_more(folder: Path, cache: Path) -> None:
    library = Library.open(folder, cache=cache)
    library.close()
    write(folder, harbour=TALK)

    assert library.refresh() == NOTHING
