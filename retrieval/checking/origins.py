"""The words of a quotation → where they come from: all places that hold them exactly, or the pieces they consist of."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np

from retrieval.checking.alignment import runs
from retrieval.checking.differences import slight
from retrieval.checking.frames import ELLIPSIS
from retrieval.checking.meaning import ABBREVIATIONS, SENTENCE_END
from retrieval.checking.nearly import all_but_one
from retrieval.checking.sightings import repeated, rows, sightings, sought
from retrieval.checking.tracing import LEAST, Tracer, weight
from retrieval.checking.verifying import Verifier
from retrieval.excerpts import best_excerpt
from retrieval.maxscore import best
from retrieval.model import Match, Quote, Span
from retrieval.quotes import quote_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.checking.sightings import Sought
    from retrieval.checking.tracing import Piece
    from retrieval.index import Index
    from retrieval.model import Speaker

NEARLY = 0.7
"""Share of a quotation's words, function words counting half, from which a place says nearly this."""
HALF, AT_LENGTH = 0.5, 7
"""The same where so many words stand in a row: they were said, whatever was put before or behind them."""
BUT_ONE, RARE = 1.0, 1.3
"""Weight of the words that may be missing in any case, if the others are so rare together."""
TELLING = 2.2  # how rare words have to be together where the others are no slips of what was said, but other words
SHORT = 4  # words in a row that tell where they are from if they are in one place; one more may be in another
UNEXPLAINED = 3  # words in a row that a first search left unexplained, and that are sought by themselves
MOST = 8  # parts that are sought by themselves, those with the rarest words
HOPELESS = 0.25  # share below which they are not
OWNED, SENTENCE = 0.1, 0.5
"""What it costs still to go on elsewhere where a quotation owns to leave words out, and where a sentence starts."""


def exact_places(index: Index, words: str, *, are_few: bool = False) -> list[Match]:
    """Return all places where one turn holds exactly some words, the earliest first.

    Where a denial was cut off the sentence, that is a difference.

    Args:
        index: Where to look.
        words: As put to us.
        are_few: Whether they stand so often that only whole turns of them matter; where there is none, any one place.
    """
    wanted = sought(index, words)
    length = len(wanted.keys)
    places, verifier = rows(index, wanted, range(length)), Verifier(index, words)
    found = list(verifier.exactly(_whole_turns(index, places, length) if are_few else places, length))
    if are_few and not found:
        found = list(islice(verifier.exactly(places, length), 1))
    return sorted({match.quote.id: match for match in found}.values(), key=_place)


def pieces(index: Index, words: str, speakers: frozenset[Speaker] | None) -> list[Match]:
    """Return the place that says nearly this, or the pieces that this was put together from; none where nobody did.

    Args:
        index: Where to look.
        words: As put to us, with blanks in place of all that is not quoted.
        speakers: Those who are said to have said it, whose words come first, or None.
    """
    wanted = sought(index, words)
    breaks = dict(_breaks(wanted, words))
    people = index.speakers if speakers else ()
    preferred = frozenset(number for number, one in enumerate(people) if one in (speakers or ()))
    rivals = [one for one in _traced(index, wanted, breaks, preferred) if _explains(index, wanted, one)]
    verifier = Verifier(index, words)
    read = [(one, list(_matches(verifier, wanted, one))) for one in rivals]
    credible = [found for one, found in read if not _strangeness(found)[0] or _telling(index, wanted, one)]
    return min(credible, key=_strangeness, default=[])


def nearest(index: Index, words: str) -> tuple[Quote, ...]:
    """Return the best excerpt of the passage nearest to some words by BM25; none where nothing holds any of them."""
    wanted = sought(index, words)
    telling = [number for word, some in enumerate(wanted.numbers) if wanted.weights[word] == 1 for number in some]
    weights = {index.terms[number]: index.okapi.idf_of(index.terms[number]) for number in telling}
    numbers, scores = best(index.okapi, list(weights), 1)
    if not scores[0] > 0:
        return ()
    passage = index.passages[int(numbers[0])]
    return (quote_at(passage.transcript, passage.turn, best_excerpt(passage, weights)),)


