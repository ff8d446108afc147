"""Index ↔ a folder of arrays, written beside and renamed, so that it is whole or not there."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
import zlib
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.index import Index
from retrieval.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.model import Header, Transcript

WORD_LISTS = ("terms", "spellings")
ARRAYS = tuple(
    field.name for field in fields(Index) if field.name not in {"transcripts", "headers", "speakers", *WORD_LISTS}
)
CONTENTS = "contents.json"
log = logging.getLogger(__name__)


def save_index(index: Index, folder: Path) -> None:
    """Write an index to a folder that does not exist yet; another process may have been faster, which is as well."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name in ARRAYS:
            np.save(beside / f"{name}.npy", getattr(index, name))
        for name in WORD_LISTS:
            (beside / f"{name}.txt").write_text("\n".join(getattr(index, name)), encoding="utf-8")
        speakers = [[speaker.name, speaker.label, speaker.title] for speaker in index.speakers]
        (beside / "speakers.json").write_text(json.dumps(speakers), encoding="utf-8")
        sums = {path.name: _checksum(path) for path in sorted(beside.iterdir())}
        (beside / CONTENTS).write_text(json.dumps(sums), encoding="utf-8")
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
        _verify(folder)
        arrays = {name: _mapped(folder / f"{name}.npy") for name in ARRAYS}
        lists = {name: (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n") for name in WORD_LISTS}
        speakers = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        log.warning("the index in %s is damaged (%s); it is built anew", folder, error)
        shutil.rmtree(folder, ignore_errors=True)
        return None
    people = tuple(Speaker(name=name, label=label, title=title) for name, label, title in speakers)
    return Index(transcripts=transcripts, headers=headers, speakers=people, **lists, **arrays)  # type: ignore[arg-type]


def drop_others(folder: Path) -> None:
    """Remove the indexes beside this one: they are of states that are past."""
    for other in folder.parent.iterdir():
        if other.name.startswith("index-") and other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _mapped(path: Path) -> NDArray[Any]:
    """Return an array that stays on disk; an empty one cannot, and need not."""
    mapped = np.load(path, mmap_mode="r")
    return np.asarray(mapped) if mapped.size else np.array(mapped)


def _verify(folder: Path) -> None:
    """Compare every file with its checksum.

    Raises:
        ValueError: One differs.
        OSError: One is missing.
    """
    for name, checksum in json.loads((folder / CONTENTS).read_text(encoding="utf-8")).items():
        if _checksum(folder / name) != checksum:
            raise ValueError(f"{name} differs from its checksum")


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum
