"""Answers and verdicts → blocks."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from bot import marking, wording
from bot.terminal.blocks import BLANK, Paragraph
from retrieval import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.terminal.blocks import Block, Style
    from retrieval import Answer, Cited, Match, Quote, Transcript, Turn, Verdict

_LONGEST_QUESTION = 240  # characters of the question that was being answered; the quote itself is never cut


def answer(result: Answer) -> Iterator[Block]:
    """Show the quotes that answer, or say that nothing does and show what comes nearest."""
    if isinstance(result, Found):
        yield from quotes(result.quotes)
        yield BLANK
        words = wording.confidence_words(result.confidence)
        sentences = wording.silent(result), f"Verbatim is {words} that this answers the question."
        yield Paragraph(text=" ".join(part for part in sentences if part), style="detail")
        return
    yield Paragraph(text=wording.refusal(result), style="refusal")
    if result.nearest:
        yield BLANK
        yield Paragraph(text=wording.NEAREST_HEADING)
        yield BLANK
        yield from quotes(result.nearest)


def picked(quote: Quote | None) -> Iterator[Block]:
    """Show a quote by chance."""
    if quote is None:
        yield Paragraph(text="There is nothing here that could be quoted.", style="refusal")
    else:
        yield from _quote(quote)


def verdict(result: Verdict, claimed_speaker: str | None = None) -> Iterator[Block]:
    """Say whether words were said, and show every place where they, or some of them, were."""
    sentence = wording.verdict_sentence(result, claimed_speaker)
    yield Paragraph(text=sentence, style="answer" if result.kind == "exact" else "refusal")
    yield Paragraph(text=wording.searched(result.searched), style="detail")
    for match in result.matches:
        yield BLANK
        yield from _match(result, match)
    if result.nearest:
        yield BLANK
        yield Paragraph(text=wording.NEAREST_TO_QUOTATION)
        yield BLANK
        yield from quotes(result.nearest)


def cited(result: Cited) -> Iterator[Block]:
    """Say what became of a quote, and show it as it stands now and, where that differs, as it was cited."""
    style: Style = "answer" if result.kind == "unchanged" else "refusal"
    yield Paragraph(text=wording.cited_sentence(result), style=style)
    if result.quote is not None:
        yield BLANK
        yield from _quote(result.quote)
    if result.kind == "corrected" and result.words is not None:
        yield BLANK
        yield Paragraph(text=f"Then: {marking.bracketed(marking.cited_then(result))}", indent=4)
        now = marking.bracketed(marking.cited_now(result))
        yield Paragraph(text=f"Now:  {now or 'nothing of the kind'}", indent=4)


def _match(result: Verdict, match: Match) -> Iterator[Block]:
    """Show a place where words were found, and what the quotation changed."""
    yield from _quote(match.quote)
    quoted, said = marking.claimed(result, match), marking.said(match)
    if any(run.marked for run in (*quoted, *said)):
        yield Paragraph(text=f"Quoted: {marking.bracketed(quoted)}", indent=4)
        yield Paragraph(text=f"Said:   {marking.bracketed(said)}", indent=4)
    for change in match.differences:
        yield Paragraph(text=wording.difference(change), style="refusal", indent=4)


def quotes(shown: Sequence[Quote]) -> Iterator[Block]:
    """Show quotes with space between them; a question that several answer in a row is shown once."""
    asked: Turn | None = None
    for number, quote in enumerate(shown):
        if number:
            yield BLANK
        yield from _quote(quote, with_question=quote.asked != asked)
        asked = quote.asked


def _quote(quote: Quote, *, with_question: bool = True) -> Iterator[Block]:
    """Show words with who said them, where and when, and what they answered."""
    yield Paragraph(text=f"“{quote.text}”", style="quote", indent=2)
    yield Paragraph(text=f"— {wording.attribution(quote)}", style="attribution", indent=2)
    there = f"{wording.whence(quote.transcript)}, {wording.place(quote)} · quote {quote.id}"
    yield Paragraph(text=there, style="detail", indent=4)
    if quote.url is not None:
        yield Paragraph(text=quote.url, style="detail", indent=4)
    if quote.asked is not None and with_question:
        yield Paragraph(text=_question(quote.transcript, quote.asked), style="detail", indent=4)


def _question(transcript: Transcript, turn: Turn) -> str:
    """Show the question that was being answered, cut between words where it runs long."""
    words = textwrap.shorten(transcript.slice(turn.span), _LONGEST_QUESTION, placeholder="…")
    return f"In answer to: “{words}”"
