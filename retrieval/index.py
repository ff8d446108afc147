"""Passages ↔ one positional index.

The words of all passages stand in one stream, transcript after transcript. For each term the index keeps its places in
that stream, so every count that ranking needs (in a passage, in its turn, in the words around it, in its transcript, of
two terms side by side) is a count of places within a range of the stream.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING

import numpy as np

from retrieval.bm25 import Okapi, Postings, inverse_document_frequency
from retrieval.exchanges import question_before
from retrieval.passages import passages_of
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Passage, Speaker, Transcript

LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranges:
    """Ranges of the stream, half-open: starts and ends of equal length."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Index:
    """An immutable index of transcripts.

    Attributes:
        transcripts: In order of id.
        passages: In the order of transcripts and turns.
        vocabulary: Term → its number.
        spellings: Words of the transcripts in lower case → as they are written where they first occur.
        stream: Term numbers of all words, in order.
        places: Places in the stream, term after term.
        offsets: Where each term's places start in `places`; one more than there are terms.
        passage_starts: Where each passage starts in the stream; one more than there are passages.
        transcript_starts: Where each transcript starts among the passages; one more than there are transcripts.
        turn_bounds: First and one past the last passage of each passage's turn.
        question_bounds: First and one past the last passage of the question that each passage answers; equal for none.
        speakers: Everybody who speaks, once.
        speaker_of: The number of each passage's speaker, -1 for nobody.
        asked: Whether each passage is an asker's.
    """

    transcripts: tuple[Transcript, ...]
    passages: tuple[Passage, ...]
    vocabulary: dict[Term, int]
    spellings: dict[str, str]
    stream: NDArray[np.int32]
    places: NDArray[np.int32]
    offsets: NDArray[np.int64]
    passage_starts: NDArray[np.int64]
    transcript_starts: NDArray[np.int64]
    turn_bounds: NDArray[np.int64]
    question_bounds: NDArray[np.int64]
    speakers: tuple[Speaker, ...]
    speaker_of: NDArray[np.int32]
    asked: NDArray[np.bool_]

    @classmethod
    def build(cls, transcripts: Sequence[Transcript]) -> Index:
        """Index transcripts in the order given."""
        passages: list[Passage] = []
        vocabulary: dict[Term, int] = {}
        spellings: dict[str, str] = {}
        stream: list[int] = []
        passage_starts, transcript_starts = [0], [0]
        for transcript in transcripts:
            for word in sorted(set(LETTERS.findall(transcript.text))):
                spellings.setdefault(word.casefold(), word)
            for passage in passages_of(transcript):
                terms = analyse(transcript.slice(passage.span), transcript.language)
                stream += [vocabulary.setdefault(term, len(vocabulary)) for term in terms]
                passages.append(passage)
                passage_starts.append(len(stream))
            transcript_starts.append(len(passages))
        numbers = np.array(stream, dtype=np.int32)
        bounds = _turn_bounds(passages)
        speakers = tuple(dict.fromkeys(passage.turn.speaker for passage in passages if passage.turn.speaker))
        numbered: dict[Speaker | None, int] = {speaker: number for number, speaker in enumerate(speakers)}
        return cls(
            transcripts=tuple(transcripts),
            passages=tuple(passages),
            vocabulary=vocabulary,
            spellings=spellings,
            stream=numbers,
            places=np.argsort(numbers, kind="stable").astype(np.int32),
            offsets=_cumulated(np.bincount(numbers, minlength=len(vocabulary))),
            passage_starts=np.array(passage_starts, dtype=np.int64),
            transcript_starts=np.array(transcript_starts, dtype=np.int64),
            turn_bounds=bounds,
            question_bounds=_question_bounds(passages, bounds),
            speakers=speakers,
            speaker_of=np.array([numbered.get(passage.turn.speaker, -1) for passage in passages], dtype=np.int32),
            asked=np.array([passage.turn.role == "asker" for passage in passages], dtype=bool),
        )

    @cached_property
    def okapi(self) -> Okapi:
        """rank-bm25's Okapi over the passages of this index."""
        return Okapi(self.vocabulary, self.postings, np.diff(self.passage_starts))

    @cached_property
    def postings(self) -> Postings:
        """For each term, the passages that hold it and how often."""
        return Postings.from_places(self.places, self.offsets, self.passage_starts)

    @cached_property
    def transcript_of(self) -> NDArray[np.int64]:
        """The number of each passage's transcript."""
        return np.repeat(np.arange(len(self.transcripts)), np.diff(self.transcript_starts))

    @cached_property
    def named(self) -> dict[Term, set[int]]:
        """For each term of a name, the numbers of the speakers who bear it."""
        bearers: dict[Term, set[int]] = {}
        for number, speaker in enumerate(self.speakers):
            for term in analyse(speaker.name):
                bearers.setdefault(term, set()).add(number)
        return bearers

    def bearers(self, terms: Iterable[Term]) -> set[int]:
        """Return the numbers of the speakers whose name holds any of some terms."""
        return {number for term in terms for number in self.named.get(term, ())}

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
        languages = dict.fromkeys(transcript.language for transcript in self.transcripts)
        return [term for language in languages for term in analyse(word, language)]

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


def _cumulated(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def _turn_bounds(passages: Sequence[Passage]) -> NDArray[np.int64]:
    """Return for each passage the first and one past the last passage of its turn, shape (passages, 2)."""
    bounds = np.zeros((len(passages), 2), dtype=np.int64)
    first = 0
    for number, passage in enumerate(passages):
        if passage.turn is not passages[first].turn:
            first = number
        bounds[number, 0] = first
        bounds[first : number + 1, 1] = number + 1
    return bounds


def _question_bounds(passages: Sequence[Passage], turn_bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each passage the bounds of the question that it answers, shape (passages, 2); equal for none."""
    bounds = np.zeros((len(passages), 2), dtype=np.int64)
    for number, passage in enumerate(passages):
        question = question_before(passage.transcript.turns, passage.turn)
        earlier = turn_bounds[number, 0]
        while question is not None and passages[earlier].turn is not question:
            earlier = turn_bounds[earlier - 1, 0]
            bounds[number] = turn_bounds[earlier]
    return bounds
