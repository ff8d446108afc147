"""A library that was refreshed equals a library that was built anew, and reads only what changed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval import Changes, Library, NoTranscriptsError, Transcript, formats
from retrieval.library import reading
from tests.retrieval.library.folders import LUNCH, SEA, TREATY, parts, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_refresh_tells_what_came_changed_went_and_failed(folder: Path) -> None:
    library = Library.open(folder)
    write(folder, lunch=LUNCH, treaty=TREATY.replace("seventy", "eighty"), empty="")
    (folder / "sea.txt").unlink()

    changes = library.refresh()

    assert changes == Changes(
        added=("lunch.txt",), updated=("treaty.txt",), removed=("sea.txt",), failed=("empty.txt",)
    )
    assert [transcript.id for transcript in library.transcripts] == ["lunch", "treaty"]
    assert [failure.source for failure in library.failures] == ["empty.txt"]


def test_a_refresh_without_changes_tells_none_and_reads_nothing(folder: Path, read: list[str]) -> None:
    library = Library.open(folder)
    read.clear()

    assert library.refresh() == Changes()
    assert read == []


def test_a_refresh_without_changes_keeps_what_was_worked_out(folder: Path) -> None:
    library = Library.open(folder)
    before = library._current.built.holdings  # noqa: SLF001 - the point is that it is the same
    library.refresh()

    assert library._current.built.holdings is before  # noqa: SLF001 - likewise


def test_only_what_changed_is_read_again(folder: Path, read: list[str]) -> None:
    library = Library.open(folder)
    read.clear()
    write(folder, sea=SEA.replace("calm", "rough"))

    library.refresh()

    assert read == ["sea.txt"]


def test_a_file_that_was_only_touched_is_not_parsed_again(folder: Path, read: list[str]) -> None:
    library = Library.open(folder)
    read.clear()
    os.utime(folder / "sea.txt", ns=(1, 1))

    assert library.refresh() == Changes()
    assert read == []


edits = st.lists(
    st.tuples(st.sampled_from(["sea", "treaty", "lunch", "talk"]), st.sampled_from([SEA, TREATY, LUNCH, "", None])),
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(edits=edits, remembered=st.booleans())
def test_a_refreshed_library_equals_one_built_anew(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None]], *, remembered: bool
) -> None:
    home = tmp_path_factory.mktemp("home")
    folder = home / "talks"
    folder.mkdir()
    write(folder, first=SEA)
    library = Library.open(folder, cache=home / "cache" if remembered else None)

    for name, text in edits:
        if text is None:
            (folder / f"{name}.txt").unlink(missing_ok=True)
        else:
            write(folder, **{name: text})
        library.refresh()

    assert parts(library) == parts(Library.open(folder))
    shutil.rmtree(home)


def test_a_library_whose_files_are_all_gone_says_so_and_keeps_what_it_had(folder: Path) -> None:
    library = Library.open(folder)
    for path in folder.iterdir():
        path.unlink()

    with pytest.raises(NoTranscriptsError):
        library.refresh()

    assert len(library.transcripts) == 2


def test_an_older_library_goes_on_while_another_process_refreshes(folder: Path, cache: Path) -> None:
    older = Library.open(folder, cache=cache)
    write(folder, treaty=TREATY.replace("seventy", "eighty"))
    newer = Library.open(folder, cache=cache)

    said = [library.transcripts[1].text[-30:] for library in (older, newer)]

    assert said == ["seventy states have signed it.", " eighty states have signed it."]


def test_a_file_in_two_folders_that_overlap_is_read_once(folder: Path) -> None:
    library = Library.open([folder, folder.parent])

    assert [transcript.source for transcript in library.transcripts] == ["sea.txt", "treaty.txt"]


def test_a_file_that_no_reader_foresaw_is_a_failure_and_hurts_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = formats.read

    def stumbling(data: bytes, source: str, transcript_id: str) -> Transcript:
        if source == "sea.txt":
            raise RecursionError
        return parse(data, source, transcript_id)

    monkeypatch.setattr(reading, "read", stumbling)

    library = Library.open(folder)

    assert [transcript.id for transcript in library.transcripts] == ["treaty"]
    assert [failure.reason for failure in library.failures] == [
        "the file could not be read (RecursionError); please report it"
    ]


def test_an_edit_within_the_same_instant_is_noticed(folder: Path) -> None:
    library = Library.open(folder)
    facts = (folder / "sea.txt").stat()
    write(folder, sea=SEA.replace("calm", "wild"))
    os.utime(folder / "sea.txt", ns=(facts.st_atime_ns, facts.st_mtime_ns))

    assert library.refresh() == Changes(updated=("sea.txt",))
    assert "wild" in library.transcripts[0].text
