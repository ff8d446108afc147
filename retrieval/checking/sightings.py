"""Index → where words of a quotation stand together, told by term numbers alone: no transcript is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.checking.alignment import align
from retrieval.checking.spoken import IRREGULAR, uncontracted
from retrieval.languages import DEFAULT
from retrieval.terms import analyse, readings, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.checking.alignment import Pairs
    from retrieval.index import Index
    from retrieval.terms import Term

ENOUGH = 60_000
"""Places that are looked at for the rarest words of a quotation; the commoner ones are then counted where these are."""
FEWEST, MOST_WORDS = 3, 64
"""Words that are looked at even when they are common, and in a long quotation."""
NEAR = 8  # words that may be left out or added between two that belong together, and more in a long quotation
STRETCHES = 800  # stretches of the stream, of those with the rarest words, that are looked at word by word
MOST = 12  # groups of places that are aligned
LIGHTEST = 1.0  # weight of the words that a sighting has at least
NOWHERE = -1  # the key of words that the quotation does not hold
FUNCTION = 0.5  # what a function word weighs against another
SHORTENED = {verb: f"{stem}n't" for stem, verb in IRREGULAR.items()}


@dataclass(frozen=True, kw_only=True)
class Sought:
    """The words of a quotation as an index knows them.

    Attributes:
        spans: Their characters in the quotation.
        numbers: The terms, by number, that each may be known as.
        keys: For each word a number that equal words share.
        same: Term number → the key of the words that it may be.
        weights: How much each tells: function words less.
        rarity: Of each, the natural logarithm of how many words there are to one of it.
    """

    spans: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, ...], ...]
    keys: tuple[int, ...]
    same: dict[int, int]
    weights: NDArray[np.float64]
    rarity: NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """A part of one turn that holds words of a quotation.

    Attributes:
        turn: The turn's range of the stream.
        transcript: The transcript's number.
        speaker: The speaker's number, -1 for nobody.
        pairs: Words of the quotation, and their places in the stream.
    """

    turn: range
    transcript: int
    speaker: int
    pairs: Pairs


def held(sought: Sought, pairs: Pairs) -> set[int]:
    """Return the words that are there, and of pairs of characters those whose first stands in the pair before."""
    there = {word for word, _ in pairs}
    last = len(sought.spans) - 1
    return there | {word + 1 for word in there if word < last and sought.spans[word + 1][0] < sought.spans[word][1]}


def sought(index: Index, quotation: str) -> Sought:
    """Return the words of a quotation as an index knows them."""
    read = [_readings(quotation, language) for language in index.languages]
    known = [map(index.terms.get, frozenset().union(*same)) for same in zip(*read, strict=True)]
    numbers = tuple(tuple(sorted(number for number in some if number is not None)) for some in known)
    same: dict[int, int] = {}
    for place, some in enumerate(numbers):
        key = next((same[number] for number in some if number in same), place)
        same.update({number: key for number in some if number not in same})
    found = words(quotation, index.languages[0])
    counts = np.array(
        [sum(len(index.places_of_number(number)) for number in some) for some in numbers], dtype=np.float64
    )
    return Sought(
        spans=tuple((word.start, word.end) for word in found),
        numbers=numbers,
        keys=tuple(same[some[0]] if some else NOWHERE - 1 - place for place, some in enumerate(numbers)),
        same=same,
        weights=np.array([FUNCTION if word.function else 1.0 for word in found]),
        rarity=np.log(1 + len(index.stream) / np.maximum(counts, 1.0)),
    )


def _readings(quotation: str, language: str) -> list[frozenset[Term]]:
    """Return for each word the terms that it may be known as; a verb that runs together with `not` as either alone."""
    read = readings(quotation, language)
    if language != DEFAULT:
        return read
    spelt = [quotation[word.start : word.end].casefold().replace("’", "'") for word in words(quotation, language)]
    following = [*spelt[1:], ""]
    return [
        terms | {term for form in _forms(word, after) for term in analyse(form)}
        for terms, word, after in zip(read, spelt, following, strict=True)
    ]


def _forms(word: str, following: str) -> tuple[str, ...]:
    """Return how a verb with `not` may be written else: as `can't`, `cannot`, or `can` before another word."""
    verb, *denial = uncontracted(word)
    if not denial and following != "not":
        return ()
    return (verb, SHORTENED.get(verb, f"{verb}n't"), f"{verb}not")


def rows(index: Index, sought: Sought, part: range) -> NDArray[np.int64]:
    """Return the places where words of a quotation stand in a row, the first of them at that place."""
    order = _rarest(sought, part)
    found = [index.places_of_number(number) for number in sought.numbers[order[0]]]
    starts = np.sort(np.concatenate([index.places[:0], *found])).astype(np.int64) - (order[0] - part.start)
    starts = starts[(starts >= 0) & (starts + len(part) <= len(index.stream))]
    for word in order[1:]:
        starts = starts[stands(index, sought, word, starts + (word - part.start))]
    return starts


def sightings(index: Index, sought: Sought, part: range) -> Iterator[Sighting]:
    """Yield where words of a part of a quotation stand together, the likeliest first."""
    reach = NEAR + len(part) // 10
    starts = _promising(*_starts(index, sought, part), reach)
    agreeing = _agreeing(index, sought, part, starts)
    for _ in range(MOST):
        if not agreeing.any():
            return
        near = np.abs(starts - starts[agreeing.argmax()]) <= reach
        group = starts[near & (agreeing > 0)]
        agreeing[near] = 0
        window = range(max(int(group.min()) - 2, 0), min(int(group.max()) + len(part) + 2, len(index.stream)))
        yield from in_turns(index, sought, part, window)


def repeated(index: Index, sought: Sought, part: range, seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield where all words of a part stand in a row within a turn, looking only in transcripts seen already.

    A few common words stand in a row in more places than `sightings` looks at: the turns that hold most of the
    quotation come first.
    """
    starts = rows(index, sought, part)
    edges = np.searchsorted(index.passage_starts, [starts, starts + len(part) - 1], side="right") - 1
    turns = index.turn_bounds[edges, 0]
    near = list({one.transcript for one in seen})
    inside = (turns[0] == turns[1]) & np.isin(index.transcripts_of(edges[0]), near)
    holds: dict[int, int] = {}
    for one in seen:
        holds[one.turn.start] = max(holds.get(one.turn.start, 0), len(one.pairs))
    opens = index.passage_starts[turns[0][inside]].tolist()
    order = np.argsort([-holds.get(start, 0) for start in opens], kind="stable")[:MOST]
    for start, passage in zip(starts[inside][order].tolist(), edges[0][inside][order].tolist(), strict=True):
        yield _sighting(index, passage, [(word, start + word - part.start) for word in part])


