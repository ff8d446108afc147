"""Index ↔ a folder, written beside and renamed, so that it is whole or not there.

All arrays lie in one file, which is mapped into memory: what no question looks at is never read. Its checksum is
compared when anything has touched the file since it was written here, as told by its size and times; a file as we left
it needs no reading.
"""

from __future__ import annotations

import json
import logging
import math
import mmap
import os
import shutil
import tempfile
import zlib
from contextlib import suppress
from dataclasses import fields, is_dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.bm25 import Postings
from retrieval.folded import Folded
from retrieval.index import Index
from retrieval.layout import Edges, Layout, Units
from retrieval.library.residence import watch
from retrieval.tables import Lists, People, Table, Texts, Words
from retrieval.tallies import Frequent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Header, Transcript

VERSION = 1
"""Of what lies where in the folder."""
ARRAYS, CONTENTS = "arrays.bin", "contents.json"
ALIGNED = 64  # bytes: arrays begin where a processor likes to read
KINDS: Mapping[str, type] = {
    "terms": Words,
    "spellings": Words,
    "speakers": People,
    "postings": Postings,
    "layout": Layout,
    "layout.blocks": Units,
    "layout.edges": Edges,
    "layout.edges.groups": Units,
    "frequent": Frequent,
    "folded": Folded,
    "folded.words": Texts,
    "spoken": Lists,
    "named": Table,
    "named.words": Words,
    "named.lists": Lists,
    "titled": Table,
    "titled.words": Words,
    "titled.lists": Lists,
}
"""The tables of an index by name; everything else is an array."""
LEFT_OUT = frozenset({"transcripts", "headers"})
log = logging.getLogger(__name__)


def save_index(parts: Iterable[tuple[str, Any]], folder: Path) -> None:
    """Write an index to a folder that does not exist yet; another process may have been faster, which is as well.

    Args:
        parts: The fields of the index by name; each is written and let go before the next is asked for.
        folder: Its parent is made where there is none.

    Raises:
        OSError: The disk refuses.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        contents = _write(parts, beside / ARRAYS)
        _state(beside, contents)
        beside.replace(folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def load_index(folder: Path, transcripts: Sequence[Transcript], headers: Sequence[Header | Transcript]) -> Index | None:
    """Return the index in a folder, its arrays mapped into memory; None where there is none, or a damaged one."""
    if not folder.is_dir():
        return None
    try:
        contents = _contents(folder)
        _verify(folder, contents)
        arrays = _mapped(folder / ARRAYS, contents)
        return Index(transcripts=transcripts, headers=headers, **_parts(Index, arrays, ""))
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("the index in %s is damaged (%s); it is built anew", folder, error)
        shutil.rmtree(folder, ignore_errors=True)
        return None


def drop_others(folder: Path) -> None:
    """Remove the indexes beside this one: they are of states that are past."""
    for other in folder.parent.iterdir():
        if other.name.startswith("index-") and other != folder:
            shutil.rmtree(other, ignore_errors=True)


def arrays_of(record: object, prefix: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield the arrays in a record and in its tables, each with its path: `postings.passages`."""
    for field in fields(record):  # type: ignore[arg-type] # only called with dataclasses
        name = f"{prefix}{field.name}"
        if name not in LEFT_OUT:
            yield from _flat(name, getattr(record, field.name))


def _flat(name: str, value: Any) -> Iterator[tuple[str, NDArray[Any]]]:  # noqa: ANN401 - an array, or a table of them
    """Yield the arrays of a field of a record."""
    if is_dataclass(value):
        yield from arrays_of(value, f"{name}.")
    else:
        yield name, value


def _parts(kind: type, arrays: Mapping[str, NDArray[Any]], prefix: str) -> dict[str, Any]:
    """Return the fields of a record, made of arrays by path."""
    names = [field.name for field in fields(kind) if f"{prefix}{field.name}" not in LEFT_OUT]
    return {name: _part(f"{prefix}{name}", arrays) for name in names}


def _part(path: str, arrays: Mapping[str, NDArray[Any]]) -> object:
    kind = KINDS.get(path)
    return arrays[path] if kind is None else kind(**_parts(kind, arrays, f"{path}."))


def _write(parts: Iterable[tuple[str, Any]], path: Path) -> dict[str, Any]:
    """Write arrays one after the other and return what lies where, and the checksum."""
    places: dict[str, list[Any]] = {}
    checksum = size = 0
    with path.open("wb") as file:
        for name, array in chain.from_iterable(_flat(*part) for part in parts):
            places[name] = [array.dtype.str, list(array.shape), size]
            for part in (np.ascontiguousarray(array).reshape(-1).view(np.uint8).data, bytes(-array.nbytes % ALIGNED)):
                checksum, size = zlib.crc32(part, checksum), size + len(part)
                file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return {"version": VERSION, "arrays": places, "size": size, "checksum": checksum}


def _state(folder: Path, contents: Mapping[str, Any]) -> None:
    """Write down what lies in a folder, and how its arrays look from outside."""
    described = json.dumps({**contents, "seen": _seen(folder / ARRAYS)})
    beside = folder / f".{CONTENTS}"
    with beside.open("w", encoding="utf-8") as file:
        file.write(f"{zlib.crc32(described.encode())}\n{described}")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / CONTENTS)


def _seen(path: Path) -> list[int]:
    """Return what changes whenever somebody writes to a file."""
    facts = path.stat()
    return [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns]


def _contents(folder: Path) -> dict[str, Any]:
    """Return what lies in a folder.

    Raises:
        ValueError: That is not what was written down.
        OSError: It cannot be read.
    """
    checksum, _, described = (folder / CONTENTS).read_text(encoding="utf-8").partition("\n")
    if checksum != str(zlib.crc32(described.encode())):
        raise ValueError(f"{CONTENTS} differs from its checksum")
    contents: dict[str, Any] = json.loads(described)
    if contents["version"] != VERSION:
        raise ValueError(f"version {contents['version']} instead of {VERSION}")
    return contents


def _verify(folder: Path, contents: Mapping[str, Any]) -> None:
    """Compare the arrays with their checksum if anything may have touched them since they were last compared.

    Raises:
        ValueError: They differ.
        OSError: They cannot be read.
    """
    if _seen(folder / ARRAYS) == contents["seen"]:
        return
    checksum = 0
    with (folder / ARRAYS).open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    if checksum != contents["checksum"] or (folder / ARRAYS).stat().st_size != contents["size"]:
        raise ValueError(f"{ARRAYS} differs from its checksum")
    with suppress(OSError):  # the next to open it compares again
        _state(folder, contents)


def _mapped(path: Path, contents: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """Return the arrays in a file by path; they stay on disk."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    places = contents["arrays"]
    arrays: dict[str, NDArray[Any]] = {
        name: np.frombuffer(mapped, dtype=kind, count=math.prod(shape), offset=start).reshape(shape)
        for name, (kind, shape, start) in places.items()
    }
    watch(mapped, [(places[name][2], array.nbytes) for name, array in arrays.items()])
    return arrays
