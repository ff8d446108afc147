"""Passages ↔ one positional index.

The words of all passages stand in one stream, transcript after transcript. For each term the index keeps its places in
that stream, so every count that ranking needs (in a passage, in its turn, in the words around it, in its transcript, of
two terms side by side) is a count of places within a range of the stream.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING, overload

import numpy as np

from retrieval.arrays import cumulated, joined, renumbered, shifted
from retrieval.bm25 import Okapi, Postings, inverse_document_frequency
from retrieval.model import Passage, Span
from retrieval.segments import Segment, segment_of
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from retrieval.model import Header, Speaker, Transcript


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranges:
    """Ranges of the stream, half-open: starts and ends of equal length."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
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
        stream: Term numbers of all words, in order.
        places: Places in the stream, term after term.
        offsets: Where each term's places start in `places`; one more than there are terms.
        passage_starts: Where each passage starts in the stream; one more than there are passages.
        transcript_starts: Where each transcript starts among the passages; one more than there are transcripts.
        spans: Each passage's range of characters, shape (passages, 2).
        turn_of: The index of each passage's turn in its transcript.
        turn_bounds: First and one past the last passage of each passage's turn, shape (passages, 2).
        question_bounds: The same of the question that each passage answers; equal for none.
        speaker_of: The number of each passage's speaker, -1 for nobody.
        asked: Whether each passage is an asker's.
    """

    transcripts: Sequence[Transcript]
    headers: Sequence[Header | Transcript]
    terms: Sequence[Term]
    spellings: Sequence[str]
    speakers: Sequence[Speaker]
    spelled: NDArray[np.int32]
    spelled_starts: NDArray[np.int64]
    stream: NDArray[np.int32]
    places: NDArray[np.int32]
    offsets: NDArray[np.int64]
    passage_starts: NDArray[np.int64]
    transcript_starts: NDArray[np.int64]
    spans: NDArray[np.int32]
    turn_of: NDArray[np.int32]
    turn_bounds: NDArray[np.int64]
    question_bounds: NDArray[np.int64]
    speaker_of: NDArray[np.int32]
    asked: NDArray[np.bool_]

    @classmethod
    def build(cls, transcripts: Sequence[Transcript]) -> Index:
        """Index transcripts in the order given."""
        return cls.join(transcripts, transcripts, [segment_of(transcript) for transcript in transcripts])

    @classmethod
    def join(
        cls, transcripts: Sequence[Transcript], headers: Sequence[Header | Transcript], segments: Sequence[Segment]
    ) -> Index:
        """Index transcripts of which the segments are known, in the same order."""
        terms, streams = renumbered([(segment.terms, segment.stream) for segment in segments])
        spellings, spelled = renumbered([(segment.spellings, segment.spelled) for segment in segments])
        speakers, speaker_of = _speakers(segments)
        stream = joined(streams, np.int32)
        words = cumulated([len(one) for one in streams])
        passages = cumulated([len(segment.turn_of) for segment in segments])
        return cls(
            transcripts=transcripts,
            headers=headers,
            terms=terms,
            spellings=spellings,
            speakers=speakers,
            spelled=joined(spelled, np.int32),
            spelled_starts=cumulated([len(one) for one in spelled]),
            stream=stream,
            places=np.argsort(stream, kind="stable").astype(np.int32),
            offsets=cumulated(np.bincount(stream, minlength=len(terms))),
            passage_starts=np.append(shifted([segment.starts[:-1] for segment in segments], words), words[-1]),
            transcript_starts=passages,
            spans=joined([segment.spans for segment in segments], np.int32, columns=2),
            turn_of=joined([segment.turn_of for segment in segments], np.int32),
            turn_bounds=shifted([segment.turn_bounds for segment in segments], passages, columns=2),
            question_bounds=shifted([segment.question_bounds for segment in segments], passages, columns=2),
            speaker_of=joined(speaker_of, np.int32),
            asked=joined([segment.asked for segment in segments], np.bool_),
        )

    def segment(self, number: int) -> Segment:
        """Return the segment of a transcript, given by number, in the numbers of this index."""
        first, last = self.transcript_starts[number : number + 2]
        start, end = self.passage_starts[[first, last]]
        return Segment(
            terms=self.terms,
            stream=self.stream[start:end],
            spellings=self.spellings,
            spelled=self.spelled[self.spelled_starts[number] : self.spelled_starts[number + 1]],
            starts=self.passage_starts[first : last + 1] - start,
            spans=self.spans[first:last],
            turn_of=self.turn_of[first:last],
            turn_bounds=self.turn_bounds[first:last] - first,
            question_bounds=self.question_bounds[first:last] - first,
            speakers=self.speakers,
            speaker_of=self.speaker_of[first:last],
            asked=self.asked[first:last],
        )

    @cached_property
    def okapi(self) -> Okapi:
        """rank-bm25's Okapi over the passages of this index."""
        return Okapi(self.vocabulary, self.postings, np.diff(self.passage_starts))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the transcripts, the commonest first."""
        return tuple(language for language, _ in Counter(header.language for header in self.headers).most_common())

    @cached_property
    def vocabulary(self) -> dict[Term, int]:
        """Term → its number."""
        return {term: number for number, term in enumerate(self.terms)}

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The passages, each made when it is looked at."""
        return Passages(self)

    @cached_property
    def folded(self) -> dict[str, str]:
        """Words of the transcripts in lower case → as they are written."""
        return {spelling.casefold(): spelling for spelling in reversed(self.spellings)}

    @cached_property
    def postings(self) -> Postings:
        """For each term, the passages that hold it and how often."""
        return Postings.from_places(self.places, self.offsets, self.passage_starts)

    @cached_property
    def transcript_of(self) -> NDArray[np.int64]:
        """The number of each passage's transcript."""
        return np.repeat(np.arange(len(self.transcript_starts) - 1), np.diff(self.transcript_starts))

    @cached_property
    def named(self) -> dict[Term, set[int]]:
        """For each term of a name, the numbers of the speakers who bear it."""
        return _by_term((number, speaker.name) for number, speaker in enumerate(self.speakers))

    @cached_property
    def titled(self) -> dict[Term, set[int]]:
        """For each term of an office, the numbers of the speakers who hold it."""
        return _by_term((number, speaker.title or "") for number, speaker in enumerate(self.speakers))

    def bearers(self, terms: Iterable[Term], *, offices: bool = False) -> set[int]:
        """Return the numbers of the speakers whose name, or if wanted office, holds any of some terms."""
        tables = (self.named, self.titled) if offices else (self.named,)
        return {number for table in tables for term in terms for number in table.get(term, ())}

    def knows(self, term: Term) -> bool:
        """Tell whether a term occurs in the transcripts or in the name of somebody who speaks there."""
        return term in self.vocabulary or term in self.named

    def places_of(self, term: Term) -> NDArray[np.int32]:
        """Return the places of a term in the stream, in order; none for an unknown term."""
        number = self.vocabulary.get(term)
        if number is None:
            return self.places[:0]
        return self.places[self.offsets[number] : self.offsets[number + 1]]

    def places_of_run(self, run: Sequence[Term]) -> NDArray[np.int32]:
        """Return the places at which terms stand in a row."""
        shifted = (self.places_of(term) - offset for offset, term in enumerate(run))
        return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), shifted)

    def idf_at(self, places: NDArray[np.int32], smallest: int = 0) -> float:
        """Return the inverse document frequency of what stands at some places, in no fewer passages than a smallest."""
        frequency = len(np.unique(np.searchsorted(self.passage_starts, places, side="right")))
        size = max(len(self.passages), smallest)
        return float(inverse_document_frequency(size, np.array([frequency]))[0])

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

    def reach(self, numbers: NDArray[np.int64]) -> tuple[int, int]:
        """Return the range of the stream from the first to the last transcript of some passages, which ascend."""
        if not len(numbers):
            return 0, 0
        whole = self.whole(numbers[[0, -1]])
        return int(whole.starts[0]), int(whole.ends[1])

    def whole(self, numbers: NDArray[np.int64]) -> Ranges:
        """Return the ranges of the transcripts that passages belong to."""
        transcripts = self.transcript_of[numbers]
        starts = self.passage_starts[self.transcript_starts]
        return Ranges(starts=starts[transcripts], ends=starts[transcripts + 1])


