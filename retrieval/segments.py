"""Transcript → segment: what the index needs of it, in numbers; `joining` makes an index of segments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.exchanges import question_before
from retrieval.numbering import Numbers
from retrieval.passages import passages_of
from retrieval.terms import Term, analyse

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Passage, Speaker, Transcript

LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Register:
    """The words of many segments, so that thousands of these fit in memory and are quickly joined."""

    terms: Numbers[Term] = field(default_factory=Numbers)
    spellings: Numbers[str] = field(default_factory=Numbers)


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """The words and passages of a transcript, or of several in a row.

    Attributes:
        terms: The terms that `stream` counts in, in the order of their numbers.
        stream: The number of each word's term, in order.
        spellings: The words that `spelled` counts in, in the order of their numbers.
        spelled: The numbers of the words that occur, as they are written, transcript after transcript.
        spelled_starts: Where each transcript's numbers start in `spelled`; one more than there are transcripts.
        transcript_starts: Where each transcript starts among the passages; one more than there are transcripts.
        starts: Where each passage starts in the stream; one more than there are passages.
        spans: Each passage's range of characters, shape (passages, 2).
        turn_of: The index of each passage's turn.
        turn_bounds: First and one past the last passage of each passage's turn, shape (passages, 2).
        question_bounds: The same of the question that each passage answers; equal for none.
        speakers: Everybody who speaks, once.
        speaker_of: The number of each passage's speaker, -1 for nobody.
        asked: Whether each passage is an asker's.
    """

    terms: Collection[Term]
    stream: NDArray[np.int32]
    spellings: Collection[str]
    spelled: NDArray[np.int32]
    spelled_starts: NDArray[np.int64]
    transcript_starts: NDArray[np.int64]
    starts: NDArray[np.int32]
    spans: NDArray[np.int32]
    turn_of: NDArray[np.int32]
    turn_bounds: NDArray[np.int32]
    question_bounds: NDArray[np.int32]
    speakers: Sequence[Speaker]
    speaker_of: NDArray[np.int32]
    asked: NDArray[np.bool_]


def segment_of(transcript: Transcript, register: Register | None = None) -> Segment:
    """Return what the index needs of a transcript, its words numbered in a register, or by themselves."""
    words = register or Register()
    passages = passages_of(transcript)
    stream: list[int] = []
    starts = [0]
    for passage in passages:
        stream += words.terms.of(analyse(transcript.slice(passage.span), transcript.language))
        starts.append(len(stream))
    speakers = tuple(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    numbered: dict[Speaker | None, int] = {speaker: number for number, speaker in enumerate(speakers)}
    printed = " ".join(set(transcript.text.split()))  # a text repeats most of its words
    spelled = words.spellings.of(sorted(set(LETTERS.findall(printed))))
    turn_bounds = _turn_bounds(passages)
    return Segment(
        terms=words.terms,
        stream=np.array(stream, dtype=np.int32),
        spellings=words.spellings,
        spelled=np.array(spelled, dtype=np.int32),
        spelled_starts=np.array([0, len(spelled)]),
        transcript_starts=np.array([0, len(passages)]),
        starts=np.array(starts, dtype=np.int32),
        spans=np.array([(one.span.start, one.span.end) for one in passages], dtype=np.int32).reshape(-1, 2),
        turn_of=np.array([passage.turn.index for passage in passages], dtype=np.int32),
        turn_bounds=turn_bounds,
        question_bounds=_question_bounds(passages, turn_bounds),
        speakers=speakers,
        speaker_of=np.array([numbered.get(passage.turn.speaker, -1) for passage in passages], dtype=np.int32),
        asked=np.array([passage.turn.role == "asker" for passage in passages], dtype=bool),
    )


def cut(segment: Segment, first: int, last: int) -> Segment:
    """Return the segment of some of the transcripts of another, in a row, half-open and given by number."""
    passages = slice(*segment.transcript_starts[[first, last]].tolist())
    starts = segment.starts[passages.start : passages.stop + 1]
    spelled = segment.spelled_starts[first : last + 1]
    return replace(
        segment,
        stream=segment.stream[starts[0] : starts[-1]],
        spelled=segment.spelled[spelled[0] : spelled[-1]],
        spelled_starts=spelled - spelled[0],
        transcript_starts=segment.transcript_starts[first : last + 1] - passages.start,
        starts=starts - starts[0],
        spans=segment.spans[passages],
        turn_of=segment.turn_of[passages],
        turn_bounds=segment.turn_bounds[passages] - np.int32(passages.start),
        question_bounds=segment.question_bounds[passages] - np.int32(passages.start),
        speaker_of=segment.speaker_of[passages],
        asked=segment.asked[passages],
    )


def _turn_bounds(passages: Sequence[Passage]) -> NDArray[np.int32]:
    """Return the bounds of each passage's turn."""
    bounds = np.zeros((len(passages), 2), dtype=np.int32)
    first = 0
    for number, passage in enumerate(passages):
        if passage.turn is not passages[first].turn:
            first = number
        bounds[number, 0] = first
        bounds[first : number + 1, 1] = number + 1
    return bounds


def _question_bounds(passages: Sequence[Passage], turn_bounds: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the bounds of the question that each passage answers; equal for none."""
    bounds = np.zeros((len(passages), 2), dtype=np.int32)
    for number, passage in enumerate(passages):
        question = question_before(passage.transcript.turns, passage.turn)
        earlier = turn_bounds[number, 0]
        while question is not None and passages[earlier].turn is not question:
            earlier = turn_bounds[earlier - 1, 0]
            bounds[number] = turn_bounds[earlier]
    return bounds
