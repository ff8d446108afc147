from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from bot.config import Config, ConfigError
from bot.terminal import checkup
from bot.terminal.page import Page
from retrieval import Failure, Hit, MissingFolderError, Passage
from tests.bot.records import INTERVIEW, SEKO_CAME
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from retrieval import Library

TURN = INTERVIEW.turns[1]
HIT = Hit(passage=Passage(transcript=INTERVIEW, turn=TURN, span=TURN.span), score=1.0)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(transcripts=(Path("seeds"),), data_dir=tmp_path / "data")


def checked(
    config: Config | ConfigError,
    library: ToldLibrary | Exception | None = None,
    *,
    unicode: bool = True,
) -> tuple[bool, list[str]]:
    def configure() -> Config:
        if isinstance(config, ConfigError):
            raise config
        return config

    def opened(_: Config) -> Library:
        if isinstance(library, Exception):
            raise library
        return cast("Library", library or ToldLibrary(hits=[HIT]))

    stream = io.StringIO()
    well = checkup.run(configure, opened, Page(stream=stream), unicode=unicode)
    return well, stream.getvalue().splitlines()


def test_when_all_is_well_every_line_says_so(config: Config) -> None:
    assert checked(config) == (
        True,
        [
            "✓ configuration: can be used, with log level INFO",
            "✓ token: DISCORD_TOKEN is not set, so the terminal is used",
            "✓ transcripts: 1 transcript, 2 speakers in seeds",
            "✓ index: finds words of every transcript",
            f"✓ permissions: DATA_DIR {config.data_dir} can be written",
        ],
    )


def test_where_check_marks_cannot_be_shown_words_stand_for_them(config: Config) -> None:
    _, lines = checked(replace(config, token="test-token"), unicode=False)  # noqa: S106 - no secret

    assert lines[0].startswith("ok configuration: ")
    assert lines[1].startswith("FAULT token: DISCORD_TOKEN does not look like")


def test_every_fault_of_the_configuration_has_a_line() -> None:
    assert checked(ConfigError("one", "two")) == (False, ["✗ configuration: one", "✗ configuration: two"])


def test_a_token_is_judged_by_its_form_and_never_shown(config: Config) -> None:
    well, lines = checked(replace(config, token="your-token-here"))  # noqa: S106 - no secret

    assert not well
    assert lines[1].startswith("✗ token: DISCORD_TOKEN does not look like a bot's token")
    assert "your-token-here" not in "\n".join(lines)


def test_a_folder_that_is_missing_is_a_fault(config: Config) -> None:
    well, lines = checked(config, MissingFolderError("there is no folder seeds"))

    assert not well
    assert lines[2:] == [
        "✗ transcripts: There is no folder seeds.",
        f"✓ permissions: DATA_DIR {config.data_dir} can be written",
    ]


def test_every_file_that_failed_is_a_fault(config: Config) -> None:
    library = ToldLibrary(hits=[HIT], failures=(Failure(source="a.srt", line=41, reason="cue without an end"),))

    well, lines = checked(config, library)

    assert not well
    assert lines[3] == "✗ transcripts: a.srt:41: cue without an end"


def test_a_library_without_a_transcript_is_a_fault(config: Config) -> None:
    well, lines = checked(config, ToldLibrary(transcripts=(), speakers=()))

    assert not well
    assert lines[2] == "✗ transcripts: 0 transcripts, 0 speakers in seeds"


def test_the_index_has_to_find_words_of_the_longest_turn(config: Config) -> None:
    library = ToldLibrary(hits=[])

    well, lines = checked(config, library)

    assert not well
    assert library.calls == [("search", SEKO_CAME, None, INTERVIEW.id, 1)]
    assert lines[3] == "✗ index: finds nothing in “Answer to media questions”: please report it"


def test_of_many_transcripts_some_are_tried(config: Config) -> None:
    library = ToldLibrary(hits=[HIT], transcripts=(INTERVIEW,) * 200)

    _, lines = checked(config, library)

    assert lines[3] == "✓ index: finds words of each of 50 transcripts that were tried"
    assert len(library.calls) == 50


def test_data_that_cannot_be_kept_is_a_fault(config: Config, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    well, lines = checked(replace(config, data_dir=tmp_path / "file"))

    assert not well
    assert lines[-1].startswith(f"✗ permissions: DATA_DIR {tmp_path / 'file'} cannot be written (")


def test_a_checkup_leaves_nothing_in_the_folder_for_data(config: Config) -> None:
    checked(config)

    assert list(config.data_dir.iterdir()) == []
