"""What a process has to know to hold the same library as another: where it is remembered, and in which state it is."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.library.building import Memory
from retrieval.library.holdings import Holdings
from retrieval.library.indexes import Indexes
from retrieval.library.reading import read_again
from retrieval.library.shelf import Shelf
from retrieval.library.volumes import Shelved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval.aliases import Aliases
    from retrieval.library.building import Built
    from retrieval.library.volumes import Volume
    from retrieval.model import Failure

OPENED = 64  # transcripts kept in memory of those on disk
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A state of a library, without its index and its words.

    Attributes:
        volumes: The transcripts, in the order of the index.
        failures: The files that could not be read, and why.
        aliases: Other names of the same thing.
    """

    volumes: tuple[Volume, ...]
    failures: tuple[Failure, ...]
    aliases: Aliases


def memory_in(cache: Path | None) -> Memory:
    """Return what is remembered of a library in a folder; nothing outlasts the process where there is none."""
    shelf = Shelf(cache / "transcripts.sqlite" if cache else None)
    return Memory(shelf=shelf, indexes=Indexes(cache, shelf), opened=OPENED if cache else None)


def state_of(built: Built) -> State:
    """Return what another process has to know to hold the same."""
    return State(volumes=built.volumes, failures=built.holdings.failures, aliases=built.holdings.aliases)


def held(state: State, memory: Memory) -> Holdings | None:
    """Return the holdings in a state, of which the index was kept on disk; None where it was not."""
    transcripts = Shelved(memory.shelf, state.volumes, read_again, memory.opened)
    headers = [volume.header for volume in state.volumes]
    index = memory.indexes.load([volume.key for volume in state.volumes], transcripts, headers)
    return Holdings(index=index, failures=state.failures, aliases=state.aliases) if index else None


def place_for(roots: Sequence[Path], cache: Path) -> Path | None:
    """Return the folder in which a library of some folders is remembered, or None when the disk refuses."""
    place = cache / _name(roots)
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            return place
    except OSError as error:
        log.debug("%s cannot be written (%s); what is read now will be read again next time", place, error.strerror)
        return None


def _name(folders: Sequence[Path]) -> str:
    """Return a name for what is remembered of some folders: other folders, another name."""
    paths = "\n".join(str(folder.resolve()) for folder in folders)
    return f"library-{hashlib.blake2b(paths.encode('utf-8', 'surrogateescape'), digest_size=6).hexdigest()}"
