from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import (
    EmptyQuestionError,
    Found,
    Library,
    MissingFolderError,
    NotFound,
    NoTranscriptsError,
    UnknownSpeakerError,
    UnknownTranscriptError,
    VerbatimError,
)
from tests.retrieval.samples import DEBATE, HARBOUR, library


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


def test_speakers_are_named_once_who_says_most_first_and_parts_last(harbour: Library) -> None:
    assert [speaker.name for speaker in harbour.speakers] == ["Anna Holm", "Ida Lund", "Jonas Berg", "Question"]


def test_an_answer_comes_from_the_speaker_that_was_asked_for(harbour: Library) -> None:
    hits = harbour.search("the harbour", speaker="berg")

    assert {hit.passage.turn.speaker.name for hit in hits if hit.passage.turn.speaker} == {"Jonas Berg"}


@pytest.mark.parametrize("name", ["t1", "T1", "t1.txt", "Port Director Jonas Berg", " t1 "])
def test_a_transcript_is_named_by_id_file_or_title(harbour: Library, name: str) -> None:
    hits = harbour.search("the harbour", transcript=name)

    assert {hit.passage.transcript.id for hit in hits} == {"t1"}


@pytest.mark.parametrize("name", ["t", "t2", "nonsense"])
def test_an_unknown_transcript_is_said(harbour: Library, name: str) -> None:
    with pytest.raises(UnknownTranscriptError, match="there is no transcript called"):
        harbour.search("the harbour", transcript=name)


def test_somebody_who_does_not_speak_in_the_transcript_is_unknown_there(harbour: Library) -> None:
    for request in (harbour.ask, harbour.search):
        with pytest.raises(UnknownSpeakerError, match="nobody called “Holm” speaks in these transcripts"):
            request("the harbour", speaker="Holm", transcript="t1")


def test_a_search_gives_no_more_than_its_limit(harbour: Library) -> None:
    assert len(harbour.search("the harbour", limit=2)) == 2
    assert harbour.search("the harbour", limit=0) == []


def test_a_file_without_labels_answers_with_the_words_of_nobody() -> None:
    answer = library("The harbour is narrow. Large ships wait outside.\n").ask("What do large ships do?")

    assert isinstance(answer, Found)
    assert "Large ships wait outside." in answer.quotes[0].text
    assert (answer.quotes[0].speaker, answer.quotes[0].role) == (None, None)


def test_context_is_the_turn_with_its_neighbours(harbour: Library) -> None:
    quote = harbour.check("Will the harbour of Tromsø be widened").matches[0].quote

    assert [turn.index for turn in harbour.context(quote)] == [0, 1, 2, 3]
    assert [turn.index for turn in harbour.context(quote, before=1, after=0)] == [1, 2]
    assert [turn.index for turn in harbour.context(quote, before=0, after=0)] == [2]


@pytest.mark.parametrize(
    "question",
    [
        "😀 the harbour?",
        "\u202ethe harbour\u202c",
        "ميناء ترومسو",
        "港口怎么样？",
        "что с портом?",
        "harbour" * 1000,
        "harbour " * 1000,
        "²",
        "½",
        "-5",
        "U.S.",
        "l’",
        "’s",
        "I",
        "the",
        "a\0b",
        "\ud800 harbour",
        "İ",
    ],
)
def test_strange_questions_get_an_answer_or_a_refusal(harbour: Library, question: str) -> None:
    assert isinstance(harbour.ask(question), Found | NotFound)


@pytest.mark.parametrize("question", ["", "?!", "😀", "…", "\ufeff"])
def test_a_question_without_words_is_refused_in_one_sentence(harbour: Library, question: str) -> None:
    for request in (harbour.ask, harbour.search):
        with pytest.raises(EmptyQuestionError) as caught:
            request(question)
        assert isinstance(caught.value, VerbatimError)
        assert "\n" not in str(caught.value)


def test_a_turn_of_100000_words_without_a_full_stop_is_searched_and_quoted_without_hanging() -> None:
    words = " ".join(f"word{number % 997}" for number in range(100_000))
    held = library(f"Question: Well?\n\nA.Holm: {words} herring {words}\n")

    answer = held.ask("What about herring?")

    assert isinstance(answer, Found)
    assert "herring" in answer.quotes[0].text
    assert len(answer.quotes[0].text) <= 400


def test_a_file_of_five_megabytes_is_read_and_searched_without_hanging() -> None:
    paragraph = " ".join(f"word{number % 997}" for number in range(105)) + "."
    turns = (f"{label}: {number} {paragraph}" for number, label in enumerate(["Question", "A.Holm"] * 3500))
    text = "\n\n".join(turns)
    assert len(text) > 5_000_000

    held = library(text)

    assert held.check(f"6999 {paragraph}").kind == "exact"
    assert held.search("word5 word6")[0].score > 0
