"""Question → Found | NotFound: rank, take the best excerpts, and say no where the best is not good enough."""

from __future__ import annotations

import re
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING

from retrieval.confidence import RIVALS, THRESHOLD, confidence, evidence, lead, occurs
from retrieval.excerpts import best_excerpt
from retrieval.model import Answer, Found, NotFound, Quote, Reason, UnknownWord
from retrieval.quotes import quote_at
from retrieval.search import Search
from retrieval.spelling import resembling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval.plan import Plan
    from retrieval.question import QueryWord
    from retrieval.ranking import Ranked
    from retrieval.scope import Scope
    from retrieval.terms import Term

WORTHWHILE = 0.6  # of the best score: a passage below it is no second answer
LIKE = 0.8  # share of words in common from which two quotes say the same
CLOSEST = 3
FIRST, MORE = RIVALS, 2  # passages ranked at first, and how many times as many where these say too much the same
HEARSAY = 0.6  # how much of its confidence an answer keeps that is others' words instead of theirs who are asked for
NOISES = re.compile(r"[\[(]\W*\w+(?:\W+[\d:.]+)?\W*[\])]")
"""What is heard besides words: `[laughs]`, `(applause)`, `[inaudible 00:12:07]`."""
SPOKEN = re.compile(r"\w")
WORD = re.compile(r"\w+")
KIN = 0.5  # what a kindred word counts in an excerpt


def answer(plan: Plan, scope: Scope, limit: int) -> Answer:
    """Answer a question from the passages of a scope."""
    question = plan.question
    search = Search(plan, scope)
    ranked = search.best(max(FIRST, limit))
    facts = evidence(plan, scope, int(ranked.numbers[0]), float(ranked.scores[0]))
    unheard = silent(plan, scope)
    sure = confidence(facts, lead(plan, scope, ranked)) * (HEARSAY if unheard else 1)
    quotes = tuple(islice(_quotes(plan, _worthwhile(search, ranked, scope.size)), max(limit, 1)))
    if sure >= THRESHOLD and quotes:
        return Found(question=question.text, quotes=quotes, confidence=sure, silent=unheard)
    reason = Reason(unknown_words=unknown_words(plan, scope), searched=scope.searched)
    nearest = quotes if facts.found else ()  # sharing no word with the question is not near
    return NotFound(question=question.text, reason=reason, nearest=nearest, confidence=sure, silent=unheard)


def silent(plan: Plan, scope: Scope) -> str | None:
    """Return whom a question wants to hear, “Ann Lee” of “What did Ann Lee say”, where nobody of that name speaks.

    A name is told by its capitals, and its bearer by the last part: of “Mayor Lee of Holm”, by Lee.
    """
    sought = {one.word: one for one in plan.content}
    name = [*takewhile(_names, dropwhile(lambda word: not _names(word), plan.question.words))]
    if not name or name[-1] not in sought or scope.speaks(sought[name[-1]].bearers):
        return None
    return " ".join(word.typed for word in name)


def _names(word: QueryWord) -> bool:
    """Tell whether a word is part of the name of somebody whom a question wants to hear."""
    return word.speaks and word.content and word.typed[0].isupper()


def _worthwhile(search: Search, ranked: Ranked, size: int) -> Iterator[int]:
    """Yield the passages that are worthwhile, best first; only what somebody looks at is ranked."""
    given, most = 0, len(ranked.numbers)
    least = WORTHWHILE * float(ranked.scores[0])
    while True:
        for number, score in zip(ranked.numbers[given:].tolist(), ranked.scores[given:].tolist(), strict=True):
            if score <= 0 or score < least:
                return
            yield number
        given = len(ranked.numbers)
        if given < most or given >= size:
            return
        most *= MORE
        ranked = search.best(most, least)


def _quotes(plan: Plan, numbers: Iterator[int]) -> Iterator[Quote]:
    """Yield the best excerpts of passages, each saying something else."""
    weights = term_weights(plan)
    given: list[tuple[Quote, frozenset[str]]] = []
    for number in numbers:
        passage = plan.index.passages[number]
        quote = quote_at(passage.transcript, passage.turn, best_excerpt(passage, weights))
        if not SPOKEN.search(NOISES.sub("", quote.text)):
            continue
        spoken = frozenset(WORD.findall(quote.text.casefold()))
        if not any(_overlap(quote, other) or _agree(spoken, words) for other, words in given):
            given.append((quote, spoken))
            yield quote


def term_weights(plan: Plan) -> Mapping[Term, float]:
    """Return what each term of a question counts in an excerpt."""
    kin = {term: KIN * sought.idf for sought in plan.content for term in sought.word.kin}
    runs = {term: sought.idf / len(run) for sought in plan.content for run in sought.word.runs for term in run}
    return kin | runs | {term: sought.idf for sought in plan.content for term in sought.word.terms}


def _overlap(quote: Quote, other: Quote) -> bool:
    """Tell whether two quotes share a place."""
    mine, theirs = quote.span, other.span
    return quote.transcript is other.transcript and mine.start < theirs.end and theirs.start < mine.end


def _agree(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two quotes say nearly the same."""
    shared = len(words & others)
    return shared >= LIKE * max(len(words) + len(others) - shared, 1)


def unknown_words(plan: Plan, scope: Scope) -> tuple[UnknownWord, ...]:
    """Return the words of a question that never occur, each with words that do and resemble it."""
    return tuple(
        UnknownWord(word=sought.word.typed, closest=resembling(sought.word, plan.index, CLOSEST))
        for sought in plan.content
        if sought.word.trust < 1 or not occurs(sought, scope)
    )
