"""What was written down beside the transcripts: other names of things, who is who, and where all of it is published.

Each file holds for its folder and those below; what lies nearer to a transcript goes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Generic, TypeVar

from retrieval import addresses, aliases, casts
from retrieval.addresses import Addresses, read_addresses
from retrieval.aliases import read_aliases
from retrieval.casts import Cast, read_cast
from retrieval.errors import TranscriptError
from retrieval.library.files import read_bytes
from retrieval.model import Failure
from retrieval.names import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from retrieval.aliases import Aliases
    from retrieval.casts import Introduction
    from retrieval.library.files import Seen
    from retrieval.library.records import Entry
    from retrieval.model import Header, Speaker

Told = TypeVar("Told")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sidecar(Generic[Told]):
    """What a file beside transcripts says, the folder that it holds for, and its source."""

    told: Told
    folder: Path
    source: str


@dataclass(frozen=True, kw_only=True)
class Sidecars:
    """Everything that was written down beside some transcripts.

    Attributes:
        casts: Who is who, the deepest folder first.
        addresses: Where transcripts are published, likewise.
        alias_files: The files of aliases, and their sources.
        failures: What is wrong with any of these.
    """

    casts: tuple[Sidecar[Cast], ...]
    addresses: tuple[Sidecar[Addresses], ...]
    alias_files: tuple[Seen, ...]
    failures: tuple[Failure, ...]

    def introductions(self, header: Header, path: Path) -> Mapping[Speaker, Introduction]:
        """Return who those are who speak in a transcript, as far as that was written down."""
        near = [(one.told, PurePosixPath(path.relative_to(one.folder).as_posix())) for one in _above(self.casts, path)]
        told: dict[Speaker, Introduction] = {}
        for speaker in header.speakers if near else ():
            found = next((who for cast, place in near if (who := cast.introduction(speaker, place))), None)
            if found is not None:
                told[speaker] = found
        return told

    def address(self, header: Header, path: Path) -> tuple[str | None, str | None]:
        """Return where a transcript is published, and the template of the addresses of its moments."""
        near = [one.told for one in _above(self.addresses, path)]
        return addresses.address(header.url, header.id, header.source, near)

    def aliases(self, languages: Sequence[str]) -> tuple[Aliases, list[Failure]]:
        """Return the groups of names of all files of aliases, analysed in some languages, and what is wrong there."""
        groups: list[Aliases] = []
        failures: list[Failure] = []
        for seen in self.alias_files:
            try:
                groups.append(read_aliases(read_bytes(seen.path, seen.source), seen.source, languages))
            except TranscriptError as error:
                failures.append(failure_of(error))
        return tuple(group for one in groups for group in one), failures

    def unused(self, entries: Iterable[Entry]) -> Iterator[Failure]:
        """Yield a failure for each file that a cast names and that is not there, and for each label nobody bears."""
        known = [(Path(entry.path), entry.header) for entry in entries] if self.casts else []
        for sidecar in self.casts:
            for pattern, labels in sidecar.told.files:
                fitting = [header for path, header in known if _fits(path, sidecar.folder, pattern)]
                line = sidecar.told.lines.get(pattern)
                if not fitting:
                    yield Failure(source=sidecar.source, line=line, reason=f"there is no transcript “{pattern}” here")
                elif None not in fitting:  # what a broken file would have held is not known
                    borne = {label for header in fitting if header for label in _labels(header)}
                    for label in sorted(labels.keys() - borne):
                        reason = f"nobody in “{pattern}” is labelled “{label}”"
                        yield Failure(source=sidecar.source, line=line, reason=reason)


def read_sidecars(visible: Iterable[Seen]) -> Sidecars:
    """Return what files beside transcripts say; one that is wrong is a failure and hurts no other."""
    seen = list(visible)
    failures: list[Failure] = []
    return Sidecars(
        casts=tuple(_read(seen, casts.FILE_NAME, read_cast, failures)),
        addresses=tuple(_read(seen, addresses.FILE_NAME, read_addresses, failures)),
        alias_files=tuple(one for one in seen if one.path.name == aliases.FILE_NAME),
        failures=tuple(failures),
    )


def failure_of(error: TranscriptError) -> Failure:
    """Return what a library tells of a file that is wrong."""
    return Failure(source=error.source, line=error.line, reason=error.reason)


def _read(
    seen: Iterable[Seen],
    name: str,
    read: Callable[[bytes, str], tuple[Told, list[TranscriptError]]],
    failures: list[Failure],
) -> list[Sidecar[Told]]:
    """Return what all files of one name say, the deepest folder's first."""
    found: list[Sidecar[Told]] = []
    for one in seen:
        if one.path.name == name:
            try:
                told, faults = read(read_bytes(one.path, one.source), one.source)
            except TranscriptError as error:
                failures.append(failure_of(error))
            else:
                failures += map(failure_of, faults)
                found.append(Sidecar(told=told, folder=one.path.parent, source=one.source))
    return sorted(found, key=lambda sidecar: -len(sidecar.folder.parts))


def _above(sidecars: Iterable[Sidecar[Told]], path: Path) -> list[Sidecar[Told]]:
    """Return those that hold for a file."""
    return [sidecar for sidecar in sidecars if path.is_relative_to(sidecar.folder)]


def _fits(path: Path, folder: Path, pattern: str) -> bool:
    return path.is_relative_to(folder) and PurePosixPath(path.relative_to(folder).as_posix()).match(pattern)


def _labels(header: Header) -> set[str]:
    return {folded(name) for speaker in header.speakers for name in (speaker.label, speaker.name)}
