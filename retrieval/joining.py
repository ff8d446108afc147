"""Segments → the fields of one index, each as soon as it is known, so that the large ones need not be held together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.counting import Counting
from retrieval.folded import Folded
from retrieval.gathering import Gathered
from retrieval.identities import Identities
from retrieval.layout import Layout, cells_of
from retrieval.places import Placing, portions
from retrieval.tables import Lists, People, Table, Words
from retrieval.tallies import Frequent
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Speaker
    from retrieval.segments import Segment


def joined(segments: Iterable[Segment]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the index of some segments by name, in an order that keeps the least in memory.

    Args:
        segments: In the order of the index; each is forgotten as soon as it was looked at.
    """
    whole = _whole(segments)
    saying = _saying(whole.terms, whole.stream, whole.starts)
    yield from _spelling(whole)
    yield from _passing(whole)
    yield from _speaking(whole.speakers, whole.speaker_of)
    del whole  # what was written need not be held while the words are sorted
    yield from saying


def _whole(segments: Iterable[Segment]) -> Segment:
    gathered = Gathered()
    for segment in segments:
        gathered.add(segment)
    return gathered.whole()


def _spelling(whole: Segment) -> Iterator[tuple[str, Any]]:
    """Yield the words as they are written, and which occur in each transcript."""
    yield "spellings", Words.of(whole.spellings)
    yield "spelled", whole.spelled
    yield "spelled_starts", whole.spelled_starts
    yield "folded", Folded.of([*whole.spellings])


def _passing(whole: Segment) -> Iterator[tuple[str, Any]]:
    """Yield what is known of each passage, and what lies where."""
    yield "passage_starts", whole.starts
    for name in ("transcript_starts", "spans", "turn_of", "turn_bounds", "question_bounds", "asked"):
        yield name, getattr(whole, name)
    yield "layout", Layout.of(whole.starts, whole.transcript_starts, whole.turn_bounds, whole.question_bounds)


def _speaking(speakers: Sequence[Speaker], speaker_of: NDArray[np.int32]) -> Iterator[tuple[str, Any]]:
    """Yield who speaks, and where."""
    yield "speakers", People.of(speakers)
    yield "person_of", Identities.among(speakers).person_of
    yield "speaker_of", speaker_of
    yield "spoken", Lists.inverse(speaker_of, len(speakers))
    yield "named", _by_term((number, speaker.name) for number, speaker in enumerate(speakers))
    yield "titled", _by_term((number, speaker.title or "") for number, speaker in enumerate(speakers))


def _saying(terms: Collection[Term], stream: NDArray[np.int32], starts: NDArray[np.int32]) -> Iterator[tuple[str, Any]]:
    """Yield the terms, where they stand, and how often each passage holds them."""
    yield "terms", Words.of(terms)
    placing, counting = _sorted(stream, starts, len(terms))
    yield "stream", stream
    yield "places", placing.places
    yield "following", placing.following
    yield "offsets", placing.offsets
    yield "frequent", Frequent.of(placing.places, placing.offsets, cells_of(len(stream)))
    del stream, placing  # the postings take as much
    yield "postings", counting.postings()


def _sorted(stream: NDArray[np.int32], starts: NDArray[np.int32], terms: int) -> tuple[Placing, Counting]:
    """Return the words of a stream sorted by term, and counted by passage."""
    placing, counting = Placing(stream, terms), Counting(np.diff(starts), terms)
    for portion in portions(stream, starts, terms):
        placing.add(portion)
        counting.add(portion)
    return placing, counting


def _by_term(names: Iterable[tuple[int, str]]) -> Table[Term]:
    """Return for each term the numbers of the names that hold it."""
    return Table.of((term, number) for number, name in names for term in analyse(name))
