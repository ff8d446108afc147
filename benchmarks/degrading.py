"""Sentences of transcripts → quotations as people get them wrong, each by one rule and with the verdict it deserves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from random import Random

    from retrieval.model import DifferenceKind, VerdictKind

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
"""A word with a capital within a sentence."""
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b")
DENIALS: Mapping[str, str] = {
    r"\b([Cc])an(?:not|[’']t)\b": r"\1an",
    r"\b([Ww])on[’']t\b": r"\1ill",
    r"\b(\w+?)n[’']t\b": r"\1",
    r"\b(?:not|never|no) ": "",
}
AFFIRMED = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|may|might)(?!n['’]t| (?:not|no|never)\b)(?= [a-z])"
)
PUNCTUATION = re.compile(r"[^\w\s'’%$€£&+=/-]")
LONG_WORD = 5  # letters of a word that a slip leaves recognisable
PIECE = 4  # words of a piece of a stitched quotation


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """What quotations are made from.

    Attributes:
        sentence: Said by `speaker` in one turn, in these words nowhere else.
        speaker: Who said it, or None where the transcript does not tell.
        others: Those of the library who did not say it.
        another: A sentence from another place.
        foreign: A sentence from other transcripts than those of the library.
        names: Words that are written as names in the library.
    """

    sentence: str
    speaker: str | None
    others: Sequence[str]
    another: str
    foreign: str
    names: Sequence[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quoted:
    """What is checked: words, and the speaker that is given along with them."""

    words: str
    speaker: str | None = None


Degrade: TypeAlias = "Callable[[Material, Random], Quoted | None]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A way to quote.

    Attributes:
        degrade: Makes a quotation, or None where a sentence does not lend itself to it.
        deserved: The verdicts that are right; the first is what is hoped for.
        flagged: What has to be flagged as changed, or None.
        reach: Share of quotations that have to get what they deserve.
    """

    degrade: Degrade
    deserved: tuple[VerdictKind, ...]
    flagged: DifferenceKind | None = None
    reach: float


def untouched(material: Material, _: Random) -> Quoted:
    """Quote as it was said, with the speaker where there is one."""
    return Quoted(words=material.sentence, speaker=material.speaker)


def recased(material: Material, draw: Random) -> Quoted:
    """Write all in capitals or none, and leave punctuation out."""
    bare = " ".join(PUNCTUATION.sub(" ", material.sentence).split())
    return Quoted(words=draw.choice([bare.lower(), bare.upper(), bare]))


def misspelt(material: Material, draw: Random) -> Quoted | None:
    """Swap two letters of a word."""
    words = material.sentence.split()
    places = [place for place, word in enumerate(words) if len(word) >= LONG_WORD and word.isalpha()]
    if not places:
        return None
    place = draw.choice(places)
    word, letter = words[place], draw.randrange(1, len(words[place]) - 2)
    words[place] = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :]
    return Quoted(words=" ".join(words)) if words[place] != word else None


def shortened(material: Material, draw: Random) -> Quoted | None:
    """Leave words out of the middle and own it."""
    words = material.sentence.split()
    if len(words) < 3 * PIECE:
        return None
    first = draw.randrange(PIECE, len(words) - 2 * PIECE + 1)
    last = draw.randrange(first + PIECE, len(words) - PIECE + 1)
    mark = draw.choice([" … ", " ... ", " […] ", "… ", " [...] "])
    return Quoted(words=mark.join([" ".join(words[:first]), " ".join(words[last:])]), speaker=material.speaker)


def undenied(material: Material, _: Random) -> Quoted | None:
    """Drop a “not”."""
    for pattern, instead in DENIALS.items():
        words, changed = re.subn(pattern, instead, material.sentence, count=1)
        if changed:
            return Quoted(words=words)
    return None


def denied(material: Material, _: Random) -> Quoted | None:
    """Add a “not”."""
    words, changed = AFFIRMED.subn(r"\1 not", material.sentence, count=1)
    return Quoted(words=words) if changed else None


def renumbered(material: Material, draw: Random) -> Quoted | None:
    """Put another number."""
    found = [*NUMBER.finditer(material.sentence), *NUMBER_WORD.finditer(material.sentence)]
    if not found:
        return None
    number = draw.choice(found)
    if number[0].isalpha():
        other = draw.choice([word for word in NUMBER_WORDS if word != number[0]])
    else:
        digit = draw.choice([sign for sign in "123456789" if sign != number[0][0]])
        other = digit + number[0][1:]
    return Quoted(words=_replaced(material.sentence, number, other))


def renamed(material: Material, draw: Random) -> Quoted | None:
    """Put another name."""
    found = list(NAME.finditer(material.sentence))
    if not found:
        return None
    name = draw.choice(found)
    other = draw.choice([other for other in material.names if other.casefold() not in material.sentence.casefold()])
    return Quoted(words=_replaced(material.sentence, name, other))


def misattributed(material: Material, draw: Random) -> Quoted | None:
    """Ascribe the words to somebody else: beside them, or within."""
    if material.speaker is None or not material.others:
        return None
    other = draw.choice(material.others)
    return draw.choice(
        [
            Quoted(words=material.sentence, speaker=other),
            Quoted(words=f"{other}: “{material.sentence}”"),
            Quoted(words=f"“{material.sentence}” — {other}"),
        ]
    )


def joined(material: Material, draw: Random) -> Quoted:
    """Run two sentences together as if they were one statement."""
    return Quoted(words=draw.choice([" ", " … "]).join([material.sentence, material.another]))


def paraphrased(material: Material, draw: Random) -> Quoted | None:
    """Keep half of the words in their order, and put words of another sentence in place of the others."""
    words, spare = material.sentence.split(), material.another.split()
    kept = set(draw.sample(range(len(words)), len(words) // 2))
    told = [word if place in kept else draw.choice(spare) for place, word in enumerate(words)]
    return Quoted(words=" ".join(told))


def foreign(material: Material, _: Random) -> Quoted:
    """Quote what somebody said elsewhere."""
    return Quoted(words=material.foreign)


RULES: Mapping[str, Rule] = {
    "untouched": Rule(degrade=untouched, deserved=("exact",), reach=0.99),
    "case, punctuation": Rule(degrade=recased, deserved=("exact",), reach=0.99),
    "slip of a letter": Rule(degrade=misspelt, deserved=("differs",), reach=0.99),
    "ellipsis": Rule(degrade=shortened, deserved=("stitched",), reach=0.9),
    "dropped negation": Rule(degrade=undenied, deserved=("differs",), flagged="negation", reach=1.0),
    "added negation": Rule(degrade=denied, deserved=("differs",), flagged="negation", reach=1.0),
    "changed number": Rule(degrade=renumbered, deserved=("differs",), flagged="number", reach=1.0),
    "changed name": Rule(degrade=renamed, deserved=("differs",), flagged="name", reach=1.0),
    "swapped speaker": Rule(degrade=misattributed, deserved=("other_speaker",), reach=0.97),
    "two joined": Rule(degrade=joined, deserved=("stitched",), reach=0.9),
    "half the words": Rule(degrade=paraphrased, deserved=("not_found", "differs", "stitched"), reach=1.0),
    "foreign": Rule(degrade=foreign, deserved=("not_found",), reach=0.98),
}
"""What people do to a quotation; all but the first two and the last change what it says or who says it."""


def _replaced(sentence: str, part: re.Match[str], other: str) -> str:
    return sentence[: part.start()] + other + sentence[part.end() :]
