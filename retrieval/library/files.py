"""Which files in a folder are transcripts, and their bytes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.aliases import FILE_NAME
from retrieval.errors import MissingFolderError, NoTranscriptsError, UnreadableError
from retrieval.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

NOT_TRANSCRIPTS = re.compile(
    r"(?:readme|license|licence|changelog|contributing|code_of_conduct)(?:\.\w+)*", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A file that may be a transcript.

    Attributes:
        path: Where it lies.
        source: Its path within its folder, with slashes.
        id: The id of the transcript in it, unique among the files found together.
        size: In bytes.
        changed: When it was last changed, in nanoseconds.
    """

    path: Path
    source: str
    id: str
    size: int
    changed: int


def find_files(roots: Sequence[Path]) -> list[File]:
    """Return the files in some folders and below that may be transcripts; hidden ones and READMEs are left out.

    Raises:
        MissingFolderError: A folder does not exist.
        NoTranscriptsError: The folders hold no file that could be a transcript.
    """
    found = {path.resolve(): (root, path) for root in reversed(roots) for path in _paths(root)}
    paths = sorted(found.values(), key=lambda pair: (roots.index(pair[0]), pair[1]))
    if not paths:
        named = ", ".join(str(root) for root in roots)
        raise NoTranscriptsError(f"no transcripts in {named}; put {', '.join(sorted(SUFFIXES))} files there")
    sources = [path.relative_to(root).as_posix() if path != root else path.name for root, path in paths]
    return [_file(path, source, slug) for (_, path), source, slug in zip(paths, sources, _slugs(sources), strict=True)]


def read_bytes(path: Path, source: str) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableError: The disk or its permissions keep it from us.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror}); check its permissions"
        raise UnreadableError(source, reason) from error


def alias_files(roots: Sequence[Path]) -> list[Path]:
    """Return the files of aliases that lie in some folders."""
    return [path for path in (root / FILE_NAME for root in roots) if path.is_file()]


def _paths(root: Path) -> Iterator[Path]:
    """Yield the files in a root in order of name, or the root itself when it is a file."""
    if root.is_file():
        yield root
        return
    if not root.is_dir():
        raise MissingFolderError(f"there is no folder {root}; name one that holds transcripts")
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if (
            not hidden
            and path.suffix.lower() in SUFFIXES
            and not NOT_TRANSCRIPTS.fullmatch(path.name)
            and path.is_file()
        ):
            yield path


def _file(path: Path, source: str, transcript_id: str) -> File:
    try:
        facts = path.stat()
    except OSError:  # gone since it was listed, or out of reach: reading it says so
        return File(path=path, source=source, id=transcript_id, size=-1, changed=-1)
    return File(path=path, source=source, id=transcript_id, size=facts.st_size, changed=facts.st_mtime_ns)


def _slugs(sources: Iterable[str]) -> Iterator[str]:
    """Yield an id for each source: lower case, words joined by hyphens, without its ending, numbered where taken."""
    taken: set[str] = set()
    for source in sources:
        plain = unicodedata.normalize("NFC", source.rpartition(".")[0] or source).casefold()
        slug = candidate = re.sub(r"[\W_]+", "-", plain).strip("-") or "transcript"
        number = 2
        while candidate in taken:
            candidate, number = f"{slug}-{number}", number + 1
        taken.add(candidate)
        yield candidate
