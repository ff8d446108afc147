"""Tables in arrays: words and lists that stay on disk until somebody looks one up."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import numpy as np

from retrieval.arrays import cumulated
from retrieval.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

Name = TypeVar("Name", bound=str)
REMEMBERED = 4096  # words whose numbers are kept in memory


@dataclass(frozen=True, kw_only=True, eq=False)
class Texts:
    """Texts one after the other in UTF-8.

    Attributes:
        letters: The bytes of all of them.
        starts: Where each starts in `letters`; one more than there are texts.
    """

    letters: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> dict[str, NDArray[np.uint8] | NDArray[np.int64]]:
        """Return the arrays that hold some texts, by attribute."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        letters = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        return {"letters": letters, "starts": cumulated([len(one) for one in encoded])}

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self.starts) - 1

    def bytes_at(self, number: int) -> bytes:
        """Return a text by its number, in UTF-8."""
        return self._bytes[self._starts[number] : self._starts[number + 1]].tobytes()

    @cached_property
    def _bytes(self) -> memoryview:
        return self.letters.data

    @cached_property
    def _starts(self) -> memoryview:
        """The starts as plain numbers, quicker to look at one by one than NumPy's."""
        return self.starts.data

    def text_at(self, number: int) -> str:
        """Return a text by its number, which may count from the end."""
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self.bytes_at(number % len(self)).decode("utf-8", "surrogatepass")

    def texts_at(self, numbers: NDArray[np.integer[Any]]) -> list[str]:
        """Return texts by their numbers."""
        ranges = zip(self.starts[numbers].tolist(), self.starts[1:][numbers].tolist(), strict=True)
        return [str(self._bytes[start:end], "utf-8", "surrogatepass") for start, end in ranges]


class Words(Texts, Sequence[Name]):
    """Words in the order of their characters, each found by halving; UTF-8 keeps that order."""

    @classmethod
    def of(cls, words: Iterable[Name]) -> Words[Name]:
        """Return a table of words, which must be sorted to be found again."""
        return cls(**cls.of_texts(words))  # type: ignore[arg-type]

    @overload
    def __getitem__(self, number: int) -> Name: ...
    @overload
    def __getitem__(self, number: slice) -> list[Name]: ...
    def __getitem__(self, number: int | slice) -> Name | list[Name]:
        """Return a word by its number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return self.text_at(number)  # type: ignore[return-value] # a name of whatever kind was put in

    def __iter__(self) -> Iterator[Name]:
        """Yield the words in order."""
        whole, starts = self.letters.tobytes(), self.starts.tolist()
        for start, end in pairwise(starts):
            yield whole[start:end].decode("utf-8", "surrogatepass")  # type: ignore[misc] # likewise

    def beginning(self, start: str) -> Sequence[Name]:
        """Return the words that begin with some letters, in order."""
        wanted = start.encode("utf-8", "surrogatepass")
        first = self._place(wanted)
        last = first
        while last < len(self) and self.bytes_at(last).startswith(wanted):
            last += 1
        bounds = self._starts[first : last + 1].tolist()
        return [str(self._bytes[left:right], "utf-8", "surrogatepass") for left, right in pairwise(bounds)]  # type: ignore[misc]

    def _place(self, wanted: bytes) -> int:
        """Return the number of the first word that is not before some letters."""
        return bisect_left(range(len(self)), wanted, key=self.bytes_at)

    def get(self, word: str) -> int | None:
        """Return the number of a word, or None where it is not in the table."""
        return self._found(word)

    @cached_property
    def _found(self) -> Callable[[str], int | None]:
        """Look words up, and remember those that every question holds."""
        return lru_cache(REMEMBERED)(self._looked_up)

    def _looked_up(self, word: str) -> int | None:
        wanted = word.encode("utf-8", "surrogatepass")
        place = self._place(wanted)
        return place if place < len(self) and self.bytes_at(place) == wanted else None

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is in the table."""
        return isinstance(word, str) and self.get(word) is not None


class People(Texts, Sequence[Speaker]):
    """Speakers by number, each made when somebody looks."""

    @classmethod
    def of(cls, speakers: Iterable[Speaker]) -> People:
        """Return a table of speakers."""
        rows = ([speaker.name, speaker.label, speaker.title] for speaker in speakers)
        return cls(**cls.of_texts(json.dumps(row, ensure_ascii=False) for row in rows))  # type: ignore[arg-type]

    @overload
    def __getitem__(self, number: int) -> Speaker: ...
    @overload
    def __getitem__(self, number: slice) -> list[Speaker]: ...
    def __getitem__(self, number: int | slice) -> Speaker | list[Speaker]:
        """Return a speaker by number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        name, label, title = json.loads(self.text_at(number))
        return Speaker(name=name, label=label, title=title)


@dataclass(frozen=True, kw_only=True, eq=False)
class Lists:
    """A list of numbers for each of some rows, one after the other.

    Attributes:
        numbers: The lists, each ascending.
        starts: Where each starts in `numbers`; one more than there are rows.
    """

    numbers: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def inverse(cls, rows: NDArray[np.int32], size: int) -> Lists:
        """Return for each of so many rows the places at which it stands; negative rows are left out."""
        order = np.argsort(rows, kind="stable").astype(np.int32)
        counts = np.bincount(rows[rows >= 0], minlength=size)
        return cls(numbers=order[len(rows) - int(counts.sum()) :], starts=cumulated(counts))

    def of(self, row: int) -> NDArray[np.int32]:
        """Return the list of a row."""
        return self.numbers[self.starts[row] : self.starts[row + 1]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table(Generic[Name]):
    """Words, each with a list of numbers.

    Attributes:
        words: Sorted.
        lists: A list for each word.
    """

    words: Words[Name]
    lists: Lists

    @classmethod
    def of(cls, pairs: Iterable[tuple[Name, int]]) -> Table[Name]:
        """Return a table of words and their numbers."""
        found: dict[Name, set[int]] = {}
        for word, number in pairs:
            found.setdefault(word, set()).add(number)
        words = sorted(found)
        numbers = [number for word in words for number in sorted(found[word])]
        lists = Lists(numbers=np.array(numbers, dtype=np.int32), starts=cumulated([len(found[word]) for word in words]))
        return cls(words=Words.of(words), lists=lists)

    def of_word(self, word: Name) -> NDArray[np.int32]:
        """Return the numbers of a word; none for one that is not there."""
        row = self.words.get(word)
        return self.lists.numbers[:0] if row is None else self.lists.of(row)
