"""The words of a question against those of the transcripts: kindred words, and what unknown ones may stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from retrieval.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.index import Index
    from retrieval.question import QueryWord, Question

SUFFIXES = frozenset(
    "able abl al an ance anc ant ation ee eer ement en ence enc ent er ful ian ibl ion ism ist iti iv less ment ness or"
    " ship ur y".split()
)
"""Endings that make a word of another in English, as the stemmer leaves them."""
LONGEST_SUFFIX = max(map(len, SUFFIXES))
ROOT = 4  # letters that a word has at least before such an ending
GUESSED = 0.6  # what a guess counts against a word that was typed as it is spelled
SLIPS = {9: 2, 6: 1}
"""Letters from which so many slips are forgiven; in a shorter word only two letters may have changed places."""
STEM, ENDING = 5, 2  # letters that two forms of a word share, and that the longer may have on top: Russia, Russian
GUESSES = 3
ALIKE = 0.9  # Jaro-Winkler similarity from which a word is worth proposing


def understood(question: Question, index: Index) -> Question:
    """Return a question whose words know their kin, and in which unknown words stand for the nearest known ones."""
    return replace(question, words=tuple(_understood(word, index) for word in question.words))


def resembling(word: QueryWord, index: Index, most: int) -> tuple[str, ...]:
    """Return words of the transcripts whose spelling resembles a word, best first, as they stand there."""
    typed = word.typed.casefold()
    numbers = index.folded.alike(typed, ALIKE)
    texts = index.folded.words.texts_at(numbers)
    near = process.extract(typed, texts, scorer=JaroWinkler.similarity, limit=most, score_cutoff=ALIKE)
    return tuple(index.spellings[int(index.folded.written[numbers[place]])] for _, _, place in near)


def _understood(word: QueryWord, index: Index) -> QueryWord:
    if not word.content or word.runs:
        return word
    if any(index.knows(term) for term in word.terms):
        return replace(word, kin=tuple(_kin(word.terms[0], index)))
    near = tuple(dict.fromkeys(_near(word.typed.casefold(), index)))
    return replace(word, terms=near, trust=GUESSED) if near else word


def _kin(term: Term, index: Index) -> Iterator[Term]:
    """Yield the known terms that differ from a term by one suffix."""
    if len(term) >= ROOT:
        yield from (longer for longer in index.terms.beginning(term) if longer[len(term) :] in SUFFIXES)
    for length in range(max(ROOT, len(term) - LONGEST_SUFFIX), len(term)):
        if term[length:] in SUFFIXES and (shorter := Term(term[:length])) in index.terms:
            yield shorter


def _near(typed: str, index: Index) -> Iterator[Term]:
    """Yield the known terms of words that a typed word may be a slip or another form of, best first."""
    if typed[0].isdigit():
        return
    slips = next((allowed for letters, allowed in SLIPS.items() if len(typed) >= letters), 0)
    allowed = max(slips, ENDING)
    near = index.folded.words.texts_at(index.folded.within(typed, allowed))
    found = process.extract(typed, near, scorer=OSA.distance, limit=GUESSES, score_cutoff=allowed)
    for spelling, distance, _ in found:
        if distance <= slips or _swapped(typed, spelling, distance) or _other_form(typed, spelling):
            yield from (term for term in index.terms_of(spelling) if index.knows(term))


def _swapped(typed: str, spelling: str, distance: int) -> bool:
    return distance == 1 and len(typed) >= ROOT and sorted(typed) == sorted(spelling)


def _other_form(typed: str, spelling: str) -> bool:
    shorter, longer = sorted((typed, spelling), key=len)
    return len(shorter) >= STEM and longer.startswith(shorter)
