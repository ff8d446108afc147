"""Peers that give every unit a score: rank-bm25, twice, and bm25s."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
import Stemmer
from rank_bm25 import BM25Okapi

from benchmarks.metrics import DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from numpy.typing import NDArray

    from benchmarks.evaluation import Hits, Searcher
    from benchmarks.sets import Place
    from benchmarks.units import Unit

STOP_WORDS = frozenset(
    "a an the and or of to in is are was were be been it its this that for on at by with as from what who whom which"
    " how when where why did do does say said about his her he they their we our you i me my your will would should"
    " there has have had into not".split()
)
WORD = re.compile(r"\w+")


class Dense:
    """A searcher that ranks units by an array of scores."""

    def __init__(self, units: Sequence[Unit], score: Callable[[str], NDArray[np.floating[Any]]]) -> None:
        """Take units, and what returns their scores for a question, shape (units,)."""
        self._units = units
        self._score = score
        self._all = np.arange(len(units))
        transcripts = np.array([unit.place.transcript for unit in units])
        self._of = {name: np.flatnonzero(transcripts == name) for name in dict.fromkeys(transcripts.tolist())}

    def search(self, question: str, transcript: str) -> Hits:
        """Return the best places; both scopes are cut from the same scores."""
        scores = self._score(question)
        within = self._of.get(transcript, self._all[:0])
        return {"within": self._best(scores, within), "pool": self._best(scores, self._all)}

    def _best(self, scores: NDArray[np.floating[Any]], numbers: NDArray[np.int64]) -> list[Place]:
        order = np.argsort(-scores[numbers], kind="stable")[:DEPTH]
        return [self._units[number].place for number in numbers[order]]


def tutorial_rank_bm25(units: Sequence[Unit]) -> AbstractContextManager[Searcher]:
    """Index as rank-bm25's README and every tutorial do: lower case, split on white space."""
    return _rank_bm25(units, lambda text: text.lower().split())


def analysed_rank_bm25(units: Sequence[Unit]) -> AbstractContextManager[Searcher]:
    """Index with rank-bm25, words stemmed by Snowball and without stop words."""
    stem = Stemmer.Stemmer("english").stemWords
    return _rank_bm25(units, lambda text: stem([word for word in WORD.findall(text.lower()) if word not in STOP_WORDS]))


def bm25s(units: Sequence[Unit]) -> AbstractContextManager[Searcher]:
    """Index as bm25s' README does: its own English stop words, Snowball, its default method."""
    import bm25s  # noqa: PLC0415 - an extra

    stemmer = Stemmer.Stemmer("english")

    def analyse(texts: list[str]) -> list[list[str]]:
        terms: list[list[str]] = bm25s.tokenize(
            texts, stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False
        )
        return terms

    bm25 = bm25s.BM25()
    bm25.index(analyse([unit.text for unit in units]), show_progress=False)
    return nullcontext(
        Dense(units, lambda question: bm25.get_scores_from_ids(bm25.get_tokens_ids(analyse([question])[0])))
    )


def _rank_bm25(units: Sequence[Unit], analyse: Callable[[str], list[str]]) -> AbstractContextManager[Searcher]:
    bm25 = BM25Okapi([analyse(unit.text) for unit in units])
    return nullcontext(Dense(units, lambda question: bm25.get_scores(analyse(question))))
