"""A library that answers as it is told, and streams that say what they are."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from retrieval import Cited, Share
from tests.bot.records import INTERVIEW, LAVROV, QUESTION, SEKO, found, header_of, verdict

if TYPE_CHECKING:
    from retrieval import Answer, Failure, Header, Hit, Speaker, Transcript, Verdict


@dataclass
class ToldLibrary:
    """Answers as it was told and keeps what it was asked.

    Attributes:
        answer: What a question returns, or raises.
        verdict: What a quotation returns, or raises.
        cited: What the id of a quote returns.
        calls: What it was asked, in order.
    """

    answer: Answer | Exception = field(default_factory=lambda: found(SEKO))
    verdict: Verdict | Exception = field(default_factory=lambda: verdict("not_found"))
    cited: Cited = field(default_factory=lambda: Cited(id=SEKO.id, kind="unchanged", quote=SEKO, words=SEKO.text))
    hits: list[Hit] = field(default_factory=list)
    transcripts: tuple[Transcript, ...] = (INTERVIEW,)
    speakers: tuple[Speaker, ...] = (LAVROV, QUESTION)
    failures: tuple[Failure, ...] = ()
    calls: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def headers(self) -> list[Header]:
        return [header_of(transcript) for transcript in self.transcripts]

    def close(self) -> None:
        self.calls.append(("close",))

    def ask(self, question: str, speaker: str | None = None, transcript: str | None = None, limit: int = 3) -> Answer:
        self.calls.append(("ask", question, speaker, transcript, limit))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def shares(self) -> list[Share]:
        return [
            Share(speaker=one, transcripts=1, turns=2, words=100, part=0.5, asks=one == QUESTION)
            for one in self.speakers
        ]

    def check(self, quotation: str, speaker: str | None = None) -> Verdict:
        self.calls.append(("check", quotation, speaker))
        if isinstance(self.verdict, Exception):
            raise self.verdict
        return self.verdict

    def search(
        self, question: str, speaker: str | None = None, transcript: str | None = None, limit: int = 10
    ) -> list[Hit]:
        self.calls.append(("search", question, speaker, transcript, limit))
        return self.hits

    def cite(self, quote_id: str) -> Cited:
        self.calls.append(("cite", quote_id))
        return self.cited


class Screen(io.StringIO):
    """A stream that belongs to a terminal."""

    def isatty(self) -> bool:
        return True
