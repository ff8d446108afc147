"""What a library holds at one moment, and every question to it; a refresh replaces it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from retrieval import answering, checking, citing, completing
from retrieval.aliases import widened
from retrieval.catalogue import Listed, Share, about, catalogue, shares, spoken_in, tellers_of
from retrieval.errors import NoTranscriptsError, UnknownTranscriptError
from retrieval.examples import questions
from retrieval.identities import Identities
from retrieval.model import Answer, Cited, Failure, Found, Hit, Quote, Speaker, Transcript, Verdict
from retrieval.picking import pick
from retrieval.plan import Plan, planned
from retrieval.question import analyse_question
from retrieval.quotes import find_quote
from retrieval.scope import Scope
from retrieval.search import best
from retrieval.spelling import understood
from retrieval.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from retrieval.aliases import Aliases
    from retrieval.index import Index
    from retrieval.model import Header
    from retrieval.question import Question

SPEAKERS = 8  # whose passages are remembered, a byte for each passage between the first and the last
EXAMPLES = 10  # found once and kept: that takes as long as as many answers do


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
        return Identities(tuple(self.index.speakers), self.index.person_of)

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
        ranked = best(planned(asked, self.index), self._scope(asked, speaker, transcript), limit)
        found = zip(ranked.numbers.tolist(), ranked.scores.tolist(), strict=True)
        return [Hit(passage=self.index.passages[number], score=score) for number, score in found]

    def ask(self, question: str, speaker: str | None, transcript: str | None, limit: int) -> Answer:
        """Answer a question, or say that nothing does."""
        asked = self._understood(question)
        scope = self._scope(asked, speaker, transcript)
        return answering.answer(planned(asked, self.index), scope, limit)

    def check(self, quotation: str, speaker: str | None, claimed: str | None) -> Verdict:
        """Tell whether a quotation was said."""
        self._require_transcripts()
        everybody = range(len(self.index.speakers))
        meant = self.identities.called(speaker, everybody) if speaker else ()
        people = frozenset(self.index.speakers[number] for number in meant) if speaker else None
        return checking.check(self.index, quotation, people, self._everything.searched, claimed)

    def catalogue(self, headers: Iterable[Header], word: str | None) -> list[Listed]:
        """Return the transcripts, or those that a word is in."""
        held = catalogue(headers, self._tellers)
        if not word:
            return held
        return about(held, word, spoken_in(self._literal(word), self._everything))

    def shares(self) -> list[Share]:
        """Return how much everybody says."""
        return list(self._shares)

    def timeline(self, words: str, speaker: str | None, first: int, limit: int) -> Timeline:
        """Return when something was spoken of."""
        self._require_transcripts()
        plan = self._literal(words)
        return timeline(plan, self._scope(plan.question, speaker, None), first, limit)

    def pick(self, speaker: str | None, transcript: str | None, chance: Random) -> Quote | None:
        """Return a quote by chance."""
        self._require_transcripts()
        if speaker:
            return pick(self.index, self._said_by(speaker, transcript).numbers, chance)
        whole = self._passages_in(transcript) if transcript else self._everything
        here = slice(whole.first, whole.first + len(whole.held))
        named = (self.index.speaker_of[here] >= 0) & ~self.index.asked[here]
        return pick(self.index, whole.only(named).numbers, chance)

    def examples(self, chance: Random, limit: int) -> list[str]:
        """Return questions that were asked, and that `ask` finds an answer to."""
        return chance.sample(self._examples, min(limit, len(self._examples)))

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

    def by_id(self, identity: str) -> Transcript:
        """Return the transcript of an id that is known to be here."""
        return self.index.transcripts[self._numbers[identity]]

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

    def _literal(self, words: str) -> Plan:
        """Return words as they were typed, in any form and under any alias, but with no guess at what is misspelt."""
        return planned(widened(analyse_question(words, self.index.languages), self.aliases), self.index)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {header.id: number for number, header in enumerate(self.index.headers)}

    @cached_property
    def _examples(self) -> tuple[str, ...]:
        asked = questions(self.index, np.flatnonzero(self.index.asked), Random(0))  # noqa: S311 - they are no secret
        return tuple(islice((one for one in asked if isinstance(self.ask(one, None, None, 1), Found)), EXAMPLES))

    @cached_property
    def _shares(self) -> tuple[Share, ...]:
        return tuple(shares(self.index, self.identities))

    @cached_property
    def _tellers(self) -> Mapping[str, tuple[str, ...]]:
        return tellers_of(self.index)

    def _require_transcripts(self) -> None:
        if not self.index.headers:
            first = next((f"{failure.source}: {failure.reason}" for failure in self.failures), "none was found")
            raise NoTranscriptsError(f"no transcript could be read; {first}")

    @cached_property
    def _everything(self) -> Scope:
        return Scope(index=self.index, first=0, held=np.ones(len(self.index.passages), dtype=bool))

    @cached_property
    def _answers(self) -> Scope:
        return self._everything.only(~self.index.asked)

    @cached_property
    def _questions(self) -> Scope:
        return self._everything.only(self.index.asked)

    def _scope(self, question: Question, speaker: str | None, transcript: str | None) -> Scope:
        """Return the passages to search: a transcript's, a speaker's, and no askers unless they are asked for."""
        if speaker:
            return self._said_by(speaker, transcript)
        if not transcript:
            return self._questions if question.wants_asker else self._answers
        whole = self._passages_in(transcript)
        asked = self.index.asked[whole.first : whole.first + len(whole.held)]
        return whole.only(asked == question.wants_asker)

    @cached_property
    def _said_by(self) -> Callable[[str, str | None], Scope]:
        """Return the passages of those whom a name may mean; who is asked about once is asked about again."""
        return lru_cache(SPEAKERS)(self._scope_of)

    def _scope_of(self, speaker: str, transcript: str | None) -> Scope:
        whole = self._passages_in(transcript) if transcript else self._everything
        meant = self.identities.called(speaker, whole.speakers)
        passages = np.sort(np.concatenate([self.index.spoken.of(number) for number in meant]))
        return Scope.of(self.index, passages[whole.holds(passages)])

    def _passages_in(self, transcript: str) -> Scope:
        number = self._number(transcript)
        first, last = self.index.transcript_starts[[number, number + 1]].tolist()
        return Scope(index=self.index, first=first, held=np.ones(last - first, dtype=bool))

    def _number(self, name: str) -> int:
        """Return the number of a transcript by its id, source or title, or a part of the title that no other has."""
        wanted = name.strip().casefold()
        if wanted in self._titled:
            return self._titled[wanted]
        parts = [number for number, header in enumerate(self.index.headers) if wanted in header.title.casefold()]
        if len(parts) == 1:
            return parts[0]
        raise UnknownTranscriptError(name, tuple(self.index.headers[number].id for number in parts[:3]))

    @cached_property
    def _titled(self) -> Mapping[str, int]:
        """The first transcript that bears each id, source or title."""
        numbered = [*enumerate(self.index.headers)]
        return {
            name.casefold(): number for number, one in reversed(numbered) for name in (one.id, one.source, one.title)
        }
