"""Verbatim as a searcher: as users have it, and with parts of its formula taken out."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.errors import BenchmarkError
from benchmarks.metrics import DEPTH
from benchmarks.sets import Place
from retrieval import Library
from retrieval.aliases import FILE_NAME, read_aliases, widened
from retrieval.question import analyse_question
from retrieval.ranking import WEIGHTS, Weights, rank
from retrieval.spelling import understood

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.evaluation import Hits
    from benchmarks.sets import EvaluationSet
    from retrieval import Answer, Passage, Transcript
    from retrieval.aliases import Aliases
    from retrieval.index import Index

FACTORS = frozenset({"named", "speaks", "foreign", "answering"})
"""The weights that multiply others: without one of them it is 1."""
ABLATIONS: Mapping[str, Weights] = {
    field.name: replace(WEIGHTS, **{field.name: 1.0 if field.name in FACTORS else 0.0}) for field in fields(Weights)
}
"""For each weight of the formula, all of them with that one set to zero."""


class Verbatim:
    """The library, through its door."""

    def __init__(self, evaluation: EvaluationSet) -> None:
        """Open the transcripts of a set.

        Raises:
            BenchmarkError: One of them cannot be read.
        """
        self.library = Library.open(evaluation.folder)
        if failures := self.library.failures:
            raise BenchmarkError(f"{evaluation.name}: {failures[0].source} cannot be read: {failures[0].reason}")
        self._ids = {_file(transcript): transcript.id for transcript in self.library.transcripts}
        if unread := sorted({*evaluation.transcripts} - {*self._ids}):
            raise BenchmarkError(f"{evaluation.name}: {unread[0]} is not read as a transcript; rename or remove it")

    def search(self, question: str, transcript: str) -> Hits:
        """Return what `Library.search` finds."""
        within = self.library.search(question, transcript=self._ids[transcript], limit=DEPTH)
        pool = self.library.search(question, limit=DEPTH)
        return {
            "within": [_place(hit.passage) for hit in within],
            "pool": [_place(hit.passage) for hit in pool],
        }

    def ask(self, question: str, transcript: str) -> Answer:
        """Return what `Library.ask` answers from a transcript."""
        return self.library.ask(question, transcript=self._ids[transcript])


class Formula:
    """The ranking formula with weights of choice: what `Library.search` does, step by step."""

    def __init__(self, index: Index, aliases: Aliases = (), weights: Weights = WEIGHTS) -> None:
        """Take an index, the other names of things, and what each part of the formula counts."""
        self._index = index
        self._languages = languages(index.transcripts)
        self._aliases = aliases
        self._weights = weights
        self._numbers = {_file(transcript): number for number, transcript in enumerate(index.transcripts)}

    def search(self, question: str, transcript: str) -> Hits:
        """Return the best places within a transcript, and among all."""
        number = self._numbers[transcript]
        own = np.arange(*self._index.transcript_starts[[number, number + 1]])
        return {"within": self._best(question, own), "pool": self._best(question, np.arange(len(self._index.passages)))}

    def _best(self, text: str, numbers: NDArray[np.int64]) -> list[Place]:
        typed = widened(analyse_question(text, self._languages), self._aliases)
        question = understood(typed, self._index)
        fitting = numbers[self._index.asked[numbers] == question.wants_asker]
        ranked = rank(self._index, question, fitting if len(fitting) else numbers, self._weights)
        return [_place(self._index.passages[found]) for found in ranked.numbers[:DEPTH]]


def aliases_of(evaluation: EvaluationSet, transcripts: Sequence[Transcript]) -> Aliases:
    """Return the other names of things that lie beside the transcripts of a set."""
    path = evaluation.folder / FILE_NAME
    return read_aliases(path.read_bytes(), FILE_NAME, languages(transcripts)) if path.is_file() else ()


def languages(transcripts: Sequence[Transcript]) -> list[str]:
    """Return the languages of transcripts, the commonest first."""
    return [language for language, _ in Counter(transcript.language for transcript in transcripts).most_common()]


def _file(transcript: Transcript) -> str:
    return PurePath(transcript.source).name


def _place(passage: Passage) -> Place:
    return Place(transcript=_file(passage.transcript), span=passage.span)
