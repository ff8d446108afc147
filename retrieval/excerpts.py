"""The best excerpt of a passage: one to three sentences of its turn that answer, starting where a reader can follow."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.model import Passage, Span
from retrieval.sentences import sentences
from retrieval.terms import Term, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from retrieval.terms import Word

MOST_SENTENCES = 3
LONGEST = 400  # characters; only a sentence longer than this is cut
ROOMY = 60  # words at which an excerpt's length starts to count against it
PAIR = 0.5  # two words of the question side by side, against one of them
FOLLOWS = re.compile(
    r"[“\"'‘(]*(?:this|that|these|those|they|he|she|such|so|therefore|thus|hence|then|but|and|or|because|which|however"
    r"|also|moreover|besides|instead|otherwise|in this regard|in that case|for example|for instance"
    r"|it(?!\s+(?:is|was|will|would|seems|may|might|has\s+been)\b))\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of a turn with the words in it that the question asks for."""

    span: Span
    found: tuple[Term, ...]
    pairs: int
    length: int
    leans: bool


def best_excerpt(passage: Passage, weights: Mapping[Term, float]) -> Span:
    """Return the sentences of a passage, with a lead-in from its turn, that hold most of what a question asks.

    Args:
        passage: Where to look; the excerpt never leaves its turn or paragraph.
        weights: The question's terms with their inverse document frequencies.
    """
    told = [_sentence(passage, span, weights) for span in _nearby(passage)]
    windows = list(_windows(passage, told))
    first, last = max(windows, key=lambda window: _merit(told[window[0] : window[1]], weights))
    if not any(sentence.found for sentence in told[first:last]):
        first, last = _opening(windows)
    first, last = _followable(passage, told, first, last)
    return _fitted(passage, Span(start=told[first].span.start, end=told[last - 1].span.end), weights)


def _nearby(passage: Passage) -> list[Span]:
    """Return the sentences of a passage's turn that an excerpt of it may reach."""
    transcript, span = passage.transcript, passage.span
    told = sentences(transcript.text, passage.turn.span, transcript.language)
    return [one for one in told if one.end > span.start - LONGEST and one.start < span.end + LONGEST]


def _sentence(passage: Passage, span: Span, weights: Mapping[Term, float]) -> Sentence:
    text = passage.transcript.slice(span)
    spoken = words(text, passage.transcript.language)
    asked = [word.term in weights for word in spoken]
    return Sentence(
        span=span,
        found=tuple(word.term for word in spoken if word.term in weights),
        pairs=sum(1 for this, following in pairwise(asked) if this and following),
        length=len(spoken),
        leans=FOLLOWS.match(text) is not None,
    )


def _windows(passage: Passage, told: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the runs of neighbouring sentences that an excerpt may be: in the passage, one paragraph, not too long."""
    for first, sentence in enumerate(told):
        if sentence.span.end <= passage.span.start or sentence.span.start >= passage.span.end:
            continue
        for last in range(first + 1, min(first + MOST_SENTENCES, len(told)) + 1):
            if last > first + 1 and not _joins(passage, told, first, last):
                break
            yield first, last


def _joins(passage: Passage, told: Sequence[Sentence], first: int, last: int) -> bool:
    """Tell whether sentences may stand together: no blank line between them, and short enough."""
    whole = Span(start=told[first].span.start, end=told[last - 1].span.end)
    return whole.end - whole.start <= LONGEST and not re.search(r"\n[ \t]*\n", passage.transcript.slice(whole))


def _opening(windows: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the longest window from the start: who answers a question without its words answers in the first ones."""
    start, _ = windows[0]
    return max(window for window in windows if window[0] == start)


def _merit(window: Sequence[Sentence], weights: Mapping[Term, float]) -> tuple[float, int]:
    """Return by what windows are compared: how much they answer, and of equals the fewer sentences."""
    return _worth(window, weights), -len(window)


def _worth(window: Sequence[Sentence], weights: Mapping[Term, float]) -> float:
    """Return how much a window answers: rare words asked for, repeated ones less, against its length."""
    found = [term for sentence in window for term in sentence.found]
    length = sum(sentence.length for sentence in window)
    mass = sum(weights[term] * (2 - 0.5 ** (found.count(term) - 1)) for term in set(found))
    pairs = PAIR * sum(sentence.pairs for sentence in window)
    return (mass + pairs) / math.sqrt(1 + max(length, ROOMY // 3) / ROOMY)


def _followable(passage: Passage, told: Sequence[Sentence], first: int, last: int) -> tuple[int, int]:
    """Widen a window to where a reader can follow: by what it leans on, and by what leans on it and is asked for."""
    while told[first].leans and first and last - first < MOST_SENTENCES and _joins(passage, told, first - 1, last):
        first -= 1
    goes_on = last < len(told) and told[last].leans and told[last].found
    if goes_on and last - first < MOST_SENTENCES and _joins(passage, told, first, last + 1):
        last += 1
    return first, last


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
