"""Who is who as a person wrote it down: `speakers.toml` beside the transcripts, for its folder and those below.

[people]
"Sergey Lavrov" = { labels = ["SVL"], office = "Foreign Minister" }

[files."talks/*.vtt"]
SPEAKER_00 = "Sergey Lavrov"
SPEAKER_01 = { name = "Ann Lee", role = "asker" }
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from retrieval.names import folded
from retrieval.rows import Rows
from retrieval.toml import line_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from retrieval.errors import TranscriptError
    from retrieval.model import Role, Speaker, Transcript, Turn
    from retrieval.toml import TomlFile

FILE_NAME = "speakers.toml"
ROLES = frozenset({"asker", "answerer"})
EXPECTED = {
    "name": "a name",
    "office": "an office",
    "role": "“asker” or “answerer”",
    "labels": "a list of labels",
}
PERSON = ("labels", "office", "role")
IN_FILE = ("name", "office", "role")


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduction:
    """Who somebody is; what was not written down is None."""

    name: str
    office: str | None = None
    role: Role | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    """Who speaks in some transcripts, by label as `folded` gives it.

    Attributes:
        people: In every file.
        files: In those files that a pattern fits, the plainest pattern first.
        lines: Where each pattern was written.
    """

    people: Mapping[str, Introduction] = field(default_factory=dict)
    files: tuple[tuple[str, Mapping[str, Introduction]], ...] = ()
    lines: Mapping[str, int | None] = field(default_factory=dict)

    def introduction(self, speaker: Speaker, path: PurePosixPath) -> Introduction | None:
        """Return who a speaker in a file is, the file given by its path from the cast's folder; None if not told."""
        tables = [*(table for pattern, table in self.files if path.match(pattern)), self.people]
        labels = (folded(speaker.label), folded(speaker.name))
        return next((table[label] for table in tables for label in labels if label in table), None)


def read_cast(data: bytes, source: str) -> tuple[Cast, list[TranscriptError]]:
    """Return who is who in a file, and what is wrong with it; what is right holds all the same.

    Raises:
        TranscriptError: It is no TOML.
    """
    file = read_toml(data, source)
    file.known(file.says, ("people", "files"))
    people = dict(_people(file))
    named = {folded(person.name): person for person in people.values()}
    files = {pattern: dict(_in_file(file, given, named)) for pattern, given in file.table("files").items()}
    plainest = sorted(files.items(), key=lambda item: any(sign in item[0] for sign in "*?["))
    lines = {pattern: line_of(pattern, file.text) for pattern in files}
    return Cast(people=people, files=tuple(plainest), lines=lines), file.faults


def introduced(speaker: Speaker, told: Introduction) -> Speaker:
    """Return a speaker under the right name; the label stays as it was printed."""
    return replace(speaker, name=told.name, title=told.office or speaker.title)


def with_introductions(transcript: Transcript, told: Mapping[Speaker, Introduction]) -> Transcript:
    """Return a transcript in which some speakers are introduced; not a word of it changes.

    Where somebody is said to ask and the transcript tells no roles, everybody else who is labelled answers, as it is
    with labels such as `Question`.
    """
    if not told:
        return transcript
    asked = any(one.role == "asker" for one in told.values()) and not any(turn.role for turn in transcript.turns)
    people = {speaker: introduced(speaker, one) for speaker, one in told.items()}

    def turned(place: int) -> Turn:
        turn = transcript.turns[place]
        if turn.speaker is None:
            return turn
        introduction = told.get(turn.speaker)
        role = (introduction and introduction.role) or turn.role or ("answerer" if asked else None)
        return replace(turn, speaker=people.get(turn.speaker, turn.speaker), role=role)

    return replace(transcript, turns=Rows(len(transcript.turns), turned))


def _people(file: TomlFile) -> Iterator[tuple[str, Introduction]]:
    """Yield the labels of everybody in the table of people, each with who that is."""
    for name, facts in file.table("people").items():
        sound = _sound(file, name, facts, PERSON)
        person = Introduction(name=name, office=sound.get("office"), role=sound.get("role"))
        yield from ((folded(label), person) for label in (name, *sound.get("labels", ())))


def _in_file(file: TomlFile, given: object, people: Mapping[str, Introduction]) -> Iterator[tuple[str, Introduction]]:
    """Yield the labels of a table of some files, each with who that is there; people introduced above are known."""
    if not isinstance(given, dict):
        file.blame("files", 'expected a table such as [files."talk.vtt"] of labels and names')
        return
    for label, facts in given.items():
        sound = _sound(file, label, {"name": facts} if isinstance(facts, str) else facts, IN_FILE)
        name: str = sound.get("name") or label
        known = people.get(folded(name), Introduction(name=name))
        office, role = sound.get("office", known.office), sound.get("role", known.role)
        yield folded(label), Introduction(name=known.name, office=office, role=role)


def _sound(file: TomlFile, subject: str, facts: object, keys: Sequence[str]) -> dict[str, Any]:
    """Return those facts on somebody that are as they should be, and note the others."""
    if not isinstance(facts, dict):
        file.blame(subject, f'expected facts on “{subject}”, such as {{ office = "Mayor" }}')
        return {}
    given = file.known(facts, keys)
    for key in [key for key, value in given.items() if not _fits(key, value)]:
        file.blame(subject, f"expected {EXPECTED[key]} as {key} of “{subject}”")
        del given[key]
    return given


def _fits(key: str, value: object) -> bool:
    """Tell whether a value is what a key asks for, and not empty."""
    if key == "role":
        return value in ROLES
    if key == "labels":
        return isinstance(value, list) and all(isinstance(label, str) and folded(label) for label in value)
    return isinstance(value, str) and bool(value.strip())
