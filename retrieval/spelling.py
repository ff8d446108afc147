"""Words that the transcripts do not know: what may have been meant by them, and what comes close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

if TYPE_CHECKING:
    from retrieval.index import Index
    from retrieval.question import QueryWord, Question
    from retrieval.terms import Term

GUESSED = 0.6  # what a guess counts against a word that was typed as it is spelled
SLIPS = (
    (9, 2),
    (6, 1),
)  # letters from which so many slips are forgiven; in shorter words a slip is another word
STEM = 5  # letters that two forms of a word share at their beginning: Russia, Russian
ENDING = 2  # letters that the longer form has on top
GUESSES = 3
ALIKE = 0.9  # Jaro-Winkler similarity from which a word is worth proposing


def with_guesses(question: Question, index: Index) -> Question:
    """Return a question in which each word that no transcript holds stands for the nearest that they do hold."""
    return replace(question, words=tuple(_guessed(word, index) for word in question.words))


def resembling(word: QueryWord, index: Index, most: int) -> tuple[str, ...]:
    """Return words of the transcripts whose spelling resembles a word, best first, as they stand there."""
    near = process.extract(
        word.terms[0], index.vocabulary.keys(), scorer=JaroWinkler.similarity, limit=most, score_cutoff=ALIKE
    )
    return tuple(dict.fromkeys(index.spelling(term) for term, _, _ in near))


def _guessed(word: QueryWord, index: Index) -> QueryWord:
    if not word.content or any(index.knows(term) for term in word.terms):
        return word
    near = _near(word.terms[0], index)
    return replace(word, terms=near, trust=GUESSED) if near else word


def _near(term: Term, index: Index) -> tuple[Term, ...]:
    """Return the known terms that a term may be a slip or another form of, best first."""
    if term[0].isdigit():
        return ()
    slips = next((allowed for length, allowed in SLIPS if len(term) >= length), 0)
    found = process.extract(
        term, index.vocabulary.keys(), scorer=OSA.distance, limit=GUESSES, score_cutoff=max(slips, ENDING)
    )
    return tuple(known for known, distance, _ in found if distance <= slips or _other_form(term, known))


def _other_form(term: Term, known: Term) -> bool:
    shorter, longer = sorted((term, known), key=len)
    return len(shorter) >= STEM and longer.startswith(shorter)
