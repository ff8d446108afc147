"""The words that somebody has typed so far → quotes that go on from there."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from retrieval.model import Span
from retrieval.quotes import quote_at
from retrieval.sentences import sentences
from retrieval.terms import Term, readings, spelled, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.model import Passage, Quote

FORMS = 64  # words that an unfinished one may become, and of these
COMMON = 20_000  # places of these that are looked at
TRANSCRIPTS = 4  # that are looked into: reading one from disk takes a while
MOST = 60  # places that are looked at in these


def complete(index: Index, typed: str, limit: int, longest: int) -> list[Quote]:
    """Return quotes, each other words, that start with what was typed; those that start a sentence first.

    Args:
        index: Where to look.
        typed: Words, of which the last may be unfinished.
        limit: How many quotes at most.
        longest: Characters that a quote may have.
    """
    wanted = [word for word, _, _ in spelled(typed)]
    if not wanted:
        return []
    found: dict[str, tuple[bool, Quote]] = {}
    unfinished = typed == typed.rstrip()
    for passage, offset in _places(index, typed, unfinished=unfinished):
        quote, opens = _quote(passage, offset, longest)
        told = [word for word, _, _ in spelled(quote.text)][: len(wanted)]
        if told == wanted or (unfinished and _may_become(wanted, told)):
            found.setdefault(quote.text.casefold(), (not opens, quote))
        if sum(not within for within, _ in found.values()) >= limit:
            break
    return [quote for _, quote in sorted(found.values(), key=lambda pair: pair[0])][:limit]


def _places(index: Index, typed: str, *, unfinished: bool) -> Iterator[tuple[Passage, int]]:
    """Yield passages with the character at which the words that were typed may start in them."""
    starts = _rows(index, _alternatives(index, typed, unfinished=unfinished))
    passages = np.searchsorted(index.passage_starts, starts, side="right") - 1
    transcripts = index.transcripts_of(passages)
    first = np.isin(transcripts, np.unique(transcripts)[:TRANSCRIPTS])
    for start, number in zip(starts[first][:MOST].tolist(), passages[first][:MOST].tolist(), strict=True):
        passage = index.passages[number]
        text = passage.transcript.slice(passage.span)
        yield (
            passage,
            passage.span.start + words(text, passage.transcript.language)[start - index.passage_starts[number]].start,
        )


def _alternatives(index: Index, typed: str, *, unfinished: bool) -> list[list[Term]]:
    """Return for each word that was typed the terms that it may be; for an unfinished one all that it may become."""
    told = words(typed, index.languages[0])
    read = (readings(typed, language) for language in index.languages)
    whole = [sorted(frozenset[Term]().union(*terms)) for terms in zip(*read, strict=True)]
    if unfinished and whole:
        whole[-1] = sorted({*whole[-1], *_becoming(index, typed[told[-1].start : told[-1].end])})
    return whole


def _becoming(index: Index, start: str) -> Iterator[Term]:
    """Yield the terms of words in the transcripts that start so, in small letters, with a capital or in capitals."""
    for form in dict.fromkeys((start.casefold(), start.capitalize(), start.upper())):
        first = bisect_left(index.spellings, form)
        forms = (index.spellings[number] for number in range(first, min(first + FORMS, len(index.spellings))))
        for word in takewhile(lambda word, form=form: word.startswith(form), forms):  # type: ignore[misc]
            yield from index.terms_of(word)


def _rows(index: Index, alternatives: Sequence[Sequence[Term]]) -> NDArray[np.int64]:
    """Return the places in the stream at which words stand in a row, each as one of its terms."""
    numbers = [[number for number in map(index.terms.get, terms) if number is not None] for terms in alternatives]
    counts = [sum(len(index.places_of_number(number)) for number in some) for some in numbers]
    rarest = counts.index(min(counts))
    # Each term's places are in order: what is among the first of all is among the first of its own.
    places = [index.places_of_number(number)[:COMMON] for number in numbers[rarest]]
    starts = np.sort(np.concatenate([index.places[:0], *places]))[:COMMON].astype(np.int64) - rarest
    starts = starts[(starts >= 0) & (starts + len(numbers) <= len(index.stream))]
    for word in sorted(range(len(numbers)), key=counts.__getitem__):
        starts = starts[np.isin(index.stream[starts + word], numbers[word])]
    return np.unique(starts)


def _quote(passage: Passage, start: int, longest: int) -> tuple[Quote, bool]:
    """Return the quote from a character to the end of its sentence or what fits of it, and whether it opens that."""
    transcript, turn = passage.transcript, passage.turn
    reach = Span(start=max(turn.span.start, start - longest), end=min(turn.span.end, start + 2 * longest))
    told = next((one for one in sentences(transcript.text, reach, transcript.language) if one.end > start), reach)
    text = transcript.text[start : told.end]
    if len(text) > longest:
        text = text[: max((end for _, _, end in spelled(text[: longest + 1]) if end <= longest), default=longest)]
    return quote_at(transcript, turn, Span(start=start, end=start + len(text))), told.start == start


def _may_become(typed: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether words are those that were typed but for the last, which goes on."""
    return told[:-1] == typed[:-1] and len(told) == len(typed) and told[-1].startswith(typed[-1])
