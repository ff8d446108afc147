"""The indexes of a library on disk: one of its present state, found again by what it is of."""

from __future__ import annotations

import hashlib
import logging
import shutil
import time
from typing import TYPE_CHECKING, Any

from retrieval.index import Index
from retrieval.joining import joined
from retrieval.library.index_files import drop_others, load_index, save_index
from retrieval.library.locking import alone
from retrieval.library.version import version
from retrieval.segments import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from retrieval.library.shelf import Shelf
    from retrieval.model import Header, Transcript
    from retrieval.segments import Segment

UNFINISHED = ".new-"  # how the names of folders begin that are being written
LEFT_OVER = 3600  # seconds after which nobody is still writing what is not finished
log = logging.getLogger(__name__)


class Known:
    """Segments that are known, by the key of the transcript that each is of."""

    def __init__(self, segment: Segment, keys: Iterable[str]) -> None:
        """Know the segment of several transcripts, given the key of each."""
        self._segment = segment
        self._places = {key: place for place, key in enumerate(keys)}

    def place(self, key: str) -> int | None:
        """Return the number of a transcript among those that are known, or None for another."""
        return self._places.get(key)

    def cut(self, first: int, last: int) -> Segment:
        """Return the segment of transcripts in a row, half-open and given by number."""
        return cut(self._segment, first, last)


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

    def known(self) -> Known | None:
        """Return what the last index that was kept knows: all that did not change since; None where there is none."""
        if self._folder is None:
            return None
        with alone(self._folder):
            for folder, keys in self._kept(self._folder):
                index = load_index(folder, (), ())
                if index is not None:
                    return Known(index.segment, keys)
        return None

    def make(
        self,
        keys: Sequence[str],
        transcripts: Sequence[Transcript],
        headers: Sequence[Header],
        join: Callable[[], Iterable[Segment]],
    ) -> Index:
        """Return the index of some transcripts, joined of their segments and kept instead of any other.

        Args:
            keys: Of the transcripts.
            transcripts: In order.
            headers: Of the transcripts.
            join: Returns the segments; called once more where the disk refuses, to go on in memory.
        """
        if self._folder is not None and keys:
            try:
                self._save(self._folder, keys, joined(join()))
            except OSError as error:
                log.warning("the index cannot be kept (%s); it will be built again next time", error.strerror)
            else:
                index = self.load(keys, transcripts, headers)
                if index is not None:
                    return index
        return Index(transcripts=transcripts, headers=headers, **dict(joined(join())))

    def _save(self, folder: Path, keys: Sequence[str], parts: Iterable[tuple[str, Any]]) -> None:
        """Write an index down and forget all others.

        Raises:
            OSError: The disk refuses.
        """
        name = _name(keys)
        save_index(parts, folder / name)
        with alone(folder):
            self._shelf.note_index(name, keys)
            self._shelf.forget_indexes(name)
            drop_others(folder / name)
            _drop_left_over(folder, time.time())

    def _kept(self, folder: Path) -> Iterator[tuple[Path, list[str]]]:
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