def _whole_turns(index: Index, places: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Return those places in the stream at which so many words are a whole turn."""
    turns = index.turns(index.passages_at(places.astype(np.int32)))
    return np.asarray(places[(turns.starts == places) & (turns.ends == places + length)])


def _place(match: Match) -> tuple[bool, int, str, int]:
    """Sort by date, the earliest first and the undated last, then by place."""
    transcript = match.quote.transcript
    day = transcript.date
    return day is None, day.toordinal() if day else 0, transcript.id, match.quote.span.start


def _breaks(wanted: Sought, words: str) -> Iterator[tuple[int, float]]:
    """Yield the words before which a quotation has an ellipsis or starts a sentence, and what that makes easier."""
    for word, ((opening, end), (start, _)) in enumerate(pairwise(wanted.spans), start=1):
        between = words[end:start]
        if ELLIPSIS.search(between):
            yield word, OWNED
        elif SENTENCE_END.search(between) and words[opening:end].casefold() not in ABBREVIATIONS:
            yield word, SENTENCE


def _traced(index: Index, wanted: Sought, breaks: Mapping[int, float], preferred: frozenset[int]) -> list[list[Piece]]:
    """Return the likeliest pieces, or several single ones that are as likely.

    What a search for the whole left unexplained is sought by itself.
    """
    owned = [word for word, share in breaks.items() if share == OWNED]
    parts = [range(*edges) for edges in pairwise([0, *owned, len(wanted.keys)])] if owned else []
    seen = [*all_but_one(index, wanted)]
    seen += [
        one for part in (range(len(wanted.keys)), *_weighty(wanted, parts)) for one in sightings(index, wanted, part)
    ]
    seen += [one for part in parts for one in repeated(index, wanted, part, tuple(seen))]
    if not seen:
        return []
    tracer = Tracer(wanted, seen, breaks, preferred)
    traced = tracer.pieces()
    unexplained = [*_unexplained(wanted, traced), *_incomplete(wanted, traced, breaks)]
    if unexplained and weight(wanted, traced) >= HOPELESS * wanted.weights.sum():
        more = [one for part in _weighty(wanted, unexplained) for one in sightings(index, wanted, part)]
        tracer = Tracer(wanted, [*seen, *more], breaks, preferred)
        traced = tracer.pieces()
    return tracer.rivals(traced)


def _weighty(wanted: Sought, parts: Sequence[range]) -> list[range]:
    """Return the parts of a quotation that may come from elsewhere, the rarest of them where there are many."""
    weighty = [part for part in parts if wanted.weights[part.start : part.stop].sum() >= LEAST]
    return sorted(weighty, key=lambda part: -wanted.rarity[part.start : part.stop].sum())[:MOST]


def _strangeness(found: Sequence[Match]) -> tuple[int, int]:
    """Return how many letters matches change other than people do, and how many changes there are."""
    changes = [change for match in found for change in match.differences]
    strange = (change for change in changes if not slight(change))
    return sum(len(change.claimed) + len(change.said) for change in strange), len(changes)


def _unexplained(wanted: Sought, traced: Sequence[Piece]) -> Iterator[range]:
    """Yield the runs of words that no piece holds and that are long enough to be sought."""
    held = {word for piece in traced for word, _ in piece.pairs}
    for before, after in pairwise([-1, *sorted(held), len(wanted.keys)]):
        if after - before > UNEXPLAINED:
            yield range(before + 1, after)


def _incomplete(wanted: Sought, traced: Sequence[Piece], breaks: Mapping[int, float]) -> Iterator[range]:
    """Yield the sentences of a quotation, where it has several, of which no piece holds all words."""
    held = {word for piece in traced for word, _ in piece.pairs}
    for start, stop in pairwise([0, *breaks, len(wanted.keys)]):
        if breaks and not held >= {*range(start, stop)}:
            yield range(start, stop)


def _explains(index: Index, wanted: Sought, traced: Sequence[Piece]) -> bool:
    """Tell whether pieces hold enough of a quotation that it is no chance."""
    held, whole = weight(wanted, traced), wanted.weights.sum()
    all_but_one = len(traced) == 1 and whole - held <= BUT_ONE and _rarity(index, wanted, traced) >= RARE
    said_at_length = max((len(run) for piece in traced for run in runs(piece.pairs)), default=0) >= AT_LENGTH
    return bool(held >= (HALF if said_at_length else NEARLY) * whole or all_but_one)


def _rarity(index: Index, wanted: Sought, traced: Sequence[Piece]) -> float:
    """Return how unlikely it is that the words of pieces meet: 1 as a word that stands once, 2 as two of these."""
    rarity = sum(wanted.rarity[word] for piece in traced for word, _ in piece.pairs)
    return float(rarity / np.log(1 + len(index.stream)))


def _telling(index: Index, wanted: Sought, traced: Sequence[Piece]) -> bool:
    """Tell whether the words of pieces are from there, though others are changed beyond a slip: they are no set phrase.

    Many say “thank you very much for”; that somebody did tells nothing of what is said to follow.
    """
    if _rarity(index, wanted, traced) < TELLING:
        return False
    longest = max((run for piece in traced for run in runs(piece.pairs)), key=len)
    places = rows(index, wanted, range(longest[0][0], longest[-1][0] + 1))
    return len(places) <= max(len(longest) - SHORT, 1)


def _matches(verifier: Verifier, wanted: Sought, traced: Sequence[Piece]) -> Iterator[Match]:
    """Yield what was said in place of each piece, with what the quotation changes."""
    for piece, following in zip(traced, [*traced[1:], None], strict=True):
        start = wanted.spans[piece.words.start][0]
        end = wanted.spans[piece.words.stop - 1][1]
        part = Span(start=start, end=min(end, wanted.spans[following.words.start][0]) if following else end)
        match = verifier.nearly(piece.pairs[0][1], piece.pairs[-1][1], piece.sighting.turn, part)
        if match:
            yield match
