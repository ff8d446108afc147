from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, cast

import pytest

from bot.terminal import shell
from bot.terminal.commands import Ask, Check, Cite, ListTranscripts
from bot.terminal.page import Page
from retrieval import Cited, Match
from tests.bot.records import SEKO, SEKO_CAME, found, not_found, verdict
from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from retrieval import Library
    from retrieval.model import CitedKind, VerdictKind


def run(
    command: Ask | Check | Cite | ListTranscripts, library: ToldLibrary | None = None, *, as_json: bool = False
) -> tuple[int, str]:
    stream = io.StringIO()
    told = cast("Library", library or ToldLibrary())
    code = shell.run(command, told, Page(stream=stream), as_json=as_json)
    return code, stream.getvalue()


def test_an_answer_exits_with_zero() -> None:
    code, shown = run(Ask(question="Who came?"), ToldLibrary(answer=found(SEKO)))

    assert code == 0
    assert shown.startswith(f"  “{SEKO_CAME}”\n  — Sergey Lavrov, Foreign Minister\n")


def test_a_refusal_exits_with_one() -> None:
    code, shown = run(Ask(question="Who came?"), ToldLibrary(answer=not_found()))

    assert code == 1
    assert shown.startswith("Nothing in these transcripts answers this.")


@pytest.mark.parametrize(
    ("kind", "code"), [("exact", 0), ("differs", 0), ("stitched", 0), ("other_speaker", 0), ("not_found", 1)]
)
def test_a_quotation_of_which_something_was_found_exits_with_zero(kind: VerdictKind, code: int) -> None:
    matches = () if kind == "not_found" else (Match(quote=SEKO),)

    assert run(Check(words="He came"), ToldLibrary(verdict=verdict(kind, *matches)))[0] == code


@pytest.mark.parametrize(("kind", "code"), [("unchanged", 0), ("corrected", 1), ("gone", 1)])
def test_only_a_quote_that_still_stands_exits_with_zero(kind: CitedKind, code: int) -> None:
    library = ToldLibrary(cited=Cited(id="seko-5f3a", kind=kind))

    assert run(Cite(quote_id="seko-5f3a"), library)[0] == code
    assert library.calls == [("cite", "seko-5f3a")]


def test_a_citation_may_be_json() -> None:
    _, shown = run(Cite(quote_id="seko-5f3a"), as_json=True)

    assert [*json.loads(shown)] == ["id", "citation", "words", "quote", "differences"]
    assert json.loads(shown)["quote"]["text"] == SEKO_CAME


def test_every_option_reaches_the_library() -> None:
    library = ToldLibrary()

    run(Ask(question="Who came?", speaker="Lavrov", transcript="tokyo", limit=2), library)
    run(Check(words="He came", speaker="Lavrov"), library)

    assert library.calls == [("ask", "Who came?", "Lavrov", "tokyo", 2), ("check", "He came", "Lavrov")]


def test_json_holds_the_words_as_they_are() -> None:
    code, shown = run(Ask(question="Who came?"), as_json=True)

    assert code == 0
    assert json.loads(shown)["quotes"][0]["text"] == SEKO_CAME
    assert "“" not in shown


def test_a_refusal_in_json_exits_with_one_too() -> None:
    code, shown = run(Ask(question="Кто?"), ToldLibrary(answer=not_found(question="Кто?")), as_json=True)

    assert (code, json.loads(shown)["answered"]) == (1, False)
    assert "Кто?" in shown


def test_a_verdict_can_be_had_in_json() -> None:
    code, shown = run(Check(words="He came"), as_json=True)

    assert (code, json.loads(shown)["verdict"]) == (1, "not_found")


def test_transcripts_can_be_had_in_json() -> None:
    code, shown = run(ListTranscripts(), as_json=True)

    assert (code, json.loads(shown)["transcripts"][0]["words"]) == (0, 16)
