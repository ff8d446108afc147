from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from retrieval.library.files import look, read_bytes, transcript_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval.library.files import File

LONG_AGO, NOW = 1_000_000_000_000_000_000, 1_700_000_000_000_000_000  # nanoseconds since 1970


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ann: Yes.", encoding="utf-8")
        os.utime(path, ns=(LONG_AGO, LONG_AGO))


def sources(*roots: Path) -> list[str]:
    return [file.source for file in files(roots)]


def files(roots: Sequence[Path], now: int = NOW) -> list[File]:
    return transcript_files(look(roots), now)


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.de.md",
        "README-zh.md",
        "LICENSE.txt",
        "Licence.md",
        "LICENSE-MIT.txt",
        "COPYING.txt",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "code-of-conduct.md",
        "_index.md",
        ".hidden.txt",
        ".git/talk.txt",
        "aliases.toml",
        "speakers.toml",
        "library.toml",
        "talk.png",
        "talk",
    ],
)
def test_what_is_about_the_transcripts_or_hidden_is_left_out(tmp_path: Path, name: str) -> None:
    put(tmp_path, "talk.txt", name)

    assert sources(tmp_path) == ["talk.txt"]


@pytest.mark.parametrize(
    "name",
    ["changelog-news-112.md", "readmen.txt", "licensed.txt", "my readme.txt", "history.md", "TALK.TXT", "a.b.srt"],
)
def test_what_only_resembles_these_is_a_transcript(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)

    assert sources(tmp_path) == [name]


def test_a_hidden_folder_that_was_named_is_looked_into(tmp_path: Path) -> None:
    put(tmp_path / ".talks", "talk.txt")

    assert sources(tmp_path / ".talks") == ["talk.txt"]


def test_links_in_a_circle_come_to_an_end_and_each_file_comes_once(tmp_path: Path) -> None:
    put(tmp_path, "may/talk.txt")
    (tmp_path / "may" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a").symlink_to(tmp_path / "may", target_is_directory=True)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (tmp_path / "again.txt").symlink_to(tmp_path / "may" / "talk.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")

    assert sources(tmp_path) == ["may/talk.txt"]


def test_a_folder_elsewhere_is_reached_by_a_link(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "talk.txt")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "may").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    assert sources(tmp_path / "talks") == ["may/talk.txt"]


def test_of_folders_that_overlap_the_first_names_a_file(tmp_path: Path) -> None:
    put(tmp_path, "may/talk.txt", "june.txt")

    assert sources(tmp_path / "may", tmp_path, tmp_path / "may" / "talk.txt") == ["talk.txt", "june.txt"]
    assert sources(tmp_path, tmp_path / "may") == ["june.txt", "may/talk.txt"]


def test_a_folder_that_cannot_be_listed_is_a_failure_and_hurts_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "locked/talk.txt", "open/talk.txt")
    listed = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    view = look([tmp_path])

    assert [seen.source for seen in view.files] == ["open/talk.txt"]
    assert [(failure.source, failure.reason) for failure in view.failures] == [
        ("locked", "the folder cannot be listed (Permission denied); check its permissions")
    ]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    put(tmp_path, "talk.txt")
    os.mkfifo(tmp_path / "pipe.txt")

    assert sources(tmp_path) == ["talk.txt"]


def test_a_file_that_was_changed_just_now_is_looked_at_again(tmp_path: Path) -> None:
    put(tmp_path, "talk.txt")

    settled, fresh = (files([tmp_path], now)[0].changed for now in (NOW, LONG_AGO + 1_000_000_000))

    assert settled == LONG_AGO
    assert fresh < 0


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "talk.txt")
    monkeypatch.setattr("retrieval.library.files.LARGEST", 4)

    assert read_bytes(tmp_path / "talk.txt", "talk.txt") == b"Ann: "
