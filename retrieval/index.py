"""Passages ↔ one positional index.

The words of all passages stand in one stream, transcript after transcript. For each term the index keeps its places in
that stream, so every count that ranking needs (in a passage, in its turn, in the words around it, in its transcript, of
two terms side by side) is a count of places within a range of the stream.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, overload

import numpy as np

from retrieval.arrays import cumulated, distinct
from retrieval.bm25 import Okapi, Postings, inverse_document_frequency
from retrieval.joining import joined
from retrieval.model import Passage, Span
from retrieval.places import hashed
from retrieval.segments import Register, Segment, segment_of
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.folded import Folded
    from retrieval.layout import Layout
    from retrieval.model import Header, Transcript
    from retrieval.tables import Lists, People, Table, Words
    from retrieval.tallies import Frequent


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranges:
    """Ranges of the stream, half-open: starts and ends of equal length."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


@dataclass(frozen=True, kw_only=True, eq=False)
class Index:
    """An immutable index of transcripts; equal transcripts give an equal index, however it came about.

    Attributes:
        transcripts: In the order of the stream; looking at one may read it from disk.
        headers: What they are, without their words.
        terms: All terms, sorted.
        spellings: All words as they are written, sorted.
        spelled: The numbers of the spellings that occur in each transcript, transcript after transcript.
        spelled_starts: Where each transcript's numbers start in `spelled`; one more than there are transcripts.
        speakers: Everybody who speaks, once.
        person_of: The number of the person that each of them is, see `Identities`.
        stream: Term numbers of all words, in order.
        places: Places in the stream, term after term.
        following: What stands after each of these places, as `hashed`.
        offsets: Where each term's places start in `places`; one more than there are terms.
        passage_starts: Where each passage starts in the stream; one more than there are passages.
        transcript_starts: Where each transcript starts among the passages; one more than there are transcripts.
        spans: Each passage's range of characters, shape (passages, 2).
        turn_of: The index of each passage's turn in its transcript.
        turn_bounds: First and one past the last passage of each passage's turn, shape (passages, 2).
        question_bounds: The same of the question that each passage answers; equal for none.
        speaker_of: The number of each passage's speaker, -1 for nobody.
        asked: Whether each passage is an asker's.
        postings: For each term, the passages that hold it and how often.
        layout: What lies where, block by block.
        frequent: The words that are almost everywhere, counted by cell.
        folded: The words of the transcripts in lower case.
        spoken: For each speaker, the passages.
        named: For each term of a name, the numbers of the speakers who bear it.
        titled: For each term of an office, the numbers of the speakers who hold it.
    """

    transcripts: Sequence[Transcript]
    headers: Sequence[Header | Transcript]
    terms: Words[Term]
    spellings: Words[str]
    speakers: People
    person_of: NDArray[np.int64]
    spelled: NDArray[np.int32]
    spelled_starts: NDArray[np.int64]
    stream: NDArray[np.int32]
    places: NDArray[np.int32]
    following: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    passage_starts: NDArray[np.int32]
    transcript_starts: NDArray[np.int64]
    spans: NDArray[np.int32]
    turn_of: NDArray[np.int32]
    turn_bounds: NDArray[np.int32]
    question_bounds: NDArray[np.int32]
    speaker_of: NDArray[np.int32]
    asked: NDArray[np.bool_]
    postings: Postings
    layout: Layout
    frequent: Frequent
    folded: Folded
    spoken: Lists
    named: Table[Term]
    titled: Table[Term]

    @classmethod
    def build(cls, transcripts: Sequence[Transcript]) -> Index:
        """Index transcripts in the order given."""
        register = Register()
        segments = (segment_of(transcript, register) for transcript in transcripts)
        return cls(transcripts=transcripts, headers=transcripts, **dict(joined(segments)))

    @property
    def segment(self) -> Segment:
        """All transcripts as one segment, in the numbers of this index."""
        own = {field.name: getattr(self, field.name) for field in fields(Segment) if field.name != "starts"}
        return Segment(starts=self.passage_starts, **own)

    @cached_property
    def okapi(self) -> Okapi:
        """rank-bm25's Okapi over the passages of this index."""
        return Okapi(self.vocabulary, self.postings, np.diff(self.passage_starts))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the transcripts, the commonest first."""
        return tuple(language for language, _ in Counter(header.language for header in self.headers).most_common())

    @cached_property
    def spoken_in(self) -> NDArray[np.str_]:
        """The language of each transcript."""
        return np.array([header.language for header in self.headers], dtype=np.str_)

    @property
    def vocabulary(self) -> Words[Term]:
        """The terms, each of which knows its number."""
        return self.terms

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The passages, each made when it is looked at."""
        return Passages(self)

    def bearers(self, terms: Iterable[Term], *, offices: bool = False) -> set[int]:
        """Return the numbers of the speakers whose name, or if wanted office, holds any of some terms."""
        tables = (self.named, self.titled) if offices else (self.named,)
        return {number for table in tables for term in terms for number in table.of_word(term).tolist()}

    def knows(self, term: Term) -> bool:
        """Tell whether a term occurs in the transcripts or in the name of somebody who speaks there."""
        return term in self.terms or term in self.named.words

    def places_of(self, term: Term) -> NDArray[np.int32]:
        """Return the places of a term in the stream, in order; none for an unknown term."""
        number = self.terms.get(term)
        return self.places[:0] if number is None else self.places_of_number(number)

    def places_of_number(self, number: int) -> NDArray[np.int32]:
        """Return the places of a term, given by its number, in order."""
        return self.places[self.offsets[number] : self.offsets[number + 1]]

    def places_of_run(self, run: Sequence[Term]) -> NDArray[np.int32]:
        """Return the places at which terms stand in a row."""
        numbers = [self.terms.get(term) for term in run]
        if not numbers or None in numbers:
            return self.places[:0]
        known = [number for number in numbers if number is not None]
        rarest = min(range(len(known)), key=lambda place: self.frequency(known[place]))
        starts = self.places_of_number(known[rarest]) - rarest
        starts = starts[(starts >= 0) & (starts + len(known) <= len(self.stream))]
        for offset, number in enumerate(known):
            starts = starts[self.stream[starts + offset] == number]
        return starts

    def places_of_pair(self, first: int, second: int) -> NDArray[np.int32]:
        """Return the places of a term right after which another stands, both given by number."""
        own = slice(self.offsets[first], self.offsets[first + 1])
        wanted = hashed(np.array([second], dtype=np.int32))[0]
        places = self.places[own][self.following[own] == wanted]
        others = self.places_of_number(second)
        behind = np.searchsorted(others, places + 1)
        there = behind < len(others)
        there[there] = others[behind[there]] == places[there] + 1
        return np.asarray(places[there])

    def frequency(self, number: int) -> int:
        """Return in how many passages a term stands, given by its number."""
        return int(self.postings.offsets[number + 1] - self.postings.offsets[number])

    def passages_at(self, places: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the passages that hold some places, one for each place."""
        return np.searchsorted(self.passage_starts, places, side="right") - 1

    def idf(self, frequency: int, smallest: int = 0) -> float:
        """Return the inverse document frequency of what stands in so many passages, of no fewer than a smallest."""
        size = max(len(self.passages), smallest)
        return float(inverse_document_frequency(size, np.array([frequency]))[0])

    def idf_at(self, places: NDArray[np.int32], smallest: int = 0) -> float:
        """Return the inverse document frequency of what stands at some places."""
        return self.idf(len(distinct(self.passages_at(places))), smallest)

    def terms_of(self, word: str) -> list[Term]:
        """Return the terms of a word in each language of the transcripts."""
        return [term for language in self.languages for term in analyse(word, language)]

    def own(self, numbers: NDArray[np.int64]) -> Ranges:
        """Return the ranges of passages."""
        return Ranges(starts=self.passage_starts[numbers], ends=self.passage_starts[numbers + 1])

    def turns(self, numbers: NDArray[np.int64]) -> Ranges:
        """Return the ranges of the turns that passages belong to."""
        bounds = self.turn_bounds[numbers]
        return Ranges(starts=self.passage_starts[bounds[:, 0]], ends=self.passage_starts[bounds[:, 1]])

    def around(self, numbers: NDArray[np.int64], words: int) -> Ranges:
        """Return the ranges of passages with so many words on either side, within their transcripts."""
        own, whole = self.own(numbers), self.whole(numbers)
        return Ranges(
            starts=np.maximum(own.starts - words, whole.starts), ends=np.minimum(own.ends + words, whole.ends)
        )

    def whole(self, numbers: NDArray[np.int64]) -> Ranges:
        """Return the ranges of the transcripts that passages belong to."""
        transcripts = self.transcripts_of(numbers)
        return Ranges(starts=self.edges[transcripts], ends=self.edges[transcripts + 1])

    def transcripts_of(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the numbers of the transcripts of passages."""
        return np.searchsorted(self.transcript_starts, numbers, side="right") - 1

    @cached_property
    def edges(self) -> NDArray[np.int32]:
        """Where each transcript starts in the stream; one more than there are transcripts."""
        return cumulated(self.layout.lengths).astype(np.int32)


def count(places: NDArray[np.int32], ranges: Ranges) -> NDArray[np.int64]:
    """Return how many of the places lie in each range."""
    return np.searchsorted(places, ranges.ends) - np.searchsorted(places, ranges.starts)


class Passages(Sequence[Passage]):
    """The passages of an index, in order; each becomes a record only when somebody looks."""

    def __init__(self, index: Index) -> None:
        """Read from the arrays of an index."""
        self._index = index

    def __len__(self) -> int:
        """Return how many passages there are."""
        return len(self._index.turn_of)

    @overload
    def __getitem__(self, number: int) -> Passage: ...
    @overload
    def __getitem__(self, number: slice) -> list[Passage]: ...
    def __getitem__(self, number: int | slice) -> Passage | list[Passage]:
        """Return a passage by its number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number < 0 or number >= len(self):
            raise IndexError(number)
        transcript = self._index.transcripts[int(self._index.transcripts_of(np.array([number]))[0])]
        start, end = self._index.spans[number].tolist()
        turn = transcript.turns[int(self._index.turn_of[number])]
        return Passage(transcript=transcript, turn=turn, span=Span(start=start, end=end))
