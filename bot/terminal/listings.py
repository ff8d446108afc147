"""What a library holds, and what can be typed → blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import export, wording
from bot.terminal.blocks import BLANK, Paragraph, Table
from bot.terminal.commands import SYNTAXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.terminal.blocks import Block
    from bot.terminal.commands import Syntax
    from retrieval import Failure, Library, Transcript

_MOST_SPEAKERS = 5  # names in a cell; `--json` and `/speakers` give them all


def transcripts(library: Library) -> Iterator[Block]:
    """List the transcripts, and the files that could not be read."""
    if library.transcripts:
        yield Table(
            headings=("Date", "Title and id", "Speakers", "Turns", "Words"),
            rows=tuple(_row(transcript) for transcript in library.transcripts),
            numbers=frozenset({"Turns", "Words"}),
        )
    if library.failures:
        files = wording.counted(len(library.failures), "file")
        yield Paragraph(text=f"{files} could not be read:", style="fault")
        for failure in library.failures:
            yield Paragraph(text=broken(failure), indent=2)


def transcript(read: Transcript) -> Iterator[Block]:
    """Show a transcript turn by turn, so that a turn given to the wrong speaker can be seen."""
    yield Paragraph(text=wording.whence(read), style="heading")
    yield Paragraph(text=f"{read.source}, {wording.counted(len(read.turns), 'turn')}", style="detail")
    for turn in read.turns:
        part = f", {turn.role}" if turn.role else ""
        time = f", {wording.moment(turn.time)}" if turn.time is not None else ""
        yield BLANK
        yield Paragraph(text=f"{turn.index + 1}. {wording.speaker_name(turn.speaker)}{part}{time}", style="attribution")
        yield Paragraph(text=read.slice(turn.span), indent=4)


def speakers(library: Library) -> Iterator[Block]:
    """List who speaks, as the library orders them."""
    rows = tuple((speaker.name, speaker.title or "", speaker.label) for speaker in library.speakers)
    if rows:
        yield Table(headings=("Speaker", "Office", "Printed as"), rows=rows)
    else:
        yield Paragraph(text="These transcripts do not name their speakers.")


def commands() -> Iterator[Block]:
    """List the commands, and how to go without them."""
    yield Table(headings=("Command", "Options", "What it does"), rows=tuple(map(_usage, SYNTAXES)))
    yield BLANK
    yield Paragraph(text="A line without a slash is a question. Options are written speaker: NAME or --speaker NAME.")


def greeting(library: Library) -> Iterator[Block]:
    """Open a session: what is searched, and how to begin."""
    yield Paragraph(text=f"Verbatim · {holdings(library)}", style="heading")
    yield Paragraph(text="Ask a question, or type /help. Ctrl-D leaves.", style="detail")
    yield BLANK


def holdings(library: Library) -> str:
    """Sum a library up: `1 transcript, 2 speakers`."""
    transcripts = wording.counted(len(library.transcripts), "transcript")
    return f"{transcripts}, {wording.counted(len(library.speakers), 'speaker')}"


def broken(failure: Failure) -> str:
    """Name a file that could not be read, the line, and why."""
    place = failure.source if failure.line is None else f"{failure.source}:{failure.line}"
    return f"{place}: {failure.reason}"


def _usage(syntax: Syntax) -> tuple[str, ...]:
    """Fill a line of the table of commands."""
    return (f"/{syntax.name} {(syntax.text or '').upper()}".strip(), ", ".join(syntax.options), syntax.summary)


def _row(transcript: Transcript) -> tuple[str, ...]:
    """Fill a line of the table of transcripts."""
    return (
        transcript.date.isoformat() if transcript.date else "undated",
        f"{transcript.title}\n{transcript.id}",
        _names(export.speakers(transcript)),
        f"{len(transcript.turns):,}",
        f"{export.words(transcript):,}",
    )


def _names(names: tuple[str, ...]) -> str:
    """Name those who speak in a transcript, or the first of many."""
    if not names:
        return "not named"
    others = len(names) - _MOST_SPEAKERS
    return ", ".join([*names[:_MOST_SPEAKERS], f"{others} more"] if others > 0 else names)
