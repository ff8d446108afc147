"""Question → Found | NotFound: rank, take the best excerpts, and say no where the best is not good enough."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from retrieval.confidence import THRESHOLD, confidence, evidence, occurs
from retrieval.excerpts import best_excerpt
from retrieval.model import Answer, Found, NotFound, Quote, Reason, Searched, UnknownWord
from retrieval.quotes import quote_at
from retrieval.ranking import Ranked, idf_of, rank
from retrieval.spelling import resembling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.question import Question
    from retrieval.terms import Term

WORTHWHILE = 0.6  # of the best score: a passage below it is no second answer
LIKE = 0.8  # share of words in common from which two quotes say the same
CLOSEST = 3
KIN = 0.5  # what a kindred word counts in an excerpt


def answer(index: Index, question: Question, scope: NDArray[np.int64], limit: int) -> Answer:
    """Answer a question from the passages of a scope, given by number in ascending order."""
    ranked = rank(index, question, scope)
    facts = evidence(index, question, scope, int(ranked.numbers[0]), float(ranked.scores[0]))
    sure = confidence(facts)
    quotes = tuple(_quotes(index, question, ranked, limit))
    if sure >= THRESHOLD and quotes:
        return Found(question=question.text, quotes=quotes, confidence=sure)
    reason = Reason(unknown_words=unknown_words(index, question, scope), searched=searched(index, scope))
    nearest = quotes if facts.found else ()  # sharing no word with the question is not near
    return NotFound(question=question.text, reason=reason, nearest=nearest, confidence=sure)


def searched(index: Index, scope: NDArray[np.int64]) -> Searched:
    """Return what a scope covers."""
    transcripts = [index.headers[number] for number in np.unique(index.transcript_of[scope])]
    dates = [transcript.date for transcript in transcripts if transcript.date]
    return Searched(
        transcripts=len(transcripts),
        passages=len(scope),
        earliest=min(dates, default=None),
        latest=max(dates, default=None),
    )


def _quotes(index: Index, question: Question, ranked: Ranked, limit: int) -> Iterator[Quote]:
    """Yield the best excerpts, each saying something else, as long as they are worthwhile."""
    weights = term_weights(index, question)
    given: list[Quote] = []
    for number, score in zip(ranked.numbers, ranked.scores, strict=True):
        if len(given) >= max(limit, 1) or score <= 0 or score < WORTHWHILE * ranked.scores[0]:
            return
        passage = index.passages[number]
        quote = quote_at(passage.transcript, passage.turn, best_excerpt(passage, weights))
        if not any(_alike(quote, other) for other in given):
            given.append(quote)
            yield quote


def term_weights(index: Index, question: Question) -> Mapping[Term, float]:
    """Return what each term of a question counts in an excerpt."""
    kin = {term: KIN * idf_of(index, word) for word in question.content for term in word.kin}
    runs = {term: idf_of(index, word) / len(run) for word in question.content for run in word.runs for term in run}
    return kin | runs | {term: idf_of(index, word) for word in question.content for term in word.terms}


def _alike(quote: Quote, other: Quote) -> bool:
    """Tell whether two quotes overlap in place or nearly agree in words."""
    if quote.transcript is other.transcript and quote.span.start < other.span.end and other.span.start < quote.span.end:
        return True
    mine, theirs = ({*re.findall(r"\w+", one.text.casefold())} for one in (quote, other))
    return len(mine & theirs) >= LIKE * max(len(mine | theirs), 1)


def unknown_words(index: Index, question: Question, scope: NDArray[np.int64]) -> tuple[UnknownWord, ...]:
    """Return the words of a question that never occur, each with words that do and resemble it."""
    return tuple(
        UnknownWord(word=word.typed, closest=resembling(word, index, CLOSEST))
        for word in question.content
        if word.trust < 1 or not occurs(index, word, scope)
    )
