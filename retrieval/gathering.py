"""Segments → one segment of them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import Growing, cumulated
from retrieval.numbering import Naming, Numbers
from retrieval.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.model import Speaker
    from retrieval.terms import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """What was gathered of segments so far, each as an attribute of `Segment` but for lengths instead of starts."""

    terms: Naming[Term] = field(default_factory=Naming)
    spellings: Naming[str] = field(default_factory=Naming)
    speakers: Numbers[Speaker] = field(default_factory=Numbers)
    spelled: list[int] = field(default_factory=list)
    passages: list[int] = field(default_factory=list)
    lengths: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    spans: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    turn_of: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    turn_bounds: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    question_bounds: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    speaker_of: Growing[np.int32] = field(default_factory=lambda: Growing(np.int32))
    asked: Growing[np.bool_] = field(default_factory=lambda: Growing(np.bool_))

    def add(self, segment: Segment) -> None:
        """Take over what the next segment says."""
        first = np.int32(len(self.turn_of))
        self.terms.add(segment.terms, segment.stream)
        self.spellings.add(segment.spellings, segment.spelled)
        self.spelled.extend(np.diff(segment.spelled_starts).tolist())
        self.passages.extend(np.diff(segment.transcript_starts).tolist())
        self.lengths.add(np.diff(segment.starts))
        self.spans.add(segment.spans)
        self.turn_of.add(segment.turn_of)
        self.turn_bounds.add(segment.turn_bounds + first if first else segment.turn_bounds)
        self.question_bounds.add(segment.question_bounds + first if first else segment.question_bounds)
        self.speaker_of.add(_renamed(segment.speakers, segment.speaker_of, self.speakers))
        self.asked.add(segment.asked)

    def whole(self) -> Segment:
        """Give away all that was gathered as one segment."""
        terms, stream = self.terms.united()
        spellings, spelled = self.spellings.united()
        return Segment(
            terms=terms,
            stream=stream,
            spellings=spellings,
            spelled=spelled,
            spelled_starts=cumulated(self.spelled),
            transcript_starts=cumulated(self.passages),
            starts=cumulated(self.lengths.whole()).astype(np.int32),
            spans=self.spans.whole().reshape(-1, 2),
            turn_of=self.turn_of.whole(),
            turn_bounds=self.turn_bounds.whole().reshape(-1, 2),
            question_bounds=self.question_bounds.whole().reshape(-1, 2),
            speakers=list(self.speakers),
            speaker_of=self.speaker_of.whole(),
            asked=self.asked.whole(),
        )


def _renamed(
    speakers: Sequence[Speaker], speaker_of: NDArray[np.int32], numbers: Numbers[Speaker]
) -> NDArray[np.int32]:
    """Return each passage's speaker by number among everybody, who are numbered in the order of appearance."""
    firsts = np.full(len(speakers) + 1, len(speaker_of), dtype=np.int64)
    firsts[speaker_of[::-1]] = np.arange(len(speaker_of))[::-1]
    firsts[-1] = len(speaker_of)  # nobody
    order = np.argsort(firsts, kind="stable")
    own = order[: int(np.searchsorted(firsts[order], len(speaker_of)))]
    table = np.full(len(speakers) + 1, -1, dtype=np.int32)
    table[own] = numbers.of(speakers[number] for number in own.tolist())
    return table[speaker_of]
