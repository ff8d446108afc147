"""The best excerpt of a passage: one to three sentences of its turn that answer, starting where a reader can follow."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import compress, islice
from operator import and_
from typing import TYPE_CHECKING

from retrieval.model import Passage, Span
from retrieval.sentences import sentences
from retrieval.terms import Term, analyse, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from retrieval.terms import Word

MOST_SENTENCES = 3
LONGEST = 400  # characters; only a sentence longer than this is cut
ROOMY = 60  # words at which an excerpt's length starts to count against it
PAIR = 0.5  # two words of the question side by side, against one of them
BLANK_LINE = re.compile(r"\n[ \t]*\n")
FOLLOWS = re.compile(
    r"[“\"'‘(]*(?:this|that|these|those|they|he|she|such|so|therefore|thus|hence|then|but|and|or|because|which|however"
    r"|also|moreover|besides|instead|otherwise|in this regard|in that case|for example|for instance"
    r"|it(?!\s+(?:is|was|will|would|seems|may|might|has\s+been)\b))\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What of a question is heard in a sentence.

    Attributes:
        found: The terms that it asks for, as often as they are said.
        pairs: How often two of them are said side by side.
        length: How many words the sentence has.
    """

    found: tuple[Term, ...]
    pairs: int
    length: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """The sentences in and around a passage, within its turn.

    Attributes:
        text: The text that they stand in.
        told: The sentences that an excerpt may reach, in order.
        own: The places among them of the passage's own.
        heard: What is heard in those of them that a window may hold, by place.
    """

    text: str
    told: Sequence[Span]
    own: range
    heard: Mapping[int, Heard]


def best_excerpt(passage: Passage, weights: Mapping[Term, float]) -> Span:
    """Return the sentences of a passage, with a lead-in from its turn, that hold most of what a question asks.

    Args:
        passage: Where to look; the excerpt never leaves its turn or paragraph.
        weights: The question's terms with their inverse document frequencies, all above zero.
    """
    around = _surroundings(passage, weights)
    merits = {window: merit for first in around.own for window, merit in _merits(around, first, weights)}
    first, last = max(merits, key=merits.__getitem__) if merits else _opening(around)
    first, last = _followable(around, first, last)
    return _fitted(passage, Span(start=around.told[first].start, end=around.told[last - 1].end), weights)


def _surroundings(passage: Passage, weights: Mapping[Term, float]) -> Surroundings:
    """Return the sentences that an excerpt of a passage may reach; those before it only lead in."""
    transcript, span = passage.transcript, passage.span
    near = Span(start=span.start - LONGEST, end=span.end + LONGEST)
    told = sentences(transcript.text, passage.turn.span, transcript.language, near)
    own = [place for place, one in enumerate(told) if one.end > span.start and one.start < span.end]
    reached = range(own[0], min(own[-1] + MOST_SENTENCES, len(told)))
    heard = {place: _heard(analyse(transcript.slice(told[place]), transcript.language), weights) for place in reached}
    return Surroundings(text=transcript.text, told=told, own=range(own[0], own[-1] + 1), heard=heard)


def _heard(spoken: Sequence[Term], weights: Mapping[Term, float]) -> Heard:
    asked = [term in weights for term in spoken]
    return Heard(
        found=tuple(compress(spoken, asked)), pairs=sum(map(and_, asked, islice(asked, 1, None))), length=len(spoken)
    )


def _merits(
    around: Surroundings, first: int, weights: Mapping[Term, float]
) -> Iterator[tuple[tuple[int, int], tuple[float, int]]]:
    """Yield windows from a sentence on with what they are compared by: their worth, and of equals the fewer sentences.

    Only those that begin and end with a word asked for, as any other is worth more without its edge; but the last
    sentence of a passage may begin one without such a word, since none behind it may.
    """
    if not around.heard[first].found and first != around.own[-1]:
        return
    said: list[Term] = []
    mass, pairs, length = 0.0, 0, 0
    for last in _lasts(around, first):
        sentence = around.heard[last - 1]
        for term in sentence.found:
            mass += weights[term] * 0.5 ** said.count(term)
            said.append(term)
        pairs += sentence.pairs
        length += sentence.length
        if sentence.found:
            yield (first, last), (_worth(mass, pairs, length), first - last)


def _worth(mass: float, pairs: int, length: int) -> float:
    """Return how much a window answers: rare words asked for, repeated ones less, against its length."""
    return (mass + PAIR * pairs) / math.sqrt(1 + max(length, ROOMY // 3) / ROOMY)


def _lasts(around: Surroundings, first: int) -> Iterator[int]:
    """Yield the ends of the windows that begin with a sentence: one paragraph, and not too long."""
    yield first + 1
    for last in range(first + 2, min(first + MOST_SENTENCES, len(around.told)) + 1):
        if not _joins(around, first, last):
            return
        yield last


def _joins(around: Surroundings, first: int, last: int) -> bool:
    """Tell whether sentences may stand together: no blank line between them, and short enough."""
    start, end = around.told[first].start, around.told[last - 1].end
    return end - start <= LONGEST and not BLANK_LINE.search(around.text, start, end)


def _opening(around: Surroundings) -> tuple[int, int]:
    """Return the longest window from the start: who answers a question without its words answers in the first ones."""
    first = around.own[0]
    return first, max(_lasts(around, first))


def _followable(around: Surroundings, first: int, last: int) -> tuple[int, int]:
    """Widen a window to where a reader can follow: by what it leans on, and by what leans on it and is asked for."""
    while last - first < MOST_SENTENCES and first and _leans(around, first) and _joins(around, first - 1, last):
        first -= 1
    goes_on = last - first < MOST_SENTENCES and last < len(around.told) and around.heard[last].found
    if goes_on and _leans(around, last) and _joins(around, first, last + 1):
        last += 1
    return first, last


def _leans(around: Surroundings, place: int) -> bool:
    """Tell whether a sentence leans on the one before it."""
    return FOLLOWS.match(around.text, around.told[place].start, around.told[place].end) is not None


def _fitted(passage: Passage, span: Span, weights: Mapping[Term, float]) -> Span:
    """Return a span as it is, or the part of one overlong sentence around its words asked for, cut between words."""
    if span.end - span.start <= LONGEST:
        return span
    spoken = words(passage.transcript.slice(span), passage.transcript.language)
    middle = _densest(spoken, weights)
    start = next((word.start for word in spoken if word.start >= middle - LONGEST // 2), 0)
    if spoken and span.end - span.start - start < LONGEST:
        start = next((word.start for word in spoken if span.end - span.start - word.start <= LONGEST), start)
    fitting = [word.end for word in spoken if start <= word.start and word.end <= start + LONGEST]
    end = fitting[-1] if fitting and fitting[-1] != spoken[-1].end else span.end - span.start
    return Span(start=span.start + start, end=span.start + max(end, start))


def _densest(spoken: Sequence[Word], weights: Mapping[Term, float]) -> int:
    """Return the character around which most of the words asked for stand."""
    asked = [word for word in spoken if word.term in weights]
    if not asked:
        return 0
    return max(
        asked,
        key=lambda word: sum(weights[near.term] for near in asked if abs(near.start - word.start) <= LONGEST // 2),
    ).start
