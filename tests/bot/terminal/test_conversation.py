from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import pytest

from bot.terminal.conversation import converse
from bot.terminal.page import Page
from retrieval import UnknownSpeakerError
from tests.bot.records import SEKO_CAME
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from retrieval import Library


def replies(*lines: str, library: ToldLibrary | None = None) -> str:
    stream = io.StringIO()
    converse(lines, cast("Library", library or ToldLibrary()), Page(stream=stream))
    return stream.getvalue()


def test_a_line_without_a_slash_is_asked() -> None:
    library = ToldLibrary()

    shown = replies("Who came?\n", library=library)

    assert library.calls == [("ask", "Who came?", None, None, 3)]
    assert f"“{SEKO_CAME}”" in shown


def test_options_reach_the_library() -> None:
    library = ToldLibrary()

    replies("/ask Who came? speaker: Lavrov transcript: tokyo limit: 1", library=library)

    assert library.calls == [("ask", "Who came?", "Lavrov", "tokyo", 1)]


def test_a_quotation_is_checked() -> None:
    library = ToldLibrary()

    shown = replies("/quote He came. --speaker Lavrov", library=library)

    assert library.calls == [("check", "He came.", "Lavrov")]
    assert shown.startswith("“Lavrov” did not say this in these transcripts.\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [("/transcripts", "Answer to media questions"), ("/speakers", "Foreign Minister"), ("/help", "/ask QUESTION")],
)
def test_lists_are_shown(line: str, words: str) -> None:
    assert words in replies(line)


def test_an_error_is_a_sentence_and_the_next_line_is_read() -> None:
    library = ToldLibrary(answer=UnknownSpeakerError("Bob", ("Boris",)))

    shown = replies("/ask Who came? speaker: Bob", "/sing", "/speakers", library=library)

    assert shown.splitlines()[:4] == [
        "Nobody called “Bob” speaks in these transcripts; did you mean Boris?",
        "",
        "There is no command /sing; /help lists those there are.",
        "",
    ]
    assert "Sergey Lavrov" in shown


def test_a_blank_line_has_no_reply() -> None:
    assert replies("\n", "   ") == ""


def test_nothing_after_quit_is_read() -> None:
    library = ToldLibrary()

    replies("/quit", "Who came?", library=library)

    assert library.calls == []


def test_a_quote_is_shown_again_by_its_id() -> None:
    library = ToldLibrary()

    shown = replies("/cite seko-5f3a", library=library)

    assert shown.startswith("Unchanged: ")
    assert library.calls == [("cite", "seko-5f3a")]
