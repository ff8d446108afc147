"""Timelines → blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from bot.charts import bars_of, drawn
from bot.terminal.answers import quotes
from bot.terminal.blocks import BLANK, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.terminal.blocks import Block
    from retrieval import Timeline


def timeline(found: Timeline, speaker: str | None = None) -> Iterator[Block]:
    """Show when something was spoken of, as bars, and what was said, the oldest first."""
    if not found.total:
        yield Paragraph(text=_nothing(found, speaker), style="refusal")
        yield Paragraph(text=wording.searched(found.searched), style="detail")
        return
    yield Paragraph(text=_heading(found, speaker), style="heading")
    bars = bars_of(found.counts)
    if bars:
        yield BLANK
        yield from (
            Paragraph(text=f"{label} {bar} {height or ''}".rstrip(), indent=2) for label, bar, height in drawn(bars)
        )
    yield BLANK
    yield from quotes(found.quotes)
    rest = found.total - found.first - found.shown
    if rest:
        yield BLANK
        yield Paragraph(text=f"{wording.counted(rest, 'more passage')}: raise the limit to see them.", style="detail")


def _heading(found: Timeline, speaker: str | None) -> str:
    """Say how often it is spoken of."""
    undated = f", {found.undated:,} of them of unknown date" if found.undated else ""
    who = f" by {speaker}" if speaker else ""
    return f"“{found.words}” in {wording.counted(found.total, 'passage')}{who}, the oldest first{undated}"


def _nothing(found: Timeline, speaker: str | None) -> str:
    """Say that nobody speaks of it, and what resembles the words that nobody speaks."""
    close = [f"“{word}”" for unknown in found.unknown for word in unknown.closest]
    said = f"{speaker or 'Nobody'} {'does not speak' if speaker else 'speaks'} of “{found.words}” in these transcripts."
    return f"{said} Words that are spoken and resemble it: {wording.listed(close)}." if close else said