def count(places: NDArray[np.int32], ranges: Ranges) -> NDArray[np.int64]:
    """Return how many of the places lie in each range."""
    return np.searchsorted(places, ranges.ends) - np.searchsorted(places, ranges.starts)


def within(places: NDArray[np.int32], reach: tuple[int, int]) -> NDArray[np.int32]:
    """Return the places that lie in one range of the stream."""
    first, last = np.searchsorted(places, reach)
    return places[first:last]


def _by_term(names: Iterable[tuple[int, str]]) -> dict[Term, set[int]]:
    """Return for each term the numbers of the names that hold it."""
    found: dict[Term, set[int]] = {}
    for number, name in names:
        for term in analyse(name):
            found.setdefault(term, set()).add(number)
    return found


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
        transcript = self._index.transcripts[int(self._index.transcript_of[number])]
        start, end = self._index.spans[number].tolist()
        turn = transcript.turns[int(self._index.turn_of[number])]
        return Passage(transcript=transcript, turn=turn, span=Span(start=start, end=end))


def _speakers(segments: Sequence[Segment]) -> tuple[tuple[Speaker, ...], list[NDArray[np.int32]]]:
    """Return everybody who speaks in the order of appearance, and each passage's speaker by number among them."""
    numbers: dict[Speaker, int] = {}
    renamed: list[NDArray[np.int32]] = []
    for segment in segments:
        own, firsts = np.unique(segment.speaker_of, return_index=True)
        table = np.full(len(segment.speakers) + 1, -1, dtype=np.int32)
        for number in own[np.argsort(firsts)]:
            if number >= 0:
                table[number] = numbers.setdefault(segment.speakers[number], len(numbers))
        renamed.append(table[segment.speaker_of])
    return tuple(numbers), renamed
