"""What is written down beside transcripts: who is who, and where to read or hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Changes, Failure, Found, Library
from tests.retrieval.library.folders import TREATY, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TALK = (
    "WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n<v SPEAKER_00>What of the fishing quota?</v>\n\n"
    "00:01:23.000 --> 00:01:29.000\n<v SPEAKER_01>The fishing quota will double next year.</v>\n"
)
CAST = '[files."talk.vtt"]\nSPEAKER_00 = { name = "Ann Lee", role = "asker" }\nSPEAKER_01 = "Bob Ray"\n'


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    (tmp_path / "talks" / "may").mkdir(parents=True)
    (tmp_path / "talks" / "may" / "talk.vtt").write_text(TALK, encoding="utf-8")
    write(tmp_path / "talks", treaty=TREATY)
    return tmp_path / "talks"


@pytest.fixture(params=["forgetful", "remembering"])
def opened(talks: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], Library]:
    cache = tmp_path / "cache" if request.param == "remembering" else None
    return lambda: Library.open(talks, cache=cache)


def said(library: Library) -> list[tuple[str | None, str | None, str]]:
    heard = library.transcript("may-talk")
    return [(turn.speaker.name if turn.speaker else None, turn.role, heard.slice(turn.span)) for turn in heard.turns]


NAMED = [
    ("Ann Lee", "asker", "What of the fishing quota?"),
    ("Bob Ray", "answerer", "The fishing quota will double next year."),
]


def test_people_are_named_by_a_file_beside_the_transcripts(talks: Path, opened: Callable[[], Library]) -> None:
    (talks / "may" / "speakers.toml").write_text(CAST, encoding="utf-8")

    library = opened()

    assert said(library) == NAMED
    assert [speaker.name for speaker in library.headers[0].speakers] == ["Ann Lee", "Bob Ray"]
    assert [speaker.name for speaker in library.speakers] == ["J.Roe", "Bob Ray", "Ann Lee", "Question"]
    assert library.failures == ()


def test_a_quote_of_a_named_person_is_found_by_the_name(talks: Path, opened: Callable[[], Library]) -> None:
    (talks / "may" / "speakers.toml").write_text(CAST, encoding="utf-8")

    result = opened().ask("What happens to the fishing quota?", speaker="Bob Ray")

    assert isinstance(result, Found)
    assert result.quotes[0].speaker is not None
    assert (result.quotes[0].speaker.name, result.quotes[0].speaker.label) == ("Bob Ray", "SPEAKER_01")
    assert result.quotes[0].asked is not None


def test_a_change_of_names_takes_effect_with_the_next_refresh(talks: Path, opened: Callable[[], Library]) -> None:
    library = opened()
    before = library.transcript("may-talk")
    (talks / "speakers.toml").write_text(CAST, encoding="utf-8")

    changes = library.refresh()

    assert changes == Changes(updated=("may/talk.vtt",))
    assert said(library) == NAMED
    assert library.transcript("may-talk").text == before.text
    (talks / "speakers.toml").unlink()
    library.refresh()
    assert library.transcript("may-talk") == before


def test_names_hold_after_a_restart_and_change_after_one(talks: Path, opened: Callable[[], Library]) -> None:
    (talks / "speakers.toml").write_text(CAST, encoding="utf-8")
    opened().close()
    first = said(opened())
    (talks / "speakers.toml").write_text(CAST.replace("Ann Lee", "Eve Moor"), encoding="utf-8")

    second = said(opened())

    assert (first[0][0], second[0][0]) == ("Ann Lee", "Eve Moor")


def test_the_nearer_file_goes_first(talks: Path) -> None:
    (talks / "speakers.toml").write_text(CAST, encoding="utf-8")
    (talks / "may" / "speakers.toml").write_text('[people]\n"Eve Moor" = { labels = ["SPEAKER_00"] }', encoding="utf-8")

    assert [name for name, _, _ in said(Library.open(talks))] == ["Eve Moor", "Bob Ray"]


def test_names_of_one_folder_do_not_reach_another(talks: Path) -> None:
    (talks / "june").mkdir()
    (talks / "june" / "talk.vtt").write_text(TALK, encoding="utf-8")
    (talks / "june" / "speakers.toml").write_text(CAST, encoding="utf-8")

    assert [name for name, _, _ in said(Library.open(talks))] == ["SPEAKER_00", "SPEAKER_01"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[people", 1, "the file is not valid TOML (Expected ']' at the end of a table declaration)"),
        ('\n[people]\n"Ann" = { job = "Mayor" }', 3, "“job” means nothing here; known are labels, office and role"),
        ('[files."tlak.vtt"]\nA = "B"', 1, "there is no transcript “tlak.vtt” here"),
        ('\n[files."talk.vtt"]\nSPEAKER_07 = "B"', 2, "nobody in “talk.vtt” is labelled “speaker 07”"),
    ],
)
def test_a_wrong_file_of_names_is_a_failure_with_its_line_and_hurts_nothing(
    talks: Path, text: str, line: int, reason: str
) -> None:
    (talks / "speakers.toml").write_text(text, encoding="utf-8")

    library = Library.open(talks)

    assert list(library.failures) == [Failure(source="speakers.toml", line=line, reason=reason)]
    assert len(library.transcripts) == 2


def test_names_for_a_file_that_cannot_be_read_are_no_failure_of_their_own(talks: Path) -> None:
    (talks / "speakers.toml").write_text('[files."empty.vtt"]\nSPEAKER_00 = "Ann Lee"', encoding="utf-8")
    (talks / "empty.vtt").write_bytes(b"")

    assert [failure.source for failure in Library.open(talks).failures] == ["empty.vtt"]


def test_one_person_under_several_labels_is_one_in_every_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        full="Sergey Lavrov: Fish is good.",
        initial="S.Lavrov: Fish is better in winter.",
        loud="SERGEY LAVROV: Fish is best with salt.",
        surname="Lavrov: Fish is bad in summer.",
        other="Anna Orlova: Fish is cheap.",
    )

    library = Library.open(tmp_path)

    assert [speaker.name for speaker in library.speakers] == ["Sergey Lavrov", "Anna Orlova"]
    assert len(library.search("fish", speaker="Sergey Lavrov")) == 4
    assert len(library.search("fish", speaker="Lavrov", transcript="surname")) == 1
    quoted = library.search("summer", speaker="Sergey Lavrov")[0].passage.turn.speaker
    assert quoted is not None
    assert quoted.name == "Lavrov"
    assert library.check("Fish is bad in summer", speaker="Sergey Lavrov").kind == "exact"


def test_a_quote_opens_the_moment_on_a_site_of_ones_own(talks: Path, opened: Callable[[], Library]) -> None:
    (talks / "library.toml").write_text(
        'base = "https://talks.example/{id}"\n[moments]\n"talks.example" = "{url}?start={seconds}"', encoding="utf-8"
    )

    result = opened().ask("How much will the fishing quota grow?")

    assert isinstance(result, Found)
    assert result.quotes[0].url == "https://talks.example/may-talk?start=83"
    assert result.quotes[0].transcript.url == "https://talks.example/may-talk"


def test_a_change_of_addresses_takes_effect_with_the_next_refresh(talks: Path, opened: Callable[[], Library]) -> None:
    library = opened()
    (talks / "may" / "library.toml").write_text('base = "https://talks.example/{stem}"', encoding="utf-8")

    assert library.refresh() == Changes(updated=("may/talk.vtt",))
    assert [header.url for header in library.headers] == ["https://talks.example/talk", None]


def test_a_wrong_file_of_addresses_is_a_failure_and_hurts_nothing(talks: Path) -> None:
    (talks / "library.toml").write_text("base = 'ftp://talks.example'", encoding="utf-8")

    library = Library.open(talks)

    assert [(failure.source, failure.line) for failure in library.failures] == [("library.toml", 1)]
    assert len(library.transcripts) == 2


def test_files_beside_a_single_transcript_hold_for_it(talks: Path) -> None:
    (talks / "may" / "speakers.toml").write_text(CAST, encoding="utf-8")

    library = Library.open(talks / "may" / "talk.vtt")

    assert [speaker.name for speaker in library.speakers] == ["Bob Ray", "Ann Lee"]
