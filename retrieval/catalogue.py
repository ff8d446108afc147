"""What a library holds, without opening a transcript: who speaks how much, and which transcripts are about a word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.arrays import distinct
from retrieval.index import count
from retrieval.speakers import is_generic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.identities import Identities
    from retrieval.index import Index
    from retrieval.model import Header, Speaker
    from retrieval.plan import Plan
    from retrieval.scope import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A transcript as a list shows it.

    Attributes:
        transcript: What it is, without its words.
        speakers: The names of those who speak in it, who says most first, `Question` and the like last.
        passages: In how many passages the words that were looked for are spoken; 0 when none were.
    """

    transcript: Header
    speakers: tuple[str, ...]
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


def catalogue(headers: Iterable[Header], tellers: Mapping[str, tuple[str, ...]]) -> list[Listed]:
    """Return transcripts, the newest first and undated ones last.

    Args:
        headers: The transcripts.
        tellers: Who speaks in each, as `tellers_of` has it.
    """
    newest = sorted(headers, key=_newest_first)
    return [Listed(transcript=header, speakers=tellers.get(header.id, ())) for header in newest]


def about(held: Iterable[Listed], typed: str, spoken: Mapping[str, int]) -> list[Listed]:
    """Return the transcripts that words name, and after them the others that speak of them.

    Args:
        held: The transcripts.
        typed: Words to look for in title, place, date and speakers, as typed.
        spoken: In how many passages of each transcript they are spoken, by id; see `spoken_in`.
    """
    wanted = typed.casefold().split()
    counted = [replace(one, passages=spoken.get(one.transcript.id, 0)) for one in held]
    told = [(one, _is_named(one, wanted)) for one in counted]
    named, others = [one for one, is_named in told if is_named], [one for one, is_named in told if not is_named]
    return named + [one for one in others if one.passages]


def shares(index: Index, identities: Identities) -> list[Share]:
    """Return how much everybody says, each person once; who says most comes first, `Question` and the like last."""
    people = [identities.fullest(person) for person in range(len(identities.members))]
    groups = np.append(identities.person_of, len(people))
    who = groups[index.speaker_of]  # -1, nobody, is the last group
    here = _transcript_of(index)
    lengths = np.diff(index.passage_starts)
    opening = index.turn_bounds[:, 0] == np.arange(len(index.passages))
    pairs = distinct(who * len(index.headers) + here) // max(len(index.headers), 1)
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


def holding(plan: Plan, scope: Scope) -> NDArray[np.int64]:
    """Return the passages of a scope in which every word asked for is spoken, in any form or under any alias."""
    rarest, *others = sorted(plan.content, key=lambda sought: len(sought.places))
    numbers = distinct(plan.index.passages_at(rarest.places))
    numbers = numbers[scope.holds(numbers)]
    for sought in others:
        numbers = numbers[count(sought.places, plan.index.own(numbers)) > 0]
    return numbers


def spoken_in(plan: Plan, scope: Scope) -> Mapping[str, int]:
    """Return in how many passages of each transcript every word asked for is spoken, by the transcript's id."""
    numbers, counts = np.unique(plan.index.transcripts_of(holding(plan, scope)), return_counts=True)
    found = zip(numbers.tolist(), counts.tolist(), strict=True)
    return {plan.index.headers[number].id: times for number, times in found}


def tellers_of(index: Index) -> Mapping[str, tuple[str, ...]]:
    """Return the names of those who speak in each transcript, by its id, in the order of how much they say in it."""
    people = len(index.speakers)
    known = index.speaker_of >= 0
    keys = _transcript_of(index)[known] * people + index.speaker_of[known]
    pairs, places = np.unique(keys, return_inverse=True)
    lengths = np.bincount(places, weights=np.diff(index.passage_starts)[known], minlength=len(pairs))
    generic = np.array([is_generic(speaker) for speaker in index.speakers], dtype=bool)
    order = np.lexsort((-lengths, generic[pairs % people], pairs // people)) if people else pairs
    found: dict[str, dict[str, None]] = {}
    speakers = list(index.speakers)
    for pair in pairs[order].tolist():
        found.setdefault(index.headers[pair // people].id, {})[speakers[pair % people].name] = None
    return {transcript: tuple(names) for transcript, names in found.items()}


def _transcript_of(index: Index) -> NDArray[np.int64]:
    """Return the number of each passage's transcript."""
    return np.repeat(np.arange(len(index.headers)), np.diff(index.transcript_starts))


def _is_named(one: Listed, wanted: Sequence[str]) -> bool:
    """Tell whether every word that was typed stands in what a list shows of a transcript."""
    header = one.transcript
    date = header.date.strftime("%Y-%m-%d %d %B %Y") if header.date else ""
    shown = " ".join((header.title, header.place or "", date, header.source, header.id, *one.speakers)).casefold()
    return all(word in shown for word in wanted)


def _newest_first(header: Header) -> tuple[bool, int, str]:
    return header.date is None, -header.date.toordinal() if header.date else 0, header.id
