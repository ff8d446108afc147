"""Records as a library would make them, and a library that answers as it is told."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from retrieval import (
    Found,
    Header,
    Match,
    NotFound,
    Quote,
    Reason,
    Searched,
    Span,
    Speaker,
    Transcript,
    Turn,
    UnknownWord,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from retrieval.model import Role, VerdictKind

LAVROV = Speaker(name="Sergey Lavrov", label="S.Lavrov", title="Foreign Minister")
QUESTION = Speaker(name="Question", label="Question")
WHO_CAME = "Who visited Moscow after the trip?"
SEKO_CAME = "Hiroshige Seko visited Moscow. He began to discuss this issue."
SEARCHED = Searched(transcripts=1, passages=7, earliest=date(2017, 1, 17), latest=date(2017, 1, 17))
PATIENCE = 60.0


def transcript_of(
    *turns: tuple[Speaker | None, str],
    title: str = "Answer to media questions",
    place: str | None = "Moscow",
    day: date | None = date(2017, 1, 17),
    url: str | None = None,
    ident: str = "answer-to-media-questions",
) -> Transcript:
    """Make a transcript of turns, a line each, with a label where there is a speaker."""
    text, made = "", []
    for index, (speaker, words) in enumerate(turns):
        text += f"{speaker.label}: " if speaker else ""
        span = Span(start=len(text), end=len(text) + len(words))
        made.append(Turn(index=index, speaker=speaker, role=_role(speaker), span=span))
        text += f"{words}\n"
    return Transcript(
        id=ident,
        title=title,
        date=day,
        place=place,
        source=f"{ident}.txt",
        url=url,
        language="en",
        text=text,
        turns=tuple(made),
    )


def header_of(transcript: Transcript) -> Header:
    """Return what a library says of a transcript without opening it."""
    return Header(
        id=transcript.id,
        title=transcript.title,
        date=transcript.date,
        place=transcript.place,
        source=transcript.source,
        url=transcript.url,
        language=transcript.language,
        speakers=tuple(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker)),
        turn_count=len(transcript.turns),
        word_count=sum(len(transcript.slice(turn.span).split()) for turn in transcript.turns),
    )


def _role(speaker: Speaker | None) -> Role | None:
    if speaker is None:
        return None
    return "asker" if speaker == QUESTION else "answerer"


def quote_of(
    transcript: Transcript,
    turn: int,
    *,
    asked: int | None = None,
    ident: str = "seko-5f3a",
) -> Quote:
    """Quote a whole turn."""
    said = transcript.turns[turn]
    return Quote(
        id=ident,
        text=transcript.slice(said.span),
        speaker=said.speaker,
        role=said.role,
        transcript=transcript,
        span=said.span,
        turn=said,
        asked=None if asked is None else transcript.turns[asked],
    )


INTERVIEW = transcript_of((QUESTION, WHO_CAME), (LAVROV, SEKO_CAME))
SEKO = quote_of(INTERVIEW, 1, asked=0)


def said_by(speaker: Speaker | None, words: str) -> Quote:
    """Quote words that are a transcript of their own."""
    return quote_of(transcript_of((speaker, words)), 0)


def found(*quotes: Quote, question: str = WHO_CAME, confidence: float = 0.9, silent: str | None = None) -> Found:
    return Found(question=question, quotes=quotes, confidence=confidence, silent=silent)


def not_found(*nearest: Quote, unknown: Sequence[UnknownWord] = (), question: str = WHO_CAME) -> NotFound:
    reason = Reason(unknown_words=tuple(unknown), searched=SEARCHED)
    return NotFound(question=question, reason=reason, nearest=nearest, confidence=0.1)


@dataclass
class FakeLibrary:
    """Answers as it was told, keeps what it was asked, and waits where it is told to.

    Attributes:
        outcome: What every request returns, or raises.
        calls: What it was asked, in order.
        open: While this is not set, requests wait.
        busy: Set while a request is under way.
    """

    outcome: object = field(default_factory=lambda: found(SEKO))
    transcripts: Sequence[Transcript] = (INTERVIEW,)
    speakers: Sequence[Speaker] = (LAVROV, QUESTION)
    calls: list[tuple[object, ...]] = field(default_factory=list)
    open: threading.Event = field(default_factory=threading.Event)
    busy: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.open.set()

    @property
    def headers(self) -> list[Header]:
        return [header_of(transcript) for transcript in self.transcripts]

    def ask(self, question: str, speaker: str | None = None, transcript: str | None = None) -> object:
        return self._outcome("ask", question, speaker, transcript)

    def complete(self, words: str, limit: int, longest: int) -> object:
        return self._outcome("complete", words, limit, longest)

    def quote(self, quote_id: str) -> object:
        return self._outcome("quote", quote_id)

    def check(self, quotation: str, speaker: str | None = None, *, claimed: str | None = None) -> object:
        return self._outcome("check", quotation, speaker or claimed)

    def examples(self, _chance: Random, limit: int) -> list[str]:
        return [WHO_CAME][:limit]

    def _outcome(self, *call: object) -> object:
        self.calls.append(call)
        self.busy.set()
        self.open.wait(PATIENCE)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


def verdict(
    kind: VerdictKind,
    *matches: Match,
    quotation: str = "Seko came to Moscow",
    claimed: str | None = None,
    crosses: bool = False,
    nearest: tuple[Quote, ...] = (),
) -> Verdict:
    return Verdict(
        quotation=quotation,
        kind=kind,
        matches=matches,
        searched=SEARCHED,
        claimed=claimed,
        crosses=crosses,
        nearest=nearest,
    )