def _sighting(index: Index, passage: int, pairs: Pairs) -> Sighting:
    return Sighting(
        turn=range(*index.passage_starts[index.turn_bounds[passage]].tolist()),
        transcript=int(index.transcripts_of(np.array([passage]))[0]),
        speaker=int(index.speaker_of[passage]),
        pairs=pairs,
    )


def _rarest(sought: Sought, part: range) -> list[int]:
    return sorted(part, key=lambda word: -sought.rarity[word])


def stands(index: Index, sought: Sought, word: int, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell at which places a word of the quotation stands; it stands at none outside of the stream."""
    inside = (places >= 0) & (places < len(index.stream))
    terms = index.stream[np.where(inside, places, 0)]
    there = np.zeros(len(places), dtype=bool)
    for number in sought.numbers[word]:
        there |= terms == number
    return inside & there


def _starts(index: Index, sought: Sought, part: range) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return where the part would start if each of its rarest words stood in its place, sorted, and their rarity."""
    found: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
    taken: list[float] = []
    for word in _rarest(sought, part)[:MOST_WORDS]:
        places = [index.places_of_number(number).astype(np.int64) for number in sought.numbers[word]]
        if len(taken) >= FEWEST and sum(map(len, found)) + sum(map(len, places)) > ENOUGH:
            break
        # The word goes along in the lowest digits: runs that are sorted merge faster than numbers with an order.
        found += [(some - (word - part.start)) * MOST_WORDS + len(taken) for some in places]
        taken.append(float(sought.rarity[word]))
    packed = np.sort(np.concatenate(found), kind="stable")
    return packed // MOST_WORDS, np.array(taken)[packed % MOST_WORDS]


def _promising(starts: NDArray[np.int64], rarity: NDArray[np.float64], reach: int) -> NDArray[np.int64]:
    """Return the starts, each once, in those stretches of the stream where the rarest words lie close together."""
    chosen = []
    for shift in (0, reach):  # what lies within reach is together in one stretch of the one row or of the other
        stretches = (starts + shift) // (2 * reach)
        bounds = np.flatnonzero(np.diff(stretches, prepend=stretches[:1] - 1))
        mass = np.add.reduceat(rarity, bounds) if len(bounds) else rarity
        kept = np.zeros(len(bounds), dtype=bool)
        kept[np.argpartition(-mass, STRETCHES)[:STRETCHES] if len(mass) > STRETCHES else slice(None)] = True
        chosen.append(starts[np.repeat(kept, np.diff(bounds, append=len(starts)))])
    return np.unique(np.concatenate(chosen))


def _agreeing(index: Index, sought: Sought, part: range, starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the rarity of all words that stand in their places behind each start."""
    agreeing = np.zeros(len(starts))
    for word in _rarest(sought, part)[:MOST_WORDS]:
        agreeing += sought.rarity[word] * stands(index, sought, word, starts + (word - part.start))
    return agreeing


def in_turns(index: Index, sought: Sought, part: range, window: range) -> Iterator[Sighting]:
    """Yield what each turn in a window of the stream holds of a part, where it is more than a common word."""
    first, last = np.searchsorted(index.passage_starts, [window.start, window.stop - 1], side="right") - 1
    passage = int(first)
    while passage <= last:
        bounds = index.turn_bounds[passage]
        opens, closes = index.passage_starts[bounds].tolist()
        start, end = max(window.start, opens), min(window.stop, closes)
        said = [sought.same.get(number, NOWHERE) for number in index.stream[start:end].tolist()]
        pairs = align(sought.keys[part.start : part.stop], said) if len(said) - said.count(NOWHERE) else []
        moved = [(word + part.start, place + start) for word, place in pairs]
        if sum(sought.weights[word] for word in held(sought, moved)) >= LIGHTEST:
            yield _sighting(index, passage, moved)
        passage = int(bounds[1])
