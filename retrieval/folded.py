"""The words of the transcripts without their case, and which of them can be near a word at all.

Comparing a word with a whole vocabulary takes tens of milliseconds. A set of letters, one bit each, tells at once which
words cannot be near: a slip changes at most two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.tables import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BUCKETS = 32
"""Letters are told apart by their code modulo this; the upper half of the bits says which occur twice or more."""
LONGEST_PREFIX = 4  # letters at the beginning that Jaro-Winkler rewards
REWARD = 0.1  # and by how much each


@dataclass(frozen=True, kw_only=True, eq=False)
class Folded:
    """Words in lower case, in the order in which equals are preferred.

    Attributes:
        words: In lower case.
        written: The number among the spellings of each, as it is written.
        letters: The letters of each as bits.
        sizes: How many letters each has.
    """

    words: Texts
    written: NDArray[np.int32]
    letters: NDArray[np.uint64]
    sizes: NDArray[np.int32]

    @classmethod
    def of(cls, spellings: Sequence[str]) -> Folded:
        """Return a table of some spellings."""
        numbers = range(len(spellings) - 1, -1, -1)
        folded = {spellings[number].casefold(): number for number in numbers}
        words = list(folded)
        return cls(
            words=Texts(**Texts.of_texts(words)),  # type: ignore[arg-type]
            written=np.fromiter(folded.values(), dtype=np.int32, count=len(folded)),
            letters=letters_of(words),
            sizes=np.fromiter(map(len, words), dtype=np.int32, count=len(words)),
        )

    def within(self, word: str, slips: int) -> NDArray[np.int64]:
        """Return the numbers of all words that so many slips may lead to, and of some others."""
        differing = np.bitwise_count(self.letters ^ letters_of([word])[0])
        near = (differing <= 2 * slips) & (np.abs(self.sizes - len(word)) <= slips)
        return np.flatnonzero(near)

    def alike(self, word: str, similarity: float) -> NDArray[np.int64]:
        """Return the numbers of all words of such a Jaro-Winkler similarity, and of some others."""
        own, length = letters_of([word])[0], len(word)
        shared = np.minimum(
            length - np.bitwise_count(own & ~self.letters).astype(np.int64),
            self.sizes - np.bitwise_count(self.letters & ~own).astype(np.int64),
        )
        most = LONGEST_PREFIX * REWARD
        jaro = (similarity - most) / (1 - most)
        near = shared * (1 / length + 1 / np.maximum(self.sizes, 1)) >= 3 * jaro - 1 - 1e-9
        return np.flatnonzero(near)


def letters_of(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return the letters of words as bits, shape (words,)."""
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    keys = np.sort(np.repeat(np.arange(len(words)) * BUCKETS, sizes) + codes % BUCKETS)
    first = np.ones(len(keys), dtype=bool)
    first[1:] = keys[1:] != keys[:-1]
    second = np.zeros(len(keys), dtype=bool)
    second[1:] = ~first[1:] & first[:-1]
    bits = np.zeros(len(words), dtype=np.uint64)
    for chosen, shift in ((first, 0), (second, BUCKETS)):
        rows, letters = np.divmod(keys[chosen], BUCKETS)
        np.bitwise_or.at(bits, rows, np.uint64(1) << (letters + shift).astype(np.uint64))
    return bits
