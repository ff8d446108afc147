"""The indexes of a library on disk: one of its present state, found again by what it is of."""

from __future__ import annotations

import hashlib
import logging
import shutil
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from retrieval.library.index_files import drop_others, load_index, save_index
from retrieval.library.locking import alone
from retrieval.library.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from retrieval.index import Index
    from retrieval.library.shelf import Shelf
    from retrieval.model import Header, Transcript
    from retrieval.segments import Segment

UNFINISHED = ".new-"  # how the names of folders begin that are being written
LEFT_OVER = 3600  # seconds after which nobody is still writing what is not finished
log = logging.getLogger(__name__)


class SegmentsOf(Mapping[str, "Segment"]):
    """The segments of an index, by the key of what each is of."""

    def __init__(self, index: Index, keys: Iterable[str]) -> None:
        """Cut an index, given the keys of its transcripts in order."""
        self._index = index
        self._places = {key: place for place, key in enumerate(keys)}

    def __getitem__(self, key: str) -> Segment:
        """Return the segment of a transcript."""
        return self._index.segment(self._places[key])

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in order."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many segments there are."""
        return len(self._places)


class Indexes:
    """Where indexes are kept; without a folder, nothing is."""

    def __init__(self, folder: Path | None, shelf: Shelf) -> None:
        """Keep indexes in a folder, and on a shelf what they are of."""
        self._folder = folder
        self._shelf = shelf

    def load(self, keys: Sequence[str], transcripts: Sequence[Transcript], headers: Sequence[Header]) -> Index | None:
        """Return the index of some transcripts, given with their keys, or None where there is none that is whole."""
        if self._folder is None or not keys:
            return None
        with alone(self._folder):
            return load_index(self._folder / _name(keys), transcripts, headers)

    def segments(self) -> Mapping[str, Segment]:
        """Return the segments of the last index that was kept, by key: what did not change since is known."""
        if self._folder is None:
            return {}
        with alone(self._folder):
            for folder, keys in self._known(self._folder):
                index = load_index(folder, (), ())
                if index is not None:
                    return SegmentsOf(index, keys)
        return {}

    def save(self, index: Index, keys: Sequence[str]) -> None:
        """Keep the index of some transcripts instead of any other; where the disk refuses, go on without."""
        if self._folder is None or not keys:
            return
        name = _name(keys)
        try:
            save_index(index, self._folder / name)
        except OSError as error:
            log.warning("the index cannot be kept (%s); it will be built again next time", error.strerror)
            return
        with alone(self._folder):
            self._shelf.note_index(name, keys)
            self._shelf.forget_indexes(name)
            drop_others(self._folder / name)
            _drop_left_over(self._folder, time.time())

    def _known(self, folder: Path) -> Iterator[tuple[Path, list[str]]]:
        for kept in sorted(folder.glob("index-*")):
            keys = self._shelf.index_keys(kept.name)
            if keys is not None:
                yield kept, keys


def _name(keys: Iterable[str]) -> str:
    """Return a name for the index of some transcripts: equal for equal ones that the same version read."""
    state = "\n".join([str(version()), *keys])
    return f"index-{hashlib.blake2b(state.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"


def _drop_left_over(folder: Path, now: float) -> None:
    """Remove what processes that were killed had begun to write."""
    for begun in folder.glob(f"{UNFINISHED}*"):
        try:
            if begun.stat().st_mtime < now - LEFT_OVER:
                shutil.rmtree(begun, ignore_errors=True)
        except FileNotFoundError:  # finished, or removed by another process
            continue
