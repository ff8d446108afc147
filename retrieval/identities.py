"""Who is one person across transcripts: `S.Lavrov` here, `SERGEY LAVROV` there and `Lavrov` elsewhere.

A name without forenames, or with initials only, is joined to a fuller one where exactly one person of the library can
be meant; two people with one surname stay two. What a quote shows is not touched by this.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from retrieval.names import folded, may_be, parts_of
from retrieval.speakers import called, is_generic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Speaker
    from retrieval.names import Name


@dataclass(frozen=True)
class Identities:
    """The people of a library.

    Attributes:
        speakers: Every speaker as a transcript has it.
        person_of: The number of the person that each of them is.
    """

    speakers: Sequence[Speaker]
    person_of: NDArray[np.int64]

    @classmethod
    def among(cls, speakers: Sequence[Speaker]) -> Identities:
        """Find out who of some speakers is whom."""
        keys = [folded(speaker.name) or speaker.name for speaker in speakers]
        people = zip(keys, speakers, strict=True)
        joined = _joined({key: speaker.name for key, speaker in people if not is_generic(speaker)})
        numbers: dict[str, int] = {}
        person_of = [numbers.setdefault(joined.get(key, key), len(numbers)) for key in keys]
        return cls(speakers, np.array(person_of, dtype=np.int64))

    @cached_property
    def members(self) -> list[list[int]]:
        """The numbers of the speakers that each person is."""
        found: list[list[int]] = [[] for _ in range(int(self.person_of.max(initial=-1)) + 1)]
        for number, person in enumerate(self.person_of.tolist()):
            found[person].append(number)
        return found

    def called(self, name: str, among: Iterable[int]) -> list[int]:
        """Return the numbers of those of some speakers whom a name may mean, by any name of theirs in the library.

        Raises:
            UnknownSpeakerError: None of them bears a name like that.
        """
        present = list(among)
        people = np.unique(self.person_of[present]).tolist()
        records = [self.speakers[number] for person in people for number in self.members[person]]
        found = {*called(name, records)}
        meant = {person for person in people if any(self.speakers[number] in found for number in self.members[person])}
        meant |= self._bearers.get(folded(name), frozenset()) & {*people}
        return [number for number in present if int(self.person_of[number]) in meant]

    def everybody(self, lengths: NDArray[np.int64]) -> tuple[Speaker, ...]:
        """Return every person once by the fullest name, who says most first, those only known as asking or so last.

        Args:
            lengths: How much each speaker says.
        """
        said = np.bincount(self.person_of, weights=lengths, minlength=len(self.members))
        people = [(self._fullest(numbers), said[person]) for person, numbers in enumerate(self.members)]
        ordered = sorted(people, key=lambda one: (is_generic(one[0]), -one[1], one[0].name))
        return tuple(speaker for speaker, _ in ordered)

    def fullest(self, person: int) -> Speaker:
        """Return the record of a person, given by number, with the fullest name."""
        return self._fullest(self.members[person])

    def _fullest(self, numbers: Sequence[int]) -> Speaker:
        """Return the record of a person with the fullest name, and of those one with an office."""
        records = [self.speakers[number] for number in numbers]
        longest = max(len(folded(record.name)) for record in records)
        full = [record for record in records if len(folded(record.name)) == longest]
        mixed = [record for record in full if not record.name.isupper()] or full
        return next((record for record in mixed if record.title), mixed[0])

    @cached_property
    def _bearers(self) -> Mapping[str, set[int]]:
        """The people who bear each surname."""
        found: dict[str, set[int]] = defaultdict(set)
        for person, speaker in zip(self.person_of.tolist(), self.speakers, strict=True):
            name = parts_of(speaker.name)
            if name is not None:
                found[name.surname].add(person)
        return found


def _joined(names: Mapping[str, str]) -> dict[str, str]:
    """Return for each name, given as `folded` has it and as written, the fullest of the same person, often itself."""
    families: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for key, written in names.items():
        name = parts_of(written)
        if name is not None:
            families[name.surname].append((key, name))
    whole = dict(zip(names, names, strict=True))
    for family in families.values():
        whole |= _within(family)
    return whole


def _within(family: Sequence[tuple[str, Name]]) -> dict[str, str]:
    """Return for each name with one surname the name that it is joined to."""
    heads = [
        (key, name)
        for key, name in family
        if name.spelled and not any(_fuller(name, other) for _, other in family if other.spelled)
    ]
    joined = {}
    for key, name in family:
        fitting = [head for head, full in heads if may_be(name, full)]
        joined[key] = fitting[0] if len(fitting) == 1 else key
    return joined


def _fuller(name: Name, other: Name) -> bool:
    return name != other and may_be(name, other)
