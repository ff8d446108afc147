"""Which files in some folders are transcripts, which say more of these, and their bytes."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import MissingFolderError, NoTranscriptsError, UnreadableError
from retrieval.formats import LARGEST, SUFFIXES
from retrieval.model import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NOT_TRANSCRIPTS = re.compile(
    r"(?:(?:readme|licen[cs]e|copying)(?:[-_]\w+)?|changelog|contributing|contributors|code[-_]of[-_]conduct|_index)"
    r"(?:\.\w+)*",
    re.IGNORECASE,
)
"""Names of files that are about the others."""
SETTLED = 2_000_000_000  # nanoseconds: two changes of a file within less may bear the same time


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A file that may be a transcript.

    Attributes:
        path: Where it lies.
        source: Its path within its folder, with slashes.
        id: The id of the transcript in it, unique among the files found together.
        size: In bytes.
        changed: When it was last changed, in nanoseconds; negative where it may change again without showing it.
    """

    path: Path
    source: str
    id: str
    size: int
    changed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A visible file: the root that it was found under, where it lies, and where it really lies behind all links."""

    root: Path
    path: Path
    real: str

    @property
    def source(self) -> str:
        """Its path within its root, with slashes."""
        return self.path.relative_to(self.root).as_posix()


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What was seen in some folders.

    Attributes:
        roots: The folders.
        files: The visible files in them and below, each once, the first folder's first.
        failures: The folders that could not be listed.
    """

    roots: Sequence[Path]
    files: tuple[Seen, ...]
    failures: tuple[Failure, ...]


def look(roots: Sequence[Path]) -> View:
    """Return what can be seen in some folders and below.

    Raises:
        MissingFolderError: A folder does not exist.
    """
    found: dict[str, tuple[int, Path, Seen]] = {}
    failures: list[Failure] = []
    for rank, root in enumerate(roots):
        for seen in _under(root, failures):
            found.setdefault(seen.real, (rank, seen.path, seen))
    ordered = sorted(found.values(), key=itemgetter(0, 1))
    return View(roots=roots, files=tuple(seen for _, _, seen in ordered), failures=tuple(failures))


def transcript_files(view: View, now: int) -> list[File]:
    """Return those of the files seen that may be transcripts.

    Args:
        view: What was seen.
        now: The time, in nanoseconds since 1970.

    Raises:
        NoTranscriptsError: None of them could be a transcript.
    """
    likely = [one for one in view.files if _may_be_transcript(one.path)]
    if not likely:
        named = ", ".join(str(root) for root in view.roots)
        raise NoTranscriptsError(f"no transcripts in {named}; put {', '.join(sorted(SUFFIXES))} files there")
    sources = [one.source for one in likely]
    slugs = _slugs(sources)
    return [_file(one.path, source, slug, now) for one, source, slug in zip(likely, sources, slugs, strict=True)]


def read_bytes(path: Path, source: str) -> bytes:
    """Return what a file holds; of one that is too large to be read, as much as shows that.

    Raises:
        UnreadableError: The disk or its permissions keep it from us.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror}); check its permissions"
        raise UnreadableError(source, reason) from error


def _under(root: Path, failures: list[Failure]) -> Iterator[Seen]:
    """Yield the visible files in a root, or the root itself when it is a file; what is reached by links comes last.

    Raises:
        MissingFolderError: It does not exist.
    """
    if root.is_file():
        beside = sorted(root.parent.glob("*.toml"))  # says more of it
        yield from (Seen(root=root.parent, path=path, real=os.path.realpath(path)) for path in (root, *beside))
    elif root.is_dir():
        yield from _in_folder(root, failures)
    else:
        raise MissingFolderError(f"there is no folder {root}; name one that holds transcripts")


def _in_folder(root: Path, failures: list[Failure]) -> Iterator[Seen]:
    """Yield the visible files in a folder and below, no folder twice, so that links in a circle come to an end."""
    entered: set[str] = set()
    folders = [root]
    linked_folders: list[Path] = []
    linked_files: list[Path] = []
    while folders or linked_folders:
        folder = folders.pop() if folders else linked_folders.pop(0)
        real = os.path.realpath(folder)
        if real in entered:
            continue
        entered.add(real)
        for entry in _visible(root, folder, failures):
            if _is_folder(entry):
                (linked_folders if entry.is_symlink() else folders).append(Path(entry.path))
            elif entry.is_symlink():
                linked_files.append(Path(entry.path))
            elif entry.is_file():
                yield Seen(root=root, path=Path(entry.path), real=f"{real}{os.sep}{entry.name}")
    yield from (Seen(root=root, path=path, real=os.path.realpath(path)) for path in linked_files if path.is_file())


def _visible(root: Path, folder: Path, failures: list[Failure]) -> list[os.DirEntry[str]]:
    """Return what is visible in a folder, in order of name; one that may not be listed is a failure."""
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        reason = f"the folder cannot be listed ({error.strerror}); check its permissions"
        failures.append(Failure(source=folder.relative_to(root).as_posix(), line=None, reason=reason))
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _may_be_transcript(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not NOT_TRANSCRIPTS.fullmatch(path.name)


def _file(path: Path, source: str, transcript_id: str, now: int) -> File:
    try:
        facts = path.stat()
    except OSError:  # gone since it was listed, or out of reach: reading it says so
        return File(path=path, source=source, id=transcript_id, size=-1, changed=-1)
    changed = facts.st_mtime_ns if facts.st_mtime_ns < now - SETTLED else -1
    return File(path=path, source=source, id=transcript_id, size=facts.st_size, changed=changed)


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
