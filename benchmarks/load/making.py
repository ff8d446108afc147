"""A folder of transcripts of any size, spliced from the words of a small one: the same every time."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError
from retrieval.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval import Transcript

SEED = 20170117
TURNS = 50
"""In a transcript that is made."""
SPEAKERS = 200
VOCABULARY = 100_000
_FRESH = 1 / 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST_NAMES = "Ann Ben Clara David Eva Frank Grace Hugo Irene John".split()
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What was made, and what users may know of it.

    Attributes:
        folder: The transcripts.
        speakers: Who speaks in them.
        sample: The words of some turns, to ask about and to quote from.
    """

    folder: Path
    speakers: Sequence[str]
    sample: Sequence[str]


def make_library(folder: Path, source: Sequence[Transcript], passages: int) -> Made:
    """Write transcripts with so many passages, each a passage of the source with every third long word changed.

    New words are drawn as often as Zipf's law has it, so that the vocabulary grows as in real transcripts.

    Args:
        folder: Where they go; what it holds already under these names is written anew.
        source: Whose words are used.
        passages: How many there are to be.

    Raises:
        BenchmarkError: The source holds no words.
    """
    chance = random.Random(SEED)  # noqa: S311 - to be the same every time is the point
    words = [one.transcript.slice(one.span) for transcript in source for one in passages_of(transcript)]
    if not words:
        raise BenchmarkError("the folder holds no words that a library could be made from; give another")
    speakers = [f"{chance.choice(_FIRST_NAMES)} {_coined(chance).capitalize()}" for _ in range(SPEAKERS)]
    folder.mkdir(parents=True, exist_ok=True)
    sample = []
    for first in range(0, passages, TURNS):
        turns = [_varied(chance, chance.choice(words)) for _ in range(min(TURNS, passages - first))]
        number = first // TURNS
        (folder / f"made-{number:05}.txt").write_text(_transcript(chance, number, turns, speakers), encoding="utf-8")
        sample.append(turns[-1])
    return Made(folder=folder, speakers=speakers, sample=sample)


def _transcript(chance: random.Random, number: int, turns: Sequence[str], speakers: Sequence[str]) -> str:
    """Lay out a transcript as press offices do: a heading, then questions and answers in turn."""
    host = chance.choice(speakers)
    labelled = [f"{host if place % 2 else 'Question'}: {words}" for place, words in enumerate(turns)]
    heading = f"{host}’s answers to questions, part {number} (Geneva, May {number % 31 + 1}, {1990 + number % 30})"
    return "\n\n".join([heading, *labelled])


def _varied(chance: random.Random, words: str) -> str:
    """Put other words in place of some, on one line."""
    return _WORD.sub(partial(_changed, chance), " ".join(words.split()))


def _changed(chance: random.Random, word: re.Match[str]) -> str:
    if chance.random() > _FRESH:
        return word[0]
    coined = _coined(chance)
    return coined.capitalize() if word[0][0].isupper() else coined


def _coined(chance: random.Random) -> str:
    """Draw a word that nobody has heard of; rank r comes up about as often as 1/r (Zipf's law)."""
    rank = int(VOCABULARY ** chance.random())
    word = ""
    while rank or len(word) < 4:  # noqa: PLR2004 - two syllables
        rank, syllable = divmod(rank, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word
