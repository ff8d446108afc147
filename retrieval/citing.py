"""An id that was cited earlier → its words as they stand now: unchanged, corrected since, or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.checking import check
from retrieval.errors import TooFewWordsError
from retrieval.index import Index
from retrieval.model import Cited, Searched, Span
from retrieval.quotes import Place, place_of, quote_at, turn_around
from retrieval.terms import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from retrieval.model import Match, Quote, Transcript


def cite(index: Index, quote_id: str, earlier: Callable[[str], Iterable[str]]) -> Cited:
    """Return what became of a quote since it was cited.

    Args:
        index: Of the transcripts as they are now.
        quote_id: As it was cited.
        earlier: Gives what is remembered of a transcript's earlier texts, by its id, the latest first.

    Raises:
        UnknownQuoteError: It is no quote id.
    """
    place = place_of(quote_id)
    number = next((number for number, header in enumerate(index.headers) if place.is_in(header.id)), None)
    if number is None:
        return Cited(id=place.id, kind="gone")
    transcript = index.transcripts[number]
    standing = _standing(transcript, place)
    if standing is not None:
        return Cited(id=place.id, kind="unchanged", quote=standing, words=standing.text)
    words = next((text[place.start : place.end] for text in earlier(transcript.id) if place.stands_in(text)), None)
    if words is None:
        return Cited(id=place.id, kind="corrected", quote=_at(transcript, place))
    match = _nearest(transcript, words)
    differences = match.differences if match else ()
    return Cited(
        id=place.id, kind="corrected", quote=match.quote if match else None, words=words, differences=differences
    )


def _standing(transcript: Transcript, place: Place) -> Quote | None:
    """Return the very words that were cited, where they were or wherever they moved to; None where they are gone."""
    starts = (found.start() for found in WORD.finditer(transcript.text))
    for start in (place.start, *starts):
        span = Span(start=start, end=start + place.length)
        turn = turn_around(transcript, span)
        if turn is not None and place.has(transcript.slice(span)):
            return quote_at(transcript, turn, span)
    return None


def _nearest(transcript: Transcript, words: str) -> Match | None:
    """Return where a transcript says now what it said in other words."""
    index = Index.build([transcript])
    try:
        verdict = check(index, words, None, Searched(transcripts=1, passages=len(index.passages)))
    except TooFewWordsError:
        return None
    return verdict.matches[0] if verdict.matches else None


def _at(transcript: Transcript, place: Place) -> Quote | None:
    """Return the whole words that stand now where a quote stood; None where nobody says any there."""
    words = [found.span() for found in WORD.finditer(transcript.text, place.start, place.end)]
    turn = turn_around(transcript, Span(start=words[0][0], end=words[0][1])) if words else None
    if turn is None:
        return None
    end = max(end for _, end in words if end <= turn.span.end)
    return quote_at(transcript, turn, Span(start=words[0][0], end=end))
