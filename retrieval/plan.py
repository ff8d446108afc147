"""Question + index → plan: what each word weighs and where it stands, looked up once for all that asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.question import QueryWord, Question
    from retrieval.terms import Term


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Sought:
    """A word of a question in an index.

    Attributes:
        word: As the question has it.
        idf: Its inverse document frequency, that of its commonest term; a guess counts less.
        numbers: Its terms that occur, by number.
        places: In the stream, whichever of its terms or runs stands there, in order.
        kin: The kindred terms that occur, by number.
        kin_places: Where these stand, in order.
        bearers: The speakers whose name, or where it says who speaks, office, holds the word.
    """

    word: QueryWord
    idf: float
    numbers: tuple[int, ...]
    places: NDArray[np.int32]
    kin: tuple[int, ...]
    kin_places: NDArray[np.int32]
    bearers: frozenset[int]

    def names(self, speakers: int) -> NDArray[np.bool_]:
        """Return for each of so many speakers, and last for nobody, whether the name holds the word."""
        names = np.zeros(speakers + 1, dtype=bool)
        names[[*self.bearers]] = True
        return names

    @property
    def single(self) -> bool:
        """Whether it stands exactly where one term does."""
        return len(self.numbers) == 1 and not self.word.runs


@dataclass(frozen=True, kw_only=True, eq=False)
class Pair:
    """Two content words side by side as in the question: where the first stands, in which passages, and their idf."""

    places: NDArray[np.int32]
    passages: NDArray[np.int64]
    idf: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Plan:
    """A question in an index.

    Attributes:
        index: The index.
        question: The question.
        words: Its distinct words, in order.
    """

    index: Index
    question: Question
    words: tuple[Sought, ...]

    @cached_property
    def content(self) -> tuple[Sought, ...]:
        """The words that tell what is asked; all of them when none does."""
        return tuple(sought for sought in self.words if sought.word.content) or self.words

    @cached_property
    def function(self) -> tuple[Sought, ...]:
        """The other words."""
        return tuple(sought for sought in self.words if sought not in self.content)

    @cached_property
    def mass(self) -> float:
        """The sum of the content words' inverse document frequencies."""
        return sum(sought.idf for sought in self.content)

    @cached_property
    def foreign(self) -> NDArray[np.bool_]:
        """Whether each transcript is in another language than the question; where none is in that, none is foreign."""
        others: NDArray[np.bool_] = self.index.spoken_in != self.question.language
        return others & ~others.all() if self.question.language else np.zeros_like(others)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The content words that stand side by side, where they do so in the transcripts."""
        content = {sought.word: sought for sought in self.content}
        words = [content[word] for word in self.question.words if word in content]
        found = (_together(self.index, first, second) for first, second in pairwise(words))
        return tuple(_pair(places, self.index) for places in found if len(places))


def planned(question: Question, index: Index) -> Plan:
    """Return the plan of a question."""
    return Plan(index=index, question=question, words=tuple(_sought(word, index) for word in question.distinct))


def _sought(word: QueryWord, index: Index) -> Sought:
    numbers, runs = _numbers(word.terms, index), [index.places_of_run(run) for run in word.runs]
    kin = _numbers(word.kin, index)
    frequencies = [index.frequency(number) for number in numbers]
    missing = [0] if len(numbers) < len(word.terms) else []
    weights = [index.idf(frequency) for frequency in (*frequencies, *missing)] + [index.idf_at(run) for run in runs]
    return Sought(
        word=word,
        idf=word.trust * min(weights),
        numbers=numbers,
        places=_merged([*(index.places_of_number(number) for number in numbers), *runs], index),
        kin=kin,
        kin_places=_merged([index.places_of_number(number) for number in kin], index),
        bearers=frozenset(index.bearers(word.terms, offices=word.speaks)),
    )


def _numbers(terms: tuple[Term, ...], index: Index) -> tuple[int, ...]:
    found = (index.terms.get(term) for term in terms)
    return tuple(number for number in found if number is not None)


def _merged(places: list[NDArray[np.int32]], index: Index) -> NDArray[np.int32]:
    held = [one for one in places if len(one)]
    if len(held) > 1:
        return distinct(np.concatenate(held))
    return held[0] if held else index.places[:0]


def _pair(places: NDArray[np.int32], index: Index) -> Pair:
    passages = distinct(index.passages_at(places))
    return Pair(places=places, passages=passages, idf=index.idf(len(passages)))


def _together(index: Index, first: Sought, second: Sought) -> NDArray[np.int32]:
    """Return the places of a word right after which another stands, in order."""
    if first.word.runs or second.word.runs:
        return np.intersect1d(first.places, second.places - 1, assume_unique=True)
    found = [index.places_of_pair(one, other) for one in first.numbers for other in second.numbers]
    return _merged(found, index)
