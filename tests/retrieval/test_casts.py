from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from retrieval import Speaker
from retrieval.casts import Introduction, introduced, read_cast, with_introductions
from retrieval.errors import TranscriptError
from retrieval.rows import Rows
from tests.bot.records import transcript_of

if TYPE_CHECKING:
    from retrieval import Transcript, Turn

CAST = """
[people]
"Sergey Lavrov" = { labels = ["SVL", "S.Lavrov"], office = "Foreign Minister" }
"Ann Lee" = { role = "asker" }

[files."talks/*.vtt"]
SPEAKER_00 = "Sergey Lavrov"
SPEAKER_01 = { name = "Bob Ray", office = "Mayor", role = "answerer" }

[files."talks/may.vtt"]
SPEAKER_00 = "Ann Lee"
"""
FIRST, SECOND = (Speaker(name=f"SPEAKER_0{number}", label=f"SPEAKER_0{number}") for number in range(2))
MAY, JUNE, NOTES = (PurePosixPath(path) for path in ("talks/may.vtt", "talks/june.vtt", "notes.txt"))


def who(speaker: Speaker, path: PurePosixPath, text: str = CAST) -> Introduction | None:
    return read_cast(text.encode(), "speakers.toml")[0].introduction(speaker, path)


def faults(text: str) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.reason) for fault in read_cast(text.encode(), "speakers.toml")[1]]


def test_a_label_of_a_file_is_a_person() -> None:
    assert who(SECOND, JUNE) == Introduction(name="Bob Ray", office="Mayor", role="answerer")
    assert who(SECOND, NOTES) is None


def test_what_was_said_of_a_person_holds_where_a_label_names_the_person() -> None:
    assert who(FIRST, JUNE) == Introduction(name="Sergey Lavrov", office="Foreign Minister")


def test_a_file_named_in_full_goes_before_a_pattern() -> None:
    assert who(FIRST, MAY) == Introduction(name="Ann Lee", role="asker")


@pytest.mark.parametrize("label", ["SVL", "svl", "S. Lavrov", "SERGEY LAVROV"])
def test_another_label_of_a_person_holds_in_every_file(label: str) -> None:
    speaker = Speaker(name=label, label=label)

    assert who(speaker, NOTES) == Introduction(name="Sergey Lavrov", office="Foreign Minister")


def test_an_introduction_keeps_the_label_and_an_office_that_it_does_not_tell() -> None:
    printed = Speaker(name="Lavrov", label="S.Lavrov", title="Minister")

    assert introduced(printed, Introduction(name="Sergey Lavrov")) == Speaker(
        name="Sergey Lavrov", label="S.Lavrov", title="Minister"
    )


def test_a_transcript_is_shown_under_the_names_told_and_keeps_every_word() -> None:
    talk = transcript_of((FIRST, "Is it so?"), (SECOND, "It is."), (None, "Applause."))
    told = {FIRST: Introduction(name="Ann Lee"), SECOND: Introduction(name="Bob Ray", office="Mayor")}

    shown = with_introductions(talk, told)

    assert [turn.speaker and (turn.speaker.name, turn.speaker.title, turn.role) for turn in shown.turns] == [
        ("Ann Lee", None, "answerer"),
        ("Bob Ray", "Mayor", "answerer"),
        None,
    ]
    assert (shown.text, [turn.span for turn in shown.turns]) == (talk.text, [turn.span for turn in talk.turns])


def test_where_somebody_is_said_to_ask_the_others_who_are_labelled_answer() -> None:
    third = Speaker(name="Bob Ray", label="Bob Ray")
    talk = transcript_of((FIRST, "Is it so?"), (third, "It is."), (None, "Applause."))
    plain = with_introductions(talk, {})

    untold = [turn.role for turn in plain.turns]
    told = with_introductions(_without_roles(plain), {FIRST: Introduction(name="Ann Lee", role="asker")})

    assert untold == ["answerer", "answerer", None]
    assert [turn.role for turn in told.turns] == ["asker", "answerer", None]


def test_an_introduction_makes_no_record_of_a_turn_that_nobody_looks_at() -> None:
    talk = transcript_of((FIRST, "Is it so?"), (SECOND, "It is."), (FIRST, "Thanks."))
    looked_at: list[int] = []

    def look(place: int) -> Turn:
        looked_at.append(place)
        return talk.turns[place]

    shown = with_introductions(replace(talk, turns=Rows(3, look)), {SECOND: Introduction(name="Bob Ray")})

    assert shown.turns[1].speaker == Speaker(name="Bob Ray", label="SPEAKER_01")
    assert looked_at == [1]


def _without_roles(transcript: Transcript) -> Transcript:
    return replace(transcript, turns=tuple(replace(turn, role=None) for turn in transcript.turns))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[peple]\n"Ann Lee" = {}', 1, "“peple” means nothing here; known are people and files"),
        ('\n[people]\n"Ann Lee" = { job = "Mayor" }', 3, "“job” means nothing here; known are labels, office and role"),
        ('[people]\n"Ann Lee" = { role = "host" }', 2, "expected “asker” or “answerer” as role of “Ann Lee”"),
        ('[people]\n"Ann Lee" = { labels = "A" }', 2, "expected a list of labels as labels of “Ann Lee”"),
        ('[people]\n"Ann Lee" = "Mayor"', 2, 'expected facts on “Ann Lee”, such as { office = "Mayor" }'),
        ('people = "Ann Lee"', 1, "expected a table [people]"),
        ('[files]\n"a.vtt" = "Ann Lee"', 1, 'expected a table such as [files."talk.vtt"] of labels and names'),
        ('[files."a.vtt"]\nA = 5', 2, 'expected facts on “A”, such as { office = "Mayor" }'),
        ('[files."a.vtt"]\nA = ""', 2, "expected a name as name of “A”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, reason: str) -> None:
    assert faults(text) == [(line, reason)]


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    text = '[people]\n"Ann Lee" = { job = "Mayor", labels = ["SPEAKER_00"] }\nBob = 5'

    assert who(FIRST, MAY, text) == Introduction(name="Ann Lee")
    assert len(faults(text)) == 2


@pytest.mark.parametrize(
    ("data", "line"), [(b'[people]\n"Ann Lee" = {', 2), (b"\n\n[people\n", 3), (b"a = 1\n\xff", 2), (b"[[[" * 9, 1)]
)
def test_what_is_no_toml_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(TranscriptError, match="not valid") as caught:
        read_cast(data, "speakers.toml")

    assert (caught.value.source, caught.value.line) == ("speakers.toml", line)


def test_an_empty_file_introduces_nobody() -> None:
    assert who(FIRST, MAY, "") is None
    assert faults("") == []
