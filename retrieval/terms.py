"""Text → terms: the only meaning of “same word”.

A word is a run of letters or digits of any script. Case, possessives, the stops of `U.S.`, ё against е, accents on
Latin letters and word endings (by the language's Snowball stemmer) make no difference. Scripts without spaces become
character bigrams.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NewType

import Stemmer

from retrieval.languages import DEFAULT, FUNCTION_WORDS, NUMERALS, STEMMERS

if TYPE_CHECKING:
    from collections.abc import Iterator

Term = NewType("Term", str)
"""A word as the index knows it: made here only."""

UNSPACED = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1780-\u17ff"
UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in {"Mn", "Mc"})
"""Accents and vowel signs that are characters of their own; regular expressions take them for no part of a word."""
INVISIBLE = "\u00ad\u200c\u200d\u2060"
"""Soft hyphens and joiners within a word."""
LETTER = rf"[^\W_{UNSPACED}]"
LETTERS = rf"{LETTER}+(?:[{MARKS}{INVISIBLE}]+{LETTER}*)*"
WORD = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    r"|(?P<acronym>(?:[^\W\d_]\.){2,}(?!\w)|(?:[^\W\d_]\.)+[^\W\d_](?![\w’']))"
    r"|(?P<number>\d+(?:[.,]\d+)*(?![^\W_]))"
    rf"|(?P<word>{LETTERS}(?:['’]{LETTERS})*)"
)
TOKEN = re.compile(r"[A-Za-z]{2,}(?=[ ,?!;\n])|" + re.sub(r"\?P<\w+>", "?:", WORD.pattern))
"""The same words, without telling their kinds, which their letters tell; the commonest kind is tried first."""
CLITIC = re.compile(r"'(?:s|re|ve|ll|d|m)?$")
ELIDING = frozenset({"ca", "fr", "it"})
"""Languages that write `l’homme`: what stands before the apostrophe is an article or pronoun."""
STROKED = str.maketrans("øłđħŧ", "oldht")
"""Latin letters whose stroke Unicode takes for no accent."""
TENS = frozenset("20 30 40 50 60 70 80 90".split())
COMPOUNDING = frozenset({"en"})
"""Languages that write 25 as its tens, then its units."""
CACHED_WORDS = 1 << 17


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: its term, its characters' range, and whether it only holds the sentence together."""

    term: Term
    start: int
    end: int
    function: bool


def analyse(text: str, language: str = DEFAULT) -> list[Term]:
    """Return the terms of a text, function words included, in order.

    >>> analyse("The U.S. administration's 1,500 agreements")
    ['the', 'us.', 'administr', '1500', 'agreement']
    """
    tokens = TOKEN.findall(text)
    known = _lexicon(language)
    terms = list(chain.from_iterable(map(known.__getitem__, tokens)))
    return terms if known.tens.isdisjoint(tokens) else [term for term, _, _ in _terms(text, language)]


def words(text: str, language: str = DEFAULT) -> list[Word]:
    """Return the words of a text with their places, in order."""
    common = function_terms(language)
    return [Word(term, start, end, term in common) for term, start, end in _terms(text, language)]


class Lexicon(dict[str, tuple[Term, ...]]):
    """The terms of words of one language, by spelling, remembered: a text has few words that are new.

    Attributes:
        tens: Spellings of 20, 30 and so on in letters, which the next word may add to.
    """

    def __init__(self, language: str) -> None:
        """Begin without a word."""
        super().__init__()
        self.tens: set[str] = set()
        self._language = language

    def __missing__(self, token: str) -> tuple[Term, ...]:
        """Return the terms of a word that is met for the first time; runs without spaces are hardly met again."""
        terms = tuple(term for term, _, _ in _simple_terms(token, self._language))
        if self._language in COMPOUNDING and terms[0] in TENS and not token[0].isdigit():
            self.tens.add(token)
        if len(self) < CACHED_WORDS and len(terms) == 1:
            self[token] = terms
        return terms


@lru_cache(maxsize=64)
def _lexicon(language: str) -> Lexicon:
    return Lexicon(language)


@lru_cache(maxsize=64)
def function_terms(language: str) -> frozenset[Term]:
    """Return the terms of a language's function words; empty for a language without a list."""
    return frozenset(_term(word, language) for word in FUNCTION_WORDS.get(language, ()))


