from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import (
    Found,
    Library,
    MissingFolderError,
    NoTranscriptsError,
)
from tests.retrieval.samples import DEBATE, HARBOUR


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_is_read_and_everything_below_it(tmp_path: Path) -> None:
    (tmp_path / "2021" / "may").mkdir(parents=True)
    write(tmp_path, harbour=HARBOUR)
    write(tmp_path / "2021" / "may", debate=DEBATE)

    held = Library.open(tmp_path)

    assert [(one.id, one.source) for one in held.transcripts] == [
        ("2021-may-debate", "2021/may/debate.txt"),
        ("harbour", "harbour.txt"),
    ]
    assert held.failures == ()


def test_several_folders_and_single_files_are_one_library(tmp_path: Path) -> None:
    for name, text in (("one", HARBOUR), ("two", DEBATE)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, talk=text)

    held = Library.open([tmp_path / "one", str(tmp_path / "two" / "talk.txt")])

    assert [one.id for one in held.transcripts] == ["talk", "talk-2"]


def test_hidden_files_readmes_and_other_kinds_of_files_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, harbour=HARBOUR, README="Tom: Hello.", **{".hidden": "Tom: Hello."})
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", talk="Tom: Hello.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "folder.txt").mkdir()

    held = Library.open(tmp_path)

    assert [one.source for one in held.transcripts] == ["harbour.txt"]
    assert held.failures == ()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFolderError) as caught:
        Library.open([tmp_path, tmp_path / "talks"])

    assert str(caught.value) == f"there is no folder {tmp_path / 'talks'}; name one that holds transcripts"


def test_a_folder_without_transcripts_is_named_with_what_belongs_there(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")

    with pytest.raises(NoTranscriptsError) as caught:
        Library.open(tmp_path)

    assert str(caught.value).startswith(f"no transcripts in {tmp_path}; put ")
    assert ".txt" in str(caught.value)


def test_each_fault_of_a_file_has_its_own_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, empty="", locked=HARBOUR, spaces=" \n\t\n", undecodable=b"one\ntwo\xff", zfine=HARBOUR)
    opened = Path.open

    def locked(path: Path, mode: str) -> object:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", locked)

    held = Library.open(tmp_path)

    assert [one.id for one in held.transcripts] == ["zfine"]
    assert [(failure.source, failure.line) for failure in held.failures] == [
        ("empty.txt", None),
        ("locked.txt", None),
        ("spaces.txt", None),
        ("undecodable.txt", 2),
    ]
    reasons = [failure.reason for failure in held.failures]
    assert reasons[0] == "the file holds no spoken words: it has 0 bytes"
    assert reasons[2] == "the file holds no spoken words; expected paragraphs such as “S.Lavrov: …”"
    assert reasons[1] == "the file cannot be read (Permission denied); check its permissions"
    assert reasons[3].startswith("byte 7 (0xff) is not valid UTF-8 text")


def test_a_broken_file_never_hurts_the_others(tmp_path: Path) -> None:
    write(tmp_path, a_broken=b"\xff\xfe\x00", b_empty="", c_harbour=HARBOUR, d_broken=b"\0\0\0")

    held = Library.open(tmp_path)

    assert len(held.failures) == 3
    assert held.transcripts[0].text == HARBOUR
    assert isinstance(held.ask("How large will the cod quota be?"), Found)


def test_when_no_file_could_be_read_every_request_says_why(tmp_path: Path) -> None:
    held = Library.open(write(tmp_path, broken=b"two\xff"))

    for request in (held.ask, held.search, held.check):
        with pytest.raises(NoTranscriptsError, match=r"no transcript could be read; broken\.txt: byte 3"):
            request("the cod quota")
    assert held.speakers == ()


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    Library.open(write(tmp_path, a=HARBOUR, b=DEBATE), progress=lambda *step: told.append(step))

    assert told[:2] == [(0, 2, "a.txt"), (1, 2, "b.txt")]


def test_files_whose_names_differ_in_signs_only_get_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("Press talk.txt", "press_talk.txt", "press-talk.md", "…!.txt", "Порт.txt"):
        (tmp_path / name).write_text(HARBOUR, encoding="utf-8")

    held = Library.open(tmp_path)

    assert sorted(one.id for one in held.transcripts) == [
        "press-talk",
        "press-talk-2",
        "press-talk-3",
        "transcript",
        "порт",
    ]
