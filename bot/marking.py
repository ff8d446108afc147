"""A quotation against what was said → both texts in runs, those that differ marked: each place shows them its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from retrieval import Cited, Match, Span, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Characters that are marked, or are not.

    Attributes:
        text: As they stand; the runs of a text put together are the text.
        marked: Whether they differ on the other side.
    """

    text: str
    marked: bool


def claimed(verdict: Verdict, match: Match) -> list[Run]:
    """Return the part of a quotation that a place answers to, with the words marked that differ there."""
    start, end = (match.part.start, match.part.end) if match.part else (0, len(verdict.quotation))
    spans = (change.claimed_span for change in match.differences)
    return list(_runs(verdict.quotation[start:end], start, spans))


def said(match: Match) -> list[Run]:
    """Return the words of a place, those marked that the quotation has otherwise or lacks."""
    spans = (change.said_span for change in match.differences)
    return list(_runs(match.quote.text, match.quote.span.start, spans))


def cited_then(cited: Cited) -> list[Run]:
    """Return the words as they were cited, those marked that were corrected; none where they are not remembered."""
    return list(_runs(cited.words or "", 0, (change.claimed_span for change in cited.differences)))


def cited_now(cited: Cited) -> list[Run]:
    """Return the words as they stand now, those marked that were corrected; none where none stand."""
    if cited.quote is None:
        return []
    return list(_runs(cited.quote.text, cited.quote.span.start, (change.said_span for change in cited.differences)))


def bracketed(runs: Iterable[Run]) -> str:
    """Set what is marked in square brackets, for where there is nothing but letters.

    >>> bracketed([Run(text="about ", marked=False), Run(text="80", marked=True)])
    'about [80]'
    """
    return "".join(f"[{run.text}]" if run.marked else run.text for run in runs)


def _runs(text: str, offset: int, spans: Iterable[Span | None]) -> Iterator[Run]:
    """Yield a text in runs.

    Args:
        text: What is shown.
        offset: Where it starts among the characters that the spans count.
        spans: What is marked; parts of it that lie outside the text are left out.
    """
    place = 0
    for start, end in sorted((span.start - offset, span.end - offset) for span in spans if span):
        first, last = max(start, place), min(end, len(text))
        if first < last:
            if first > place:
                yield Run(text=text[place:first], marked=False)
            yield Run(text=text[first:last], marked=True)
            place = last
    if place < len(text):
        yield Run(text=text[place:], marked=False)
