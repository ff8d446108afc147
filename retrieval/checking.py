"""Quotation → Verdict: whether these words were said.

Case, punctuation, white space, quote marks and dashes make no difference.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from retrieval.errors import EmptyQuestionError
from retrieval.model import Match, Quote, Searched, Span, Transcript, Turn, Verdict, VerdictKind
from retrieval.quotes import quote_at
from retrieval.terms import UNSPACED_CHARACTER, readings, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.model import Speaker
    from retrieval.terms import Term


def check(index: Index, quotation: str, speakers: frozenset[Speaker] | None, searched: Searched) -> Verdict:
    """Tell whether a quotation was said, and if speakers are given, whether it was one of them.

    Raises:
        EmptyQuestionError: There is no word in the quotation.
    """
    if not spelled(quotation):
        raise EmptyQuestionError("the quotation holds no word; give the words to look for")
    said = sorted(_occurrences(index, quotation), key=_place)
    theirs = [quote for quote in said if speakers is None or quote.speaker in speakers]
    kind: VerdictKind = "exact" if theirs else "other_speaker" if said else "not_found"
    matches = tuple(Match(quote=quote) for quote in theirs or said)
    return Verdict(quotation=quotation, kind=kind, matches=matches, searched=searched)


def _place(quote: Quote) -> tuple[bool, int, str, int]:
    """Sort by date, the earliest first and the undated last, then by place."""
    day = quote.transcript.date
    return day is None, day.toordinal() if day else 0, quote.transcript.id, quote.span.start


def _occurrences(index: Index, quotation: str) -> Iterator[Quote]:
    """Yield each place where one turn holds exactly these words."""
    for language in index.languages:
        for passage in _starts(index, readings(quotation, language)):
            transcript, turn = index.passages[passage].transcript, index.passages[passage].turn
            if transcript.language == language:
                for span in _within(transcript, turn, quotation):
                    yield quote_at(transcript, turn, span)


def _starts(index: Index, phrase: Sequence[frozenset[Term]]) -> Sequence[int]:
    """Return the first passage of each turn in which a run of terms starts."""
    runs = [np.unique(np.concatenate([index.places_of(term) for term in terms])) for terms in phrase]
    shifted = (places - offset for offset, places in enumerate(runs))
    places: NDArray[np.int32] = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), shifted)
    if not len(places):
        places = _places_holding(index, phrase)
    passages = np.searchsorted(index.passage_starts, places, side="right") - 1
    firsts: list[int] = np.unique(index.turn_bounds[passages, 0]).tolist()
    return firsts


def _places_holding(index: Index, phrase: Sequence[frozenset[Term]]) -> NDArray[np.int32]:
    """Return the places of a phrase's first sign where words are not spaced; none where they are.

    A quotation may begin between the pairs of characters that are indexed, and leave out punctuation that parts them.
    """
    signs = (UNSPACED_CHARACTER.search(term) for terms in phrase for term in terms)
    first = next((sign[0] for sign in signs if sign), None)
    holding = [index.places_of(term) for term in index.vocabulary if first and first in term]
    return np.concatenate([index.places[:0], *holding])


def _within(transcript: Transcript, turn: Turn, quotation: str) -> Iterator[Span]:
    """Yield the spans of a turn whose words are spelled as the quotation's."""
    claimed = [word for word, _, _ in spelled(quotation)]
    said = spelled(transcript.slice(turn.span))
    for first in range(len(said) - len(claimed) + 1):
        if all(said[first + step][0] == word for step, word in enumerate(claimed)):
            start, end = said[first][1], said[first + len(claimed) - 1][2]
            yield Span(start=turn.span.start + start, end=turn.span.start + end)
