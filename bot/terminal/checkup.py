"""Whether the bot could start: configuration, token, transcripts, index, permissions, a line each."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.config import ConfigError, token_fault
from bot.terminal import listings
from bot.terminal.blocks import Paragraph
from retrieval import VerbatimError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.config import Config
    from bot.terminal.page import Page
    from retrieval import Library, Transcript

_SAMPLE = 50  # transcripts to try, where there are more
_SAMPLE_WORDS = 12  # of a transcript, searched for in the index


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One line of a checkup."""

    subject: str
    text: str
    well: bool = True


def run(
    configure: Callable[[], Config], open_library: Callable[[Config], Library], page: Page, *, unicode: bool
) -> bool:
    """Show every finding, and return whether all is well."""
    marks = {True: "✓", False: "✗"} if unicode else {True: "ok", False: "FAULT"}
    all_well = True
    for finding in findings(configure, open_library):
        text = f"{marks[finding.well]} {finding.subject}: {finding.text}"
        page.write(Paragraph(text=text, style="answer" if finding.well else "fault"))
        all_well = all_well and finding.well
    return all_well


def findings(configure: Callable[[], Config], open_library: Callable[[Config], Library]) -> Iterator[Finding]:
    """Look at one thing after the other; without a configuration there is nothing more to look at."""
    try:
        config = configure()
    except ConfigError as error:
        yield from (Finding(subject="configuration", text=fault, well=False) for fault in error.faults)
        return
    yield Finding(subject="configuration", text=f"can be used, with log level {config.log_level}")
    yield _token(config)
    yield from _transcripts(config, open_library)
    yield _permissions(config.data_dir)


def _token(config: Config) -> Finding:
    """Look at the form of the token; only Discord itself can tell more."""
    if config.token is None:
        return Finding(subject="token", text="DISCORD_TOKEN is not set, so the terminal is used")
    fault = token_fault(config.token)
    return Finding(subject="token", text=fault or "has the right form", well=fault is None)


def _transcripts(config: Config, open_library: Callable[[Config], Library]) -> Iterator[Finding]:
    """Read the transcripts, and find words of theirs again."""
    try:
        library = open_library(config)
    except VerbatimError as error:
        yield Finding(subject="transcripts", text=wording.complaint(error), well=False)
        return
    folders = wording.listed([str(folder) for folder in config.transcripts])
    text = f"{listings.holdings(library)} in {folders}"
    yield Finding(subject="transcripts", text=text, well=bool(library.transcripts))
    for failure in library.failures:
        yield Finding(subject="transcripts", text=listings.broken(failure), well=False)
    if library.transcripts:
        yield _index(library)


def _index(library: Library) -> Finding:
    """Search for words of transcripts, of many a sample, which have to be found in them."""
    held = library.transcripts
    sample = [held[len(held) * number // _SAMPLE] for number in range(_SAMPLE)] if len(held) > _SAMPLE else held
    lost = [transcript for transcript in sample if not _is_searchable(library, transcript)]
    if lost:
        titles = wording.listed([f"“{transcript.title}”" for transcript in lost])
        return Finding(subject="index", text=f"finds nothing in {titles}: please report it", well=False)
    which = "every transcript" if sample is held else f"each of {_SAMPLE} transcripts that were tried"
    return Finding(subject="index", text=f"finds words of {which}")


def _is_searchable(library: Library, transcript: Transcript) -> bool:
    """Tell whether the first words of a transcript's longest turn lead back to it."""
    longest = max((transcript.slice(turn.span) for turn in transcript.turns), key=len)
    sample = " ".join(longest.split()[:_SAMPLE_WORDS])
    return bool(library.search(sample, transcript=transcript.id, limit=1))


def _permissions(data_dir: Path) -> Finding:
    """Write to the folder for data, as the bot will."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data_dir):
            pass
    except OSError as error:
        text = f"DATA_DIR {data_dir} cannot be written ({error.strerror}): grant it or set another"
        return Finding(subject="permissions", text=text, well=False)
    return Finding(subject="permissions", text=f"DATA_DIR {data_dir} can be written")