def readings(text: str, language: str = DEFAULT) -> list[frozenset[Term]]:
    """Return for each word of a text the terms that it has in any case: `US` may be typed `us`, and `us` `US`."""
    return [
        frozenset({term, _acronym(letters, language), _term(letters, language)})
        for term, start, end in _terms(text, language)
        if (letters := text[start:end].replace(".", "") or text[start:end])
    ]


def word_count(text: str) -> int:
    """Count the terms of a text without making them, so that words are counted in one way everywhere.

    >>> word_count("Mr.Putin came to Japan.")
    5
    """
    return sum(max(len(word) - 1, 1) if UNSPACED_CHARACTER.match(word) else 1 for word in TOKEN.findall(text))


def spelled(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text as they are spelled, but for case and kind of apostrophe, each with its place.

    Where words are not spaced, every character counts as one.
    """
    return [word for match in WORD.finditer(text) for word in _spelled(match)]


def _spelled(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    if match.lastgroup == "unspaced":
        yield from ((sign, place, place + 1) for place, sign in enumerate(match[0], start=match.start()))
    else:
        letters = match[0].replace(".", "") if match.lastgroup == "acronym" else match[0]
        yield _folded(letters), match.start(), match.end()


def _terms(text: str, language: str) -> Iterator[tuple[Term, int, int]]:
    """Yield the terms of a text with their places; `twenty-five` is 20 and 25, so that either form finds the other."""
    tens, behind = 0, 0
    for term, start, end in _simple_terms(text, language):
        unit = int(term) if term.isdecimal() and len(term) == 1 and not text[start].isdigit() else 0
        joined = tens and unit and text[behind:start] in {" ", "-", "‑"}
        yield (Term(str(tens + unit)) if joined else term), start, end
        tens = int(term) if language in COMPOUNDING and term in TENS and not text[start].isdigit() else 0
        behind = end


def _simple_terms(text: str, language: str) -> Iterator[tuple[Term, int, int]]:
    for match in WORD.finditer(text):
        if match.lastgroup == "unspaced":
            yield from _bigrams(match[0], match.start())
        elif match.lastgroup == "acronym" or match[0].isupper():
            yield _acronym(match[0].replace(".", ""), language), match.start(), match.end()
        else:
            yield _term(match[0], language), match.start(), match.end()


def _bigrams(run: str, start: int) -> Iterator[tuple[Term, int, int]]:
    """Yield each pair of neighbouring characters, or the only character."""
    for place in range(max(len(run) - 1, 1)):
        yield Term(run[place : place + 2]), start + place, start + min(place + 2, len(run))


@lru_cache(maxsize=CACHED_WORDS)
def _acronym(letters: str, language: str) -> Term:
    """Return the term of a word in capitals: `U.S.` and `US` are one, and neither is `us`."""
    if len(letters) > 1 and letters.casefold() in FUNCTION_WORDS.get(language, ()):
        return Term(letters.casefold() + ".")
    return _term(letters, language)


@lru_cache(maxsize=CACHED_WORDS)
def _term(word: str, language: str) -> Term:
    """Return the term of one word."""
    if word[0].isdigit():
        return Term(word.casefold().replace(",", ""))
    folded = _folded(word).replace("ё", "е")
    whole = folded.rpartition("'")[2] if language in ELIDING else CLITIC.sub("", folded)
    if whole in NUMERALS.get(language, ()):
        return Term(NUMERALS[language][whole])
    stem = _stemmer(language).stemWord(whole) if language in STEMMERS else whole
    return Term(_without_accents(stem) or folded)


def _folded(word: str) -> str:
    """Return a word in lower case, with composed accents and straight apostrophes, and without invisible signs."""
    visible = word if word.isascii() else re.sub(f"[{INVISIBLE}]", "", unicodedata.normalize("NFKC", word))
    return visible.casefold().replace("’", "'")


def _without_accents(word: str) -> str:
    """Drop the accents of Latin letters; other scripts' marks are letters of their own."""
    if word.isascii():
        return word
    plain = word.translate(STROKED)
    return "".join(unicodedata.normalize("NFD", letter)[0] if "À" <= letter <= "ɏ" else letter for letter in plain)


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS[language], 0)
