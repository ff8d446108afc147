"""What a library holds at one moment, and every question to it; a refresh replaces it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from retrieval import answering, checking, citing, completing
from retrieval.aliases import widened
from retrieval.catalogue import Listed, Share, catalogue, shares
from retrieval.errors import NoTranscriptsError, UnknownTranscriptError
from retrieval.identities import Identities
from retrieval.model import Answer, Cited, Failure, Hit, Quote, Speaker, Transcript, Verdict
from retrieval.picking import pick
from retrieval.question import analyse_question
from retrieval.quotes import find_quote
from retrieval.ranking import rank
from retrieval.spelling import understood
from retrieval.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from numpy.typing import NDArray

    from retrieval.aliases import Aliases
    from retrieval.index import Index
    from retrieval.question import Question


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """An index with all that a question needs besides; see `Library` for what its methods do.

    Attributes:
        index: Of the transcripts that could be read.
        failures: The files that could not, and why.
        aliases: Other names of the same thing.
    """

    index: Index
    failures: tuple[Failure, ...]
    aliases: Aliases

    @cached_property
    def identities(self) -> Identities:
        """Who of those who speak is one person."""
        return Identities.among(self.index.speakers)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who speaks, each person once, who says most first."""
        lengths = self.index.spans[:, 1] - self.index.spans[:, 0]
        named = self.index.speaker_of >= 0
        people = len(self.index.speakers)
        return self.identities.everybody(np.bincount(self.index.speaker_of[named], lengths[named], minlength=people))

    def search(self, question: str, speaker: str | None, transcript: str | None, limit: int) -> list[Hit]:
        """Return the passages that fit a question best."""
        asked = self._understood(question)
        ranked = rank(self.index, asked, self._scope(asked, speaker, transcript))
        best = zip(ranked.numbers[:limit].tolist(), ranked.scores[:limit].tolist(), strict=True)
        return [Hit(passage=self.index.passages[number], score=score) for number, score in best]

    def ask(self, question: str, speaker: str | None, transcript: str | None, limit: int) -> Answer:
        """Answer a question, or say that nothing does."""
        asked = self._understood(question)
        return answering.answer(self.index, asked, self._scope(asked, speaker, transcript), limit)

    def check(self, quotation: str, speaker: str | None, claimed: str | None) -> Verdict:
        """Tell whether a quotation was said."""
        self._require_transcripts()
        everybody = range(len(self.index.speakers))
        meant = self.identities.called(speaker, everybody) if speaker else ()
        people = frozenset(self.index.speakers[number] for number in meant) if speaker else None
        everything = np.arange(len(self.index.passages))
        return checking.check(self.index, quotation, people, answering.searched(self.index, everything), claimed)

    def catalogue(self, word: str | None) -> list[Listed]:
        """Return the transcripts, or those that a word is in."""
        if not word:
            return catalogue(self.index)
        return catalogue(self.index, word, widened(analyse_question(word, self.index.languages), self.aliases))

    def shares(self) -> list[Share]:
        """Return how much everybody says."""
        return shares(self.index, self.identities)

    def timeline(self, words: str, speaker: str | None, first: int, limit: int) -> Timeline:
        """Return when something was spoken of."""
        self._require_transcripts()
        asked = widened(analyse_question(words, self.index.languages), self.aliases)
        return timeline(self.index, asked, self._scope(asked, speaker, None), first, limit)

    def pick(self, speaker: str | None, transcript: str | None, chance: Random) -> Quote | None:
        """Return a quote by chance."""
        self._require_transcripts()
        numbers = self._passages_in(transcript)
        if speaker:
            return pick(self.index, self._said_by(speaker, numbers), chance)
        named = numbers[(self.index.speaker_of[numbers] >= 0) & ~self.index.asked[numbers]]
        return pick(self.index, named if len(named) else numbers, chance)

    def person(self, name: str) -> Speaker:
        """Return the one speaker whom a name means best."""
        self._require_transcripts()
        numbers = self.identities.called(name, range(len(self.index.speakers)))
        meant = {self.identities.fullest(int(self.identities.person_of[number])) for number in numbers}
        return next(speaker for speaker in self.speakers if speaker in meant)

    def transcript(self, name: str) -> Transcript:
        """Return the transcript that a name means."""
        self._require_transcripts()
        return self.index.transcripts[self._number(name)]

    def quote(self, quote_id: str) -> Quote:
        """Return the quote that an id stands for."""
        return find_quote(self.index, quote_id)

    def complete(self, words: str, limit: int, longest: int) -> list[Quote]:
        """Return quotes that start with some words."""
        return completing.complete(self.index, words, limit, longest)

    def cite(self, quote_id: str, earlier: Callable[[str], Iterable[str]]) -> Cited:
        """Return what became of a quote since it was cited."""
        return citing.cite(self.index, quote_id, earlier)

    def _understood(self, question: str) -> Question:
        self._require_transcripts()
        return understood(widened(analyse_question(question, self.index.languages), self.aliases), self.index)

    def _require_transcripts(self) -> None:
        if not self.index.headers:
            first = next((f"{failure.source}: {failure.reason}" for failure in self.failures), "none was found")
            raise NoTranscriptsError(f"no transcript could be read; {first}")

    def _scope(self, question: Question, speaker: str | None, transcript: str | None) -> NDArray[np.int64]:
        """Return the passages to search: a transcript's, a speaker's, and no askers unless they are asked for."""
        numbers = self._passages_in(transcript)
        if speaker:
            return self._said_by(speaker, numbers)
        asking = self.index.asked[numbers]
        wanted = numbers[asking if question.wants_asker else ~asking]
        return wanted if len(wanted) else numbers

    def _said_by(self, speaker: str, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return those of some passages that somebody says whom a name may mean."""
        return numbers[np.isin(self.index.speaker_of[numbers], self._called(speaker, numbers))]

    def _called(self, speaker: str, numbers: NDArray[np.int64]) -> list[int]:
        """Return the numbers of the speakers that a name may mean among those who speak in some passages."""
        here = np.unique(self.index.speaker_of[numbers])
        return self.identities.called(speaker, here[here >= 0].tolist())

    def _passages_in(self, transcript: str | None) -> NDArray[np.int64]:
        if not transcript:
            return np.arange(len(self.index.passages))
        number = self._number(transcript)
        return np.arange(*self.index.transcript_starts[[number, number + 1]])

    def _number(self, name: str) -> int:
        """Return the number of a transcript by its id, source or title, or a part of the title that no other has."""
        wanted = name.strip().casefold()
        for number, header in enumerate(self.index.headers):
            if wanted in {header.id.casefold(), header.source.casefold(), header.title.casefold()}:
                return number
        parts = [number for number, header in enumerate(self.index.headers) if wanted in header.title.casefold()]
        if len(parts) == 1:
            return parts[0]
        raise UnknownTranscriptError(name, tuple(self.index.headers[number].id for number in parts[:3]))
