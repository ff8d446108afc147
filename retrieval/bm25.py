"""The scorer: rank-bm25's BM25Okapi over postings, with an idf that is never negative.

rank-bm25 keeps a dictionary of counts for every document and asks each of them for every term. Here a term knows
the passages that hold it, so a question costs what its terms' postings cost; definition and arithmetic stay
rank-bm25's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from rank_bm25 import BM25Okapi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.terms import Term

K1 = 1.2
"""Saturation of repeated words: Robertson and Zaragoza (2009), The Probabilistic Relevance Framework."""
B = 0.9
"""How far length counts, ibid.; between speaker turns more than between documents (0.75 there), as measured."""
PIVOT = 80.0
"""The length that counts as average. Constant, so that a passage weighs the same in every library."""
IMPACT = (K1 + 1) / 255
"""What a unit of a stored impact is worth: a byte reaches what no saturation does."""
FLOOR = 30
"""Shorter passages count as this long; otherwise “Yeah, the budget.” beats every answer about the budget."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Postings:
    """For each term, the passages that hold it and how often, term after term.

    Attributes:
        passages: Passage numbers, ascending within a term.
        counts: How often the term stands in that passage, in the smallest type that holds them all.
        impacts: What it weighs there at most: `saturation` in units of `IMPACT`, rounded up.
        peaks: The highest of each term's impacts.
        offsets: Where each term's postings start; one more than there are terms.
    """

    passages: NDArray[np.int32]
    counts: NDArray[np.unsignedinteger[Any]]
    impacts: NDArray[np.uint8]
    peaks: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    def of(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.unsignedinteger[Any]]]:
        """Return the passages that hold a term, by its number, and the counts."""
        own = slice(self.offsets[number], self.offsets[number + 1])
        return self.passages[own], self.counts[own]

    def bounds_of(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        """Return the passages that hold a term, by its number, and what it weighs there at most, in `IMPACT`."""
        own = slice(self.offsets[number], self.offsets[number + 1])
        return self.passages[own], self.impacts[own]


class Vocabulary(Protocol):
    """What knows the number of a term."""

    def get(self, term: Term, /) -> int | None:
        """Return the number of a term, or None for an unknown one."""


class Okapi(BM25Okapi):  # type: ignore[misc] # rank-bm25 has no type hints
    """BM25Okapi whose documents are passages: same attributes, same scores, other storage.

    Attributes:
        corpus_size: Number of passages.
        doc_len: Words in each passage, at least `FLOOR`.
        avgdl: The constant `PIVOT`.
        idf: Term number → inverse document frequency.
    """

    def __init__(self, vocabulary: Vocabulary, postings: Postings, lengths: NDArray[np.int64]) -> None:
        """Take over counted postings; rank-bm25's own constructor would count the corpus again."""
        self.k1, self.b, self.epsilon = K1, B, 0.0
        self.corpus_size = len(lengths)
        self.avgdl = PIVOT
        self.doc_len = np.maximum(lengths, FLOOR)
        self.vocabulary = vocabulary
        self.postings = postings
        self._calc_idf(np.diff(postings.offsets))

    def _calc_idf(self, nd: NDArray[np.integer[Any]]) -> None:
        """Keep idf positive: a term in half the passages of one interview would weigh 0 or less."""
        self.idf = inverse_document_frequency(self.corpus_size, nd)

    def idf_of(self, term: Term) -> float:
        """Return a term's inverse document frequency; the highest for one that occurs nowhere."""
        number = self.vocabulary.get(term)
        if number is None:
            return float(inverse_document_frequency(self.corpus_size, np.zeros(1, dtype=np.int64))[0])
        return float(self.idf[number])

    def get_scores(self, query: Sequence[Term]) -> NDArray[np.float64]:
        """Return the score of every passage for a query's terms, shape (passages,)."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            number = self.vocabulary.get(term)
            if number is not None:
                passages, counts = self.postings.of(number)
                scores[passages] += self.idf[number] * saturation(counts, self.doc_len[passages])
        return scores

    def get_batch_scores(self, query: Sequence[Term], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of some passages, by number."""
        scores: list[float] = self.get_scores(query)[list(doc_ids)].tolist()
        return scores


def inverse_document_frequency(corpus_size: int, nd: NDArray[np.integer[Any]]) -> NDArray[np.float64]:
    """Return log(1 + (N - n + ½)/(n + ½)), positive for every n ≤ N (Lucene's form of Robertson and Spärck Jones)."""
    idf: NDArray[np.float64] = np.log1p((corpus_size - nd + 0.5) / (nd + 0.5))
    return idf


def saturation(
    counts: NDArray[np.integer[Any]], lengths: NDArray[np.integer[Any]], pivot: float = PIVOT
) -> NDArray[np.float64]:
    """Return BM25's weight of a term that occurs `counts` times in texts of so many words, 0 to k1 + 1."""
    weight: NDArray[np.float64] = counts * (K1 + 1) / (counts + halfway(lengths, pivot))
    return weight


def halfway(lengths: NDArray[np.integer[Any]], pivot: float = PIVOT) -> NDArray[np.float64]:
    """Return how often a word must occur in texts of so many words to weigh half of the most that it can."""
    return np.asarray(K1 * (1 - B + B * lengths / pivot), dtype=np.float64)
