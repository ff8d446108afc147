"""A folder of transcripts → quotations to check, drawn from them and degraded by rule."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from benchmarks.degrading import NAME, RULES, Material, Quoted
from benchmarks.errors import BenchmarkError
from retrieval import Library, NoTranscriptsError
from retrieval.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.progress import Tick
    from retrieval import Speaker, Transcript, Turn

SHORTEST, LONGEST = 6, 40  # words of a sentence that is quoted
TRIES = 4000  # sentences that are tried for one case before a rule is given up
WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence of a turn."""

    text: str
    transcript: Transcript
    turn: Turn


class Corpus:
    """A library from which sentences are drawn.

    Attributes:
        name: The folder's.
        library: What it holds.
    """

    def __init__(self, folder: Path) -> None:
        """Open a folder.

        Raises:
            BenchmarkError: It holds no transcripts.
        """
        self.name = folder.name
        try:
            self.library = Library.open(folder)
        except NoTranscriptsError as error:
            raise BenchmarkError(str(error)) from error
        self._turns = [(transcript, turn) for transcript in self.library.transcripts for turn in transcript.turns]

    def sentence(self, draw: random.Random) -> Said:
        """Draw a sentence of a length that people quote.

        Raises:
            BenchmarkError: There seems to be none.
        """
        for _ in range(TRIES):
            transcript, turn = draw.choice(self._turns)
            spans = sentences(transcript.text, turn.span, transcript.language)
            text = transcript.slice(draw.choice(spans)) if spans else ""
            if SHORTEST <= sum(map(_spoken_word, text.split())) <= LONGEST and "\n" not in text:
                return Said(text=text, transcript=transcript, turn=turn)
        raise BenchmarkError(f"{self.name} holds no sentence of {SHORTEST} to {LONGEST} words that could be quoted")

    def times(self, words: str) -> int:
        """Count how often words stand in the transcripts, told by letters alone; this is not how Verbatim looks."""
        return self._spoken.count(f" {_letters(words)} ")

    @cached_property
    def names(self) -> Sequence[str]:
        """Words that are written as names within sentences, the commonest."""
        found = Counter(name for one in self.library.transcripts for name in NAME.findall(one.text))
        small = Counter(WORD.findall(self._text))
        return [name for name, _ in found.most_common(2000) if name.lower() not in small]

    @cached_property
    def speakers(self) -> Sequence[str]:
        """The names of all who speak."""
        return [speaker.name for speaker in self.library.speakers]

    @cached_property
    def _text(self) -> str:
        return "\n".join(transcript.text for transcript in self.library.transcripts)

    @cached_property
    def _spoken(self) -> str:
        turns = (_letters(transcript.slice(turn.span)) for transcript, turn in self._turns)
        return " \n ".join(f" {words} " for words in turns)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A quotation to check.

    Attributes:
        rule: By which it was made, a key of `RULES`.
        corpus: Where it is looked for.
        quoted: What is put to the library.
    """

    rule: str
    corpus: Corpus
    quoted: Quoted


def cases(corpora: Sequence[Corpus], number: int, seed: int, tick: Tick) -> Iterator[Case]:
    """Yield so many quotations, about as many by each rule and from each corpus; the same ones for the same seed.

    Args:
        corpora: At least two; what is said in one of the others is foreign.
        number: How many quotations.
        seed: Of the draw.
        tick: Called after each with what is being done.
    """
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    places = [(rule, number) for number in range(len(corpora)) for rule in RULES]
    for count in range(number):
        rule, own = places[count % len(places)]
        others = [corpus for place, corpus in enumerate(corpora) if place != own]
        case = _case(rule, corpora[own], draw.choice(others), draw)
        tick(f"{corpora[own].name}: drawing")
        if case is not None:
            yield case


def _case(rule: str, corpus: Corpus, other: Corpus, draw: random.Random) -> Case | None:
    """Return a quotation by a rule; None where no sentence of the corpus lends itself to it."""
    for _ in range(TRIES):
        said = corpus.sentence(draw)
        material = _material(said, corpus, other, draw)
        quoted = RULES[rule].degrade(material, draw)
        if quoted is not None and _fair(rule, quoted, said, corpus):
            return Case(rule=rule, corpus=corpus, quoted=quoted)
    return None


def _material(said: Said, corpus: Corpus, other: Corpus, draw: random.Random) -> Material:
    speaker = said.turn.speaker
    return Material(
        sentence=said.text,
        speaker=speaker.name if speaker else None,
        others=[name for name in corpus.speakers if not _share(name, speaker)],
        another=corpus.sentence(draw).text,
        foreign=other.sentence(draw).text,
        names=corpus.names,
    )


def _share(name: str, speaker: Speaker | None) -> bool:
    """Tell whether a name may mean a speaker."""
    borne = f"{speaker.name} {speaker.label} {speaker.title or ''}" if speaker else ""
    return bool({*_letters(name).split()} & {*_letters(borne).split()})


def _fair(rule: str, quoted: Quoted, said: Said, corpus: Corpus) -> bool:
    """Tell whether a quotation deserves what its rule says: the sentence was said once, and what it became never."""
    if rule == "foreign":
        return corpus.times(quoted.words) == 0
    changed = _letters(said.text) not in _letters(quoted.words)
    return corpus.times(said.text) == 1 and (not changed or corpus.times(quoted.words) == 0)


def _spoken_word(word: str) -> bool:
    return any(map(str.isalnum, word))


def _letters(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))
