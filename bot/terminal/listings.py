"""What a library holds, and what can be typed → blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import export, wording
from bot.terminal.blocks import BLANK, Paragraph, Table
from bot.terminal.syntax import SYNTAXES
from bot.version import version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.terminal.blocks import Block
    from bot.terminal.syntax import Syntax
    from retrieval import Failure, Header, Library, Share, Transcript, Turn

MOST_LISTED = 100  # transcripts on a screen
_MOST_SPEAKERS = 5  # names in a cell; `--json` and `/speakers` give them all


def transcripts(library: Library, word: str | None = None, most: int | None = None) -> Iterator[Block]:
    """List the transcripts, or those that a word names, and the files that could not be read.

    Args:
        library: What is listed.
        word: Words that title, date, file or speakers hold, or None for every transcript.
        most: How many to list, or None for all.
    """
    held, named = library.headers, export.named(library, word)
    if named:
        yield Table(
            headings=("Date", "Title and id", "Speakers", "Turns", "Words"),
            rows=tuple(_row(header) for header in named[:most]),
            numbers=frozenset({"Turns", "Words"}),
        )
    if word and not named:
        yield Paragraph(text=f"No title, date, file or speaker of these transcripts holds “{word}”.")
    elif len(held) > 1:
        yield Paragraph(text=_sum(named, held), style="detail")
    if most is not None and len(named) > most:
        more = f"{len(named) - most:,} more are not listed: a word narrows the list, and a file or pipe takes it whole."
        yield Paragraph(text=more, style="detail")
    yield from _failures(library)


def transcript(read: Transcript) -> Iterator[Block]:
    """Show a transcript turn by turn, so that a turn given to the wrong speaker can be seen."""
    yield Paragraph(text=wording.whence(read), style="heading")
    yield Paragraph(text=f"{read.source}, {wording.counted(len(read.turns), 'turn')}", style="detail")
    for turn in read.turns:
        part = f", {turn.role}" if turn.role else ""
        time = f", {wording.moment(turn.time)}" if turn.time is not None else ""
        yield BLANK
        yield Paragraph(text=f"{turn.index + 1}. {_speaker(turn)}{part}{time}", style="attribution")
        yield Paragraph(text=read.slice(turn.span), indent=4)


def speakers(shares: Sequence[Share]) -> Iterator[Block]:
    """List who speaks and how much, as the library orders them."""
    if shares:
        yield Table(
            headings=("Speaker", "Office", "Transcripts", "Turns", "Words", "Share"),
            rows=tuple(map(_share, shares)),
            numbers=frozenset({"Transcripts", "Turns", "Words", "Share"}),
        )
    else:
        yield Paragraph(text="These transcripts do not name their speakers.")


def about(library: Library) -> Iterator[Block]:
    """Say which version this is, what it searches, and what it keeps."""
    yield Paragraph(text=f"Verbatim {version()}".strip(), style="heading")
    dates = sorted(header.date for header in library.headers if header.date)
    days = dict.fromkeys(wording.day(date) for date in (*dates[:1], *dates[-1:]))
    said = f", {' to '.join(days)}" if days else ""
    yield Paragraph(text=f"{holdings(library)}, {wording.counted(library.passages, 'passage')}{said}")
    if library.failures:
        yield Paragraph(text=f"{wording.counted(len(library.failures), 'file')} could not be read: see /transcripts.")
    yield Paragraph(text="What you type here stays here: in the file “history” of DATA_DIR.", style="detail")


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
    return (syntax.form, ", ".join(syntax.options), syntax.summary)


def _row(header: Header) -> tuple[str, ...]:
    """Fill a line of the table of transcripts."""
    return (
        header.date.isoformat() if header.date else "undated",
        f"{header.title}\n{header.id}",
        _names(export.speakers(header)),
        f"{header.turn_count:,}",
        f"{header.word_count:,}",
    )


def _speaker(turn: Turn) -> str:
    """Name who speaks in a turn, and how that was printed where it differs."""
    name = wording.speaker_name(turn.speaker)
    return f"{name} (printed as {turn.speaker.label})" if turn.speaker and turn.speaker.label != name else name


def _share(share: Share) -> tuple[str, ...]:
    """Fill a line of the table of speakers."""
    return (
        share.speaker.name,
        share.speaker.title or "",
        f"{share.transcripts:,}",
        f"{share.turns:,}",
        f"{share.words:,}",
        f"{share.part:.1%}",
    )


def _failures(library: Library) -> Iterator[Block]:
    """List the files that could not be read."""
    if library.failures:
        files = wording.counted(len(library.failures), "file")
        yield Paragraph(text=f"{files} could not be read:", style="fault")
        for failure in library.failures:
            yield Paragraph(text=broken(failure), indent=2)


def _sum(shown: Sequence[Header], held: Sequence[Header]) -> str:
    """Sum up what is listed: `3 of 240 transcripts, 1,200 turns, 60,000 words`."""
    of_all = f"{len(shown):,} of " if len(shown) < len(held) else ""
    turns, words = sum(header.turn_count for header in shown), sum(header.word_count for header in shown)
    told = (wording.counted(turns, "turn"), wording.counted(words, "word"))
    return f"{of_all}{len(held):,} transcripts, {', '.join(told)}"


def _names(names: tuple[str, ...]) -> str:
    """Name those who speak in a transcript, or the first of many."""
    if not names:
        return "not named"
    others = len(names) - _MOST_SPEAKERS
    return ", ".join([*names[:_MOST_SPEAKERS], f"{others} more"] if others > 0 else names)
