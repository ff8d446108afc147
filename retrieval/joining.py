"""Segments → the fields of one index, each as soon as it is known, so that the large ones need not be held together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.arrays import Growing, cumulated
from retrieval.counting import Counting
from retrieval.folded import Folded
from retrieval.layout import Layout
from retrieval.numbering import Naming, Numbers
from retrieval.places import Placing, portions
from retrieval.tables import Lists, People, Table, Words
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Speaker
    from retrieval.segments import Segment


def joined(segments: Iterable[Segment]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the index of some segments by name, in an order that keeps the least in memory.

    Args:
        segments: In the order of the index; each is forgotten as soon as it was looked at.
    """
    gathered = Gathered()
    for segment in segments:
        gathered.add(segment)
    yield from _speaking(gathered.speakers, gathered.speaker_of.whole())
    yield from _spelling(gathered.spellings, gathered.spelled_in)
    starts, passages = gathered.passage_starts(), gathered.passages()
    yield "passage_starts", starts
    yield from passages.items()
    bounds = passages["turn_bounds"], passages["question_bounds"]
    yield "layout", Layout.of(starts, passages["transcript_starts"], *bounds)
    del passages, bounds
    yield from _saying(gathered.terms, starts)


class Gathered:
    """What an index needs of its segments, one after the other."""

    def __init__(self) -> None:
        """Begin without a segment."""
        self.terms: Naming[Term] = Naming()
        self.spellings: Naming[str] = Naming()
        self.speakers: Numbers[Speaker] = Numbers()
        self.spelled_in: list[int] = []
        self.speaker_of = Growing(np.int32)
        self._held_in: list[int] = []
        self._lengths = Growing(np.int32)
        self._spans = Growing(np.int32)
        self._turn_of = Growing(np.int32)
        self._turn_bounds = Growing(np.int32)
        self._question_bounds = Growing(np.int32)
        self._asked = Growing(np.bool_)

    def add(self, segment: Segment) -> None:
        """Take over what the next segment says."""
        first = len(self._turn_of)
        self.terms.add(segment.terms, segment.stream)
        self.spellings.add(segment.spellings, segment.spelled)
        self.spelled_in += np.diff(segment.spelled_starts).tolist()
        self._held_in += np.diff(segment.transcript_starts).tolist()
        self.speaker_of.add(self._numbered(segment.speakers, segment.speaker_of))
        self._lengths.add(np.diff(segment.starts))
        self._spans.add(segment.spans)
        self._turn_of.add(segment.turn_of)
        self._turn_bounds.add(segment.turn_bounds + np.int32(first))
        self._question_bounds.add(segment.question_bounds + np.int32(first))
        self._asked.add(segment.asked)

    def passage_starts(self) -> NDArray[np.int32]:
        """Return where each passage starts in the stream; one more than there are passages."""
        return cumulated(self._lengths.whole()).astype(np.int32)

    def passages(self) -> dict[str, NDArray[Any]]:
        """Return what else an index knows of its passages, by attribute."""
        return {
            "transcript_starts": cumulated(self._held_in),
            "spans": self._spans.whole().reshape(-1, 2),
            "turn_of": self._turn_of.whole(),
            "turn_bounds": self._turn_bounds.whole().reshape(-1, 2),
            "question_bounds": self._question_bounds.whole().reshape(-1, 2),
            "asked": self._asked.whole(),
        }

    def _numbered(self, speakers: Sequence[Speaker], speaker_of: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return each passage's speaker by number among everybody, who are numbered in the order of appearance."""
        firsts = np.full(len(speakers) + 1, len(speaker_of), dtype=np.int64)
        firsts[speaker_of[::-1]] = np.arange(len(speaker_of))[::-1]
        firsts[-1] = len(speaker_of)  # nobody
        order = np.argsort(firsts, kind="stable")
        own = order[: int(np.searchsorted(firsts[order], len(speaker_of)))]
        table = np.full(len(speakers) + 1, -1, dtype=np.int32)
        table[own] = self.speakers.of(speakers[number] for number in own.tolist())
        return table[speaker_of]


def _speaking(numbers: Numbers[Speaker], speaker_of: NDArray[np.int32]) -> Iterator[tuple[str, Any]]:
    """Yield who speaks, and where."""
    speakers = list(numbers)
    yield "speakers", People.of(speakers)
    yield "speaker_of", speaker_of
    yield "spoken", Lists.inverse(speaker_of, len(speakers))
    yield "named", _by_term((number, speaker.name) for number, speaker in enumerate(speakers))
    yield "titled", _by_term((number, speaker.title or "") for number, speaker in enumerate(speakers))


def _spelling(spellings: Naming[str], spelled_in: Sequence[int]) -> Iterator[tuple[str, Any]]:
    """Yield the words as they are written, and which occur in each transcript."""
    written, spelled = spellings.united()
    yield "spellings", Words.of(written)
    yield "spelled", spelled
    yield "spelled_starts", cumulated(spelled_in)
    yield "folded", Folded.of(written)


def _saying(terms: Naming[Term], passage_starts: NDArray[np.int32]) -> Iterator[tuple[str, Any]]:
    """Yield the terms, where they stand, and how often each passage holds them."""
    names, stream = terms.united()
    yield "terms", Words.of(names)
    placing, counting = Placing(stream, len(names)), Counting(np.diff(passage_starts), len(names))
    for portion in portions(stream, passage_starts, len(names)):
        placing.add(portion)
        counting.add(portion)
    yield "stream", stream
    yield "places", placing.places
    yield "following", placing.following
    yield "offsets", placing.offsets
    del stream, placing  # the postings take as much
    yield "postings", counting.postings()


def _by_term(names: Iterable[tuple[int, str]]) -> Table[Term]:
    """Return for each term the numbers of the names that hold it."""
    return Table.of((term, number) for number, name in names for term in analyse(name))
