"""The best passages by plain BM25, without scoring every passage that holds a word (Turtle and Flood 1995, MaxScore).

Words are taken by what they can add at most, the rarest first. Once those left together cannot lift a passage among the
best, no passage is worth a look that holds none of the words taken; the others are only looked up in what remains. What
remains at last is scored in rank-bm25's own arithmetic.
"""

from __future__ import annotations

from collections import Counter
from threading import local
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import promising
from retrieval.bm25 import IMPACT, saturation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.bm25 import Okapi
    from retrieval.terms import Term

PROBED = 2  # words after which it is learnt what the best score at least
TRIED = 4  # times as many passages as are wanted, scored for that
DENSE = 16  # one passage of so many held in the words taken, from which all are looked at in order
SLACK = 1e-4  # of a score: hundreds of times what a sum of float32 can be off
TINY = float(np.finfo(np.float32).tiny)  # the least that is more than nothing
_held = local()


def best(okapi: Okapi, query: Sequence[Term], most: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the passages that score highest for a query's terms, and their scores.

    Equal scores stand in the order of the transcripts; passages without a word of the query fill up what is wanted.
    """
    numbers = [number for number in map(okapi.vocabulary.get, query) if number is not None]
    passages = _worthwhile(okapi, numbers, most)
    scores = _scores(okapi, numbers, passages)
    order = np.lexsort((passages, -scores))[:most]
    return _filled(passages[order], scores[order], min(most, okapi.corpus_size))


def _worthwhile(okapi: Okapi, numbers: Sequence[int], most: int) -> NDArray[np.int64]:
    """Return the passages that may be among the best, in order: all others are certain not to be."""
    postings = okapi.postings
    bounds = {number: count * float(okapi.idf[number]) * IMPACT for number, count in Counter(numbers).items()}
    terms = sorted(bounds, key=lambda number: -bounds[number] * int(postings.peaks[number]))
    rest = sum(bounds[number] * int(postings.peaks[number]) for number in terms)
    scores = _zeros(okapi.corpus_size)
    taken: list[NDArray[np.int64]] = []
    last = 0.0
    while terms and rest >= last * (1 - SLACK):
        number = terms.pop(0)
        passages, impacts = postings.bounds_of(number)
        taken.append(passages.astype(np.int64))
        np.add.at(scores, taken[-1], np.float32(bounds[number]) * impacts)
        rest -= bounds[number] * int(postings.peaks[number])
        if len(taken) <= PROBED:
            tried = taken[-1][promising(scores.take(taken[-1]), TRIED * most)]
            last = max(last, _last(_scores(okapi, numbers, tried), most))
    found, partial = _collected(scores, taken, last * (1 - SLACK) - rest)
    last = max(last, _last(_scores(okapi, numbers, found[promising(partial, TRIED * TRIED * most)]), most))
    return _looked_up(okapi, found, partial, [(number, bounds[number]) for number in terms], last)


def _collected(
    scores: NDArray[np.float32], lists: Sequence[NDArray[np.int64]], required: float
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the passages of some lists that score enough, each once, with their scores; clear the scores."""
    if DENSE * sum(map(len, lists)) > len(scores):
        passages = np.flatnonzero(scores >= max(required, TINY))
        own = scores[passages]
        scores.fill(0)
        return passages, own
    found, partial = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.float32)]
    for passages in lists:
        own = scores.take(passages)
        enough = (own >= required) & (own > 0)
        found.append(passages[enough])
        partial.append(own[enough])
        scores[passages] = 0
    return np.concatenate(found), np.concatenate(partial)


def _looked_up(
    okapi: Okapi, found: NDArray[np.int64], scores: NDArray[np.float32], terms: list[tuple[int, float]], last: float
) -> NDArray[np.int64]:
    """Return those of some passages that may still reach the last of the best, scored for more terms."""
    rest = sum(bound * int(okapi.postings.peaks[number]) for number, bound in terms)
    for number, bound in terms:
        enough = scores + np.float32(rest) >= last * (1 - SLACK)
        found, scores = found[enough], scores[enough]
        places, held = _places(okapi, number, found)
        scores[held] += np.float32(bound) * okapi.postings.impacts[places[held]]
        rest -= bound * int(okapi.postings.peaks[number])
    return found[scores + np.float32(rest) >= last * (1 - SLACK)]


def _places(okapi: Okapi, number: int, passages: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return where passages stand among a term's postings, and which of them stand there at all."""
    start, end = okapi.postings.offsets[number : number + 2].tolist()
    own = okapi.postings.passages[start:end]
    places = np.searchsorted(own, passages.astype(np.int32))
    places[places == len(own)] = 0
    return places + start, own[places] == passages


def _scores(okapi: Okapi, numbers: Sequence[int], passages: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the scores of passages as rank-bm25 adds them up, word by word."""
    scores = np.zeros(len(passages))
    lengths = okapi.doc_len[passages]
    for number in numbers:
        places, held = _places(okapi, number, passages)
        scores[held] += okapi.idf[number] * saturation(okapi.postings.counts[places[held]], lengths[held])
    return scores


def _filled(
    passages: NDArray[np.int64], scores: NDArray[np.float64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return passages with so many of the first others as are wanting, which score nothing."""
    wanting = size - len(passages)
    if not wanting:
        return passages, scores
    others = np.setdiff1d(np.arange(size + len(passages)), passages)[:wanting]
    return np.concatenate([passages, others]), np.concatenate([scores, np.zeros(wanting)])


def _last(scores: NDArray[np.float64], most: int) -> float:
    """Return the score of the last of the best, 0 where there are fewer."""
    if len(scores) < most:
        return 0.0
    return float(np.partition(scores, len(scores) - most)[len(scores) - most])


def _zeros(size: int) -> NDArray[np.float32]:
    """Return zeros, in memory that this thread keeps and that every query leaves as it found it."""
    kept: NDArray[np.float32] | None = getattr(_held, "kept", None)
    if kept is None or len(kept) != size:
        kept = _held.kept = np.zeros(size, dtype=np.float32)
    return kept
