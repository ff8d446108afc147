"""What a library holds, without opening a transcript: who speaks how much, and which transcripts are about a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index import count
from retrieval.ranking import places_of
from retrieval.speakers import is_generic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.identities import Identities
    from retrieval.index import Index
    from retrieval.model import Header, Speaker, Transcript
    from retrieval.question import Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A transcript as a list shows it.

    Attributes:
        transcript: What it is, perhaps without its words.
        speakers: The names of those who speak in it, who says most first, `Question` and the like last.
        words: How many words are spoken in it.
        passages: In how many passages the words that were looked for are spoken; 0 when none were.
    """

    transcript: Header | Transcript
    speakers: tuple[str, ...]
    words: int
    passages: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How much somebody says.

    Attributes:
        speaker: Who speaks, under the fullest name.
        transcripts: In how many transcripts.
        turns: How often.
        words: How many words.
        part: Of all words of the library, 0 to 1.
        asks: Whether only the part is known, such as `Question`.
    """

    speaker: Speaker
    transcripts: int
    turns: int
    words: int
    part: float
    asks: bool


def catalogue(index: Index, typed: str = "", asked: Question | None = None) -> list[Listed]:
    """Return the transcripts, the newest first and undated ones last.

    With words, only those that they name, which come first, and those that speak of them.

    Args:
        index: Of all transcripts.
        typed: Words to look for in title, place, date and speakers, as typed.
        asked: The same words to look for in what was said, or None for nowhere.
    """
    names, words = _names(index), _words(index)
    passages = spoken(index, asked) if asked else np.zeros(len(index.headers), dtype=np.int64)
    held = [
        Listed(transcript=header, speakers=names.get(number, ()), words=words[number], passages=int(passages[number]))
        for number, header in enumerate(index.headers)
    ]
    wanted = typed.casefold().split()
    named = {one.transcript.id for one in held if _is_named(one, wanted)}
    chosen = [one for one in held if not wanted or one.passages or one.transcript.id in named]
    return sorted(chosen, key=lambda one: (one.transcript.id not in named, *_newest_first(one.transcript)))


def shares(index: Index, identities: Identities) -> list[Share]:
    """Return how much everybody says, each person once; who says most comes first, `Question` and the like last."""
    people = [identities.fullest(person) for person in range(len(identities.members))]
    groups = np.append(identities.person_of, len(people))
    who = groups[index.speaker_of]  # -1, nobody, is the last group
    lengths = np.diff(index.passage_starts)
    opening = index.turn_bounds[:, 0] == np.arange(len(index.passages))
    pairs = np.unique(np.stack([who, index.transcript_of]), axis=1)[0]
    words, turns, transcripts = (
        np.bincount(each, weights, minlength=len(people) + 1).astype(np.int64).tolist()
        for each, weights in ((who, lengths), (who, opening), (pairs, None))
    )
    total = max(int(lengths.sum()), 1)
    told = [
        Share(
            speaker=speaker,
            transcripts=transcripts[number],
            turns=turns[number],
            words=words[number],
            part=words[number] / total,
            asks=is_generic(speaker),
        )
        for number, speaker in enumerate(people)
    ]
    return sorted(told, key=lambda share: (share.asks, -share.words, share.speaker.name))


def holding(index: Index, asked: Question, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those of some passages in which every word asked for is spoken, in any form or under any alias."""
    for word in asked.content:
        numbers = numbers[count(places_of(index, word), index.own(numbers)) > 0]
    return numbers


def spoken(index: Index, asked: Question) -> NDArray[np.int64]:
    """Return for each transcript in how many of its passages every word asked for is spoken."""
    found = holding(index, asked, np.arange(len(index.passages)))
    return np.bincount(index.transcript_of[found], minlength=len(index.headers))


def _names(index: Index) -> Mapping[int, tuple[str, ...]]:
    """Return the names of those who speak in each transcript, in the order of how much they say in it."""
    people = len(index.speakers)
    known = index.speaker_of >= 0
    keys = index.transcript_of[known] * people + index.speaker_of[known]
    pairs, places = np.unique(keys, return_inverse=True)
    lengths = np.bincount(places, weights=np.diff(index.passage_starts)[known], minlength=len(pairs))
    generic = np.array([is_generic(speaker) for speaker in index.speakers], dtype=bool)
    order = np.lexsort((-lengths, generic[pairs % people], pairs // people)) if people else pairs
    found: dict[int, list[str]] = {}
    speakers = list(index.speakers)
    for pair in pairs[order].tolist():
        found.setdefault(pair // people, []).append(speakers[pair % people].name)
    return {number: _once(told) for number, told in found.items()}


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _words(index: Index) -> list[int]:
    """Return how many words each transcript holds."""
    lengths: list[int] = np.diff(index.passage_starts[index.transcript_starts]).tolist()
    return lengths


def _is_named(one: Listed, wanted: Sequence[str]) -> bool:
    """Tell whether every word that was typed stands in what a list shows of a transcript."""
    header = one.transcript
    date = header.date.strftime("%Y-%m-%d %d %B %Y") if header.date else ""
    shown = " ".join((header.title, header.place or "", date, header.source, header.id, *one.speakers)).casefold()
    return all(word in shown for word in wanted)


def _newest_first(header: Header | Transcript) -> tuple[bool, int, str]:
    return header.date is None, -header.date.toordinal() if header.date else 0, header.id
