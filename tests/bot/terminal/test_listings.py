from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest

from bot.terminal import listings
from bot.terminal.blocks import Paragraph, Table
from retrieval import Failure, Speaker
from tests.bot.records import INTERVIEW, LAVROV, transcript_of
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from retrieval import Library

BROKEN = Failure(source="briefing.srt", line=41, reason="cue without an end time")


def library(told: ToldLibrary | None = None) -> Library:
    return cast("Library", told or ToldLibrary())


def test_transcripts_are_a_table() -> None:
    assert list(listings.transcripts(library())) == [
        Table(
            headings=("Date", "Title and id", "Speakers", "Turns", "Words"),
            rows=(
                (
                    "2017-01-17",
                    "Answer to media questions\nanswer-to-media-questions",
                    "Question, Sergey Lavrov",
                    "2",
                    "16",
                ),
            ),
            numbers=frozenset({"Turns", "Words"}),
        )
    ]


def test_a_transcript_without_date_or_names_says_so() -> None:
    bare = transcript_of((None, "Something was agreed."), day=None)

    (table,) = listings.transcripts(library(ToldLibrary(transcripts=(bare,))))

    assert isinstance(table, Table)
    assert table.rows[0][0] == "undated"
    assert table.rows[0][2] == "not named"


def test_of_many_speakers_the_first_are_named() -> None:
    panel = transcript_of(*((Speaker(name=name, label=name), "Yes.") for name in "ABCDEFG"))

    (table,) = listings.transcripts(library(ToldLibrary(transcripts=(panel,))))

    assert isinstance(table, Table)
    assert table.rows[0][2] == "A, B, C, D, E, 2 more"


def test_files_that_failed_are_listed_with_place_and_reason() -> None:
    blocks = list(listings.transcripts(library(ToldLibrary(transcripts=(), failures=(BROKEN,)))))

    assert blocks == [
        Paragraph(text="1 file could not be read:", style="fault"),
        Paragraph(text="briefing.srt:41: cue without an end time", indent=2),
    ]


def test_a_failure_of_a_whole_file_names_no_line() -> None:
    assert listings.broken(Failure(source="a.txt", line=None, reason="empty")) == "a.txt: empty"


PANEL = transcript_of(
    (Speaker(name="Ann Lee", label="Ann Lee"), "Yes, it is."), title="A panel", ident="may-panel", day=None
)


def test_the_list_of_several_is_summed_up() -> None:
    *_, last = listings.transcripts(library(ToldLibrary(transcripts=(INTERVIEW, PANEL))))

    assert last == Paragraph(text="2 transcripts, 3 turns, 19 words", style="detail")


@pytest.mark.parametrize("word", ["panel", "ANN", "undated", "may-panel.txt", "a lee"])
def test_words_narrow_the_list_to_what_they_name(word: str) -> None:
    table, last = listings.transcripts(library(ToldLibrary(transcripts=(INTERVIEW, PANEL))), word)

    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["A panel\nmay-panel"]
    assert last == Paragraph(text="1 of 2 transcripts, 1 turn, 3 words", style="detail")


def test_a_word_that_names_nothing_says_so() -> None:
    assert list(listings.transcripts(library(), "treaty")) == [
        Paragraph(text="No title, date, file or speaker of these transcripts holds “treaty”.")
    ]


def test_a_screen_is_given_no_more_than_it_can_take() -> None:
    table, _, more = listings.transcripts(library(ToldLibrary(transcripts=(PANEL,) * 1203)), most=100)

    assert isinstance(table, Table)
    assert len(table.rows) == 100
    assert more == Paragraph(
        text="1,103 more are not listed: a word narrows the list, and a file or pipe takes it whole.", style="detail"
    )


def test_speakers_are_listed_as_the_library_orders_them() -> None:
    assert list(listings.speakers(library())) == [
        Table(
            headings=("Speaker", "Office", "Printed as"),
            rows=(("Sergey Lavrov", "Foreign Minister", "S.Lavrov"), ("Question", "", "Question")),
        )
    ]


def test_where_nobody_is_named_that_is_said() -> None:
    assert list(listings.speakers(library(ToldLibrary(speakers=())))) == [
        Paragraph(text="These transcripts do not name their speakers.")
    ]


def test_help_lists_every_command_with_its_options() -> None:
    table = next(iter(listings.commands()))

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [
        "/ask QUESTION",
        "/quote WORDS",
        "/cite ID",
        "/show TRANSCRIPT",
        "/transcripts [WORD]",
        "/speakers",
        "/help",
        "/quit",
    ]
    assert table.rows[0][1] == "speaker, transcript, limit"


def test_a_library_is_summed_up_in_a_few_words() -> None:
    told = ToldLibrary(transcripts=(INTERVIEW, INTERVIEW), speakers=(LAVROV,))

    assert listings.holdings(library(told)) == "2 transcripts, 1 speaker"


def test_a_turn_is_shown_with_its_number_speaker_label_part_and_time() -> None:
    timed = replace(INTERVIEW.turns[1], time=timedelta(minutes=1, seconds=23))
    read = replace(INTERVIEW, turns=(INTERVIEW.turns[0], timed))

    shown = [block.text for block in listings.transcript(read) if isinstance(block, Paragraph)]

    assert shown[1] == "answer-to-media-questions.txt, 2 turns"
    assert shown[3] == "1. Question, asker"
    assert shown[6] == "2. Sergey Lavrov (printed as S.Lavrov), answerer, 0:01:23"
