"""Places in the index → words in the transcripts, held against a quotation's: here it shows what was said exactly."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from retrieval.checking.differences import compare, verbatim
from retrieval.checking.meaning import Wording
from retrieval.model import Match, Span
from retrieval.quotes import quote_at
from retrieval.terms import analyse, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from retrieval.checking.differences import Comparison
    from retrieval.index import Index
    from retrieval.model import Passage, Transcript

AROUND = 6  # words on either side of where words were sighted that are looked at besides
WELL_KNOWN = 5000  # words from which a library shows which of them are never written small


class Verifier:
    """The words of a quotation, to be held against what was said."""

    def __init__(self, index: Index, words: str) -> None:
        """Take the words.

        Args:
            index: Where they may stand.
            words: As put to us, with blanks in place of all that is not quoted.
        """
        self._index = index
        self._words = words

    def exactly(self, rows: NDArray[np.int64], length: int) -> Iterator[Match]:
        """Yield the places where a turn holds the words exactly, or but for a denial that was cut off.

        Args:
            rows: Where the terms stand in a row, by place in the stream.
            length: How many terms that is.
        """
        whole = Span(start=0, end=len(self._words))
        for first, last in np.unique(self._passages(rows, rows + length - 1), axis=0).tolist():
            if self._index.turn_bounds[first, 0] == self._index.turn_bounds[last, 0]:
                opening, ending = self._index.passages[first], self._index.passages[last]
                said = self._said(opening, ending)
                claimed = self._claimed(opening.transcript)
                for found in verbatim(claimed, said, opening.span.start):
                    yield _match(opening, found, said, whole)

    def nearly(self, first: int, last: int, turn: range, part: Span) -> Match | None:
        """Return how a part of the words compares with what was said; None where they share nothing.

        Args:
            first: Where that starts in the stream.
            last: Its last word.
            turn: The range of its turn.
            part: The characters of the quotation.
        """
        first, last = max(first - AROUND, turn.start), min(last + AROUND, turn.stop - 1)
        edges = self._passages(np.array([first]), np.array([last]))[0].tolist()
        opening, ending = (self._index.passages[number] for number in edges)
        said, claimed = self._said(opening, ending), self._claimed(opening.transcript)
        heard = words(said.text, said.language)[first - self._index.passage_starts[edges[0]] :][: last - first + 1]
        around = said.within(Span(start=heard[0].start, end=heard[-1].end)) if heard else range(len(said.tokens))
        found = compare(claimed, claimed.within(part), said, around, opening.span.start)
        return _match(opening, found, said, part) if found else None

    def _passages(self, firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the passages of the first and last words of ranges of the stream, shape (ranges, 2)."""
        return np.searchsorted(self._index.passage_starts, np.stack([firsts, lasts], axis=1), side="right") - 1

    def _claimed(self, transcript: Transcript) -> Wording:
        return Wording(self._words, transcript.language, self._names(transcript))

    def _said(self, opening: Passage, ending: Passage) -> Wording:
        """Return the words from one passage to another of the same turn."""
        transcript = opening.transcript
        text = transcript.text[opening.span.start : ending.span.end]
        return Wording(text, transcript.language, self._names(transcript))

    def _names(self, transcript: Transcript) -> Callable[[str], bool]:
        """Return what tells whether a word in lower case is a name, seen from a transcript."""
        return lambda word: self._is_name(word, transcript)

    def _is_name(self, word: str, transcript: Transcript) -> bool:
        """Tell whether a word is somebody's who speaks, or written as a name where it could be written small."""
        capital, small = (is_written(self._index, form) for form in (word.capitalize(), word))
        if capital and small:
            return False
        if any(term in self._index.named for term in analyse(word)):
            return True
        if small or not any(len(self._index.places_of(term)) for term in self._index.terms_of(word)):
            return False
        if capital and len(self._index.spellings) >= WELL_KNOWN:
            return True
        within_sentence = re.finditer(rf"(?<=[^\W\d_,;] ){re.escape(word)}\b", transcript.text, re.IGNORECASE)
        return any(found[0][0].isupper() for found in within_sentence)


def is_written(index: Index, form: str) -> bool:
    """Tell whether a word occurs in the transcripts, written just so."""
    place = bisect_left(index.spellings, form)
    return place < len(index.spellings) and index.spellings[place] == form


def _match(opening: Passage, found: Comparison, said: Wording, part: Span) -> Match:
    own = said.slice(found.first, found.last)
    span = Span(start=opening.span.start + own.start, end=opening.span.start + own.end)
    quote = quote_at(opening.transcript, opening.turn, span)
    return Match(quote=quote, differences=found.differences, part=part)
