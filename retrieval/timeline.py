"""What was said on something, in the order of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answering import term_weights, unknown_words
from retrieval.catalogue import holding
from retrieval.excerpts import best_excerpt
from retrieval.quotes import quote_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.model import Quote, Searched, UnknownWord
    from retrieval.plan import Plan
    from retrieval.scope import Scope
    from retrieval.terms import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """When something was spoken of, and some of what was said.

    Attributes:
        words: What was looked for, as typed.
        total: In how many passages every word of it is spoken.
        counts: For each day of which there is a transcript in what was searched, in how many passages; in order.
        undated: In how many passages of transcripts without a date.
        quotes: Some of the passages' words, the oldest first, those without a date last.
        first: How many passages come before the first quote.
        shown: How many passages the quotes stand for: where two share a sentence, one quote does for both.
        unknown: Words of it that are spoken nowhere in what was searched.
        searched: What was searched.
    """

    words: str
    total: int
    counts: tuple[tuple[date, int], ...]
    undated: int
    quotes: tuple[Quote, ...]
    first: int
    shown: int
    unknown: tuple[UnknownWord, ...]
    searched: Searched


def timeline(plan: Plan, scope: Scope, first: int, limit: int) -> Timeline:
    """Return when the passages of a scope speak of something, and quotes of so many of them from a first one on."""
    index = plan.index
    found = _by_date(index, holding(plan, scope))
    first = min(max(first, 0), max(len(found) - 1, 0) // limit * limit)
    days = _days(index, found)
    weights = term_weights(plan) if len(found) else {}
    silent = {index.headers[number].date: 0 for number in scope.transcripts.tolist()}
    return Timeline(
        words=plan.question.text,
        total=len(found),
        counts=tuple(sorted((day, number) for day, number in {**silent, **days}.items() if day)),
        undated=days.get(None, 0),
        quotes=tuple(_apart(_quote(index, number, weights) for number in found[first : first + limit].tolist())),
        first=first,
        shown=len(found[first : first + limit]),
        unknown=unknown_words(plan, scope),
        searched=scope.searched,
    )


def _by_date(index: Index, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return passages in the order of their transcripts' dates, undated ones last; within a transcript as spoken."""
    last = max((header.date.toordinal() for header in index.headers if header.date), default=0) + 1
    dates = np.array([header.date.toordinal() if header.date else last for header in index.headers], dtype=np.int64)
    return numbers[np.argsort(dates[index.transcripts_of(numbers)], kind="stable")]


def _days(index: Index, numbers: NDArray[np.int64]) -> Counter[date | None]:
    """Return how many of some passages are of each date."""
    days: Counter[date | None] = Counter()
    for transcript, passages in Counter(index.transcripts_of(numbers).tolist()).items():
        days[index.headers[transcript].date] += passages
    return days


def _apart(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Yield quotes without those that overlap the one before."""
    before: Quote | None = None
    for quote in quotes:
        same = before is not None and before.transcript.id == quote.transcript.id
        if before is None or not same or quote.span.start >= before.span.end:
            yield quote
            before = quote


def _quote(index: Index, number: int, weights: Mapping[Term, float]) -> Quote:
    passage = index.passages[number]
    return quote_at(passage.transcript, passage.turn, best_excerpt(passage, weights))
