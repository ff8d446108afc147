"""Sightings → the likeliest origin of a quotation: one place, or several pieces put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.checking.sightings import held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.checking.alignment import Pairs
    from retrieval.checking.sightings import Sighting, Sought

JUMP = 3.0
"""What it costs to go on elsewhere, in words of the quotation that do not stand where the rest does."""
NEXT_TURN = 1.0  # the same where the next turn goes on
ELSEWHERE, ANOTHER = 0.5, 0.3  # what it costs besides to go to another turn, and to another transcript
OTHERS = 0.3  # what it costs besides to come to words of others than the speakers that are given
LEFT_OUT = 0.5  # a word of the transcript that the quotation leaves out
LEAST, SHARE = 2.0, 0.5
"""Weight of the words of a piece that comes from elsewhere, and share of all that it is to explain."""
TIE, RIVALS = 0.5, 10
"""By how much more a place may cost than another and still explain as well, and how many such are looked at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A part of a quotation and where it comes from.

    Attributes:
        words: The words of the quotation.
        sighting: Where they are.
        pairs: Those of them that are there, with their places in the stream; at least one.
    """

    words: range
    sighting: Sighting
    pairs: Pairs


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """What it costs, besides or in all, to go from one sighting to another; both of shape (from, to)."""

    other: NDArray[np.float64]
    next: NDArray[np.float64]


class Tracer:
    """What it costs to explain the words of a quotation by some sightings."""

    def __init__(
        self,
        sought: Sought,
        sightings: Sequence[Sighting],
        breaks: Mapping[int, float],
        speakers: frozenset[int],
    ) -> None:
        """Weigh each word against each sighting.

        Args:
            sought: The words of the quotation.
            sightings: Where they may come from; at least one.
            breaks: Words before which it is easier to go on elsewhere, and the share of the cost.
            speakers: The numbers of those whose words are preferred.
        """
        self._sought = sought
        self._sightings = sightings
        # For each word, what it costs at most to leave words out before it: as much as to go on elsewhere.
        self._limits = JUMP * np.array([breaks.get(word, 1.0) for word in range(len(sought.weights))])
        self._missing = _missing(sought, sightings)
        self._skips = np.minimum(_skips(sought, sightings, breaks), self._limits[:, None])
        self._others = OTHERS * np.array([bool(speakers) and one.speaker not in speakers for one in sightings])

    def pieces(self) -> list[Piece]:
        """Return the pieces that explain the quotation at the least cost, in its order (Viterbi 1967)."""
        away = _away(self._sightings)
        costs, came = self._missing[0] + self._others, np.zeros(self._missing.shape, dtype=np.int64)
        for word in range(1, len(self._missing)):
            leaps = np.minimum(self._limits[word] + away.other, away.next) + self._others
            np.fill_diagonal(leaps, self._skips[word])
            sums = costs[:, None] + leaps
            came[word] = sums.argmin(axis=0)
            costs = sums.min(axis=0) + self._missing[word]
        path = [int(costs.argmin())]
        for word in range(len(self._missing) - 1, 0, -1):
            path.append(int(came[word, path[-1]]))
        return _substantial(self._sought, list(self._pieces(path[::-1])))

    def rivals(self, pieces: list[Piece]) -> list[list[Piece]]:
        """Return what explains a quotation as well as a piece that explains all of it alone: the same first."""
        if len(pieces) != 1:
            return [pieces]
        costs = self._missing.sum(axis=0) + self._skips.sum(axis=0) + self._others
        order = np.argsort(costs, kind="stable")[:RIVALS]
        whole = range(len(self._missing))
        alike = [self._sightings[place] for place in order.tolist() if costs[place] <= costs[order[0]] + TIE]
        return [[Piece(words=whole, sighting=one, pairs=one.pairs)] for one in alike]

    def _pieces(self, path: Sequence[int]) -> Iterator[Piece]:
        """Yield the stretches of a path within one sighting and without a leap."""
        first = 0
        for word in range(1, len(path) + 1):
            here = path[word - 1]
            ends = word == len(path) or path[word] != here
            if ends or self._skips[word, here] >= self._limits[word]:
                pairs = [pair for pair in self._sightings[here].pairs if first <= pair[0] < word]
                if pairs:
                    yield Piece(words=range(first, word), sighting=self._sightings[here], pairs=pairs)
                    first = word


def weight(sought: Sought, pieces: Iterable[Piece]) -> float:
    """Return the weight of the words that are found in some pieces."""
    return float(sum(sought.weights[word] for piece in pieces for word in held(sought, piece.pairs)))


def _substantial(sought: Sought, pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without those that are a word or two from elsewhere; their words go to the piece before."""
    kept = [piece for piece in pieces if _weighs(sought, piece) or _belongs(piece, pieces) or len(pieces) == 1]
    starts = [0, *(piece.words.start for piece in kept[1:]), len(sought.weights)]
    return [replace(piece, words=range(*bounds)) for piece, bounds in zip(kept, pairwise(starts), strict=bool(kept))]


def _weighs(sought: Sought, piece: Piece) -> bool:
    """Tell whether a piece holds enough words, and enough of those that it is to explain."""
    found, whole = weight(sought, [piece]), sought.weights[piece.words.start : piece.words.stop].sum()
    return bool(found >= LEAST and found >= SHARE * whole)


def _belongs(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether all words of a small piece are there and in the turn of another, or right beside one."""
    others = [other for other in pieces if other is not piece]
    turns = any(piece.sighting.turn == other.sighting.turn for other in others)
    edges = {piece.pairs[0][1] - 1, piece.pairs[-1][1] + 1}
    beside = any({other.pairs[0][1], other.pairs[-1][1]} & edges for other in others)
    return len(piece.pairs) == len(piece.words) and (turns or beside)


def _missing(sought: Sought, sightings: Sequence[Sighting]) -> NDArray[np.float64]:
    """Return what each word costs at each sighting, shape (words, sightings): its weight where it is not there."""
    missing = np.repeat(sought.weights[:, None], len(sightings), axis=1)
    for column, sighting in enumerate(sightings):
        missing[list(held(sought, sighting.pairs)), column] = 0
    return missing


def _skips(sought: Sought, sightings: Sequence[Sighting], breaks: Mapping[int, float]) -> NDArray[np.float64]:
    """Return what it costs to go on to each word of a sighting for words that were left out before it."""
    skips = np.zeros((len(sought.weights), len(sightings)))
    for column, sighting in enumerate(sightings):
        for (before, old), (after, new) in pairwise(sighting.pairs):
            gap = next((word for word in range(before + 1, after + 1) if word in breaks), after)
            skips[gap, column] = LEFT_OUT * max((new - old) - (after - before), 0)
    return skips


def _away(sightings: Sequence[Sighting]) -> Away:
    """Return what it costs besides to go from each sighting to each other."""
    starts, stops, transcripts = (
        np.array(column)
        for column in zip(*((one.turn.start, one.turn.stop, one.transcript) for one in sightings), strict=True)
    )
    other_turn = starts[:, None] != starts[None, :]
    other_transcript = transcripts[:, None] != transcripts[None, :]
    following = (stops[:, None] == starts[None, :]) & ~other_transcript
    opening = np.array([one.pairs[0][1] - one.turn.start for one in sightings])
    ending = np.array([one.turn.stop - 1 - one.pairs[-1][1] for one in sightings])
    going_on = NEXT_TURN + LEFT_OUT * (ending[:, None] + opening[None, :])
    return Away(other=ELSEWHERE * other_turn + ANOTHER * other_transcript, next=np.where(following, going_on, np.inf))
