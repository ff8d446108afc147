from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.terminal import answers
from bot.terminal.blocks import BLANK, Paragraph
from retrieval import Cited, Difference, Match, Span
from tests.bot.records import (
    LAVROV,
    QUESTION,
    SEKO,
    SEKO_CAME,
    WHO_CAME,
    found,
    not_found,
    quote_of,
    said_by,
    transcript_of,
    verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.terminal.blocks import Block

WHENCE = "Answer to media questions, Moscow, 17 January 2017"


def lines(blocks: Iterable[Block]) -> list[str]:
    return [" " * block.indent + block.text for block in blocks if isinstance(block, Paragraph)]


def test_an_answer_shows_the_words_who_said_them_where_when_and_to_which_question() -> None:
    assert lines(answers.answer(found(SEKO, confidence=0.9))) == [
        f"  “{SEKO_CAME}”",
        "  — Sergey Lavrov, Foreign Minister",
        f"    {WHENCE}, turn 2 of 2 · quote seko-5f3a",
        f"    In answer to: “{WHO_CAME}”",
        "",
        "Verbatim is sure that this answers the question.",
    ]


def test_the_words_of_a_quote_stand_in_one_paragraph_as_they_were_said() -> None:
    said = "One line.\n\n  [bold]Another[/bold] line."

    first = next(iter(answers.answer(found(said_by(LAVROV, said)))))

    assert first == Paragraph(text=f"“{said}”", style="quote", indent=2)


def test_a_question_that_several_quotes_answer_is_shown_once() -> None:
    shown = lines(answers.answer(found(SEKO, SEKO)))

    assert shown.count(f"    In answer to: “{WHO_CAME}”") == 1
    assert shown.count(f"    {WHENCE}, turn 2 of 2 · quote seko-5f3a") == 2


def test_a_long_question_is_cut_between_words() -> None:
    interview = transcript_of((QUESTION, "Why? " * 100), (LAVROV, SEKO_CAME))

    shown = lines(answers.answer(found(quote_of(interview, 1, asked=0))))

    assert shown[3] == f"    In answer to: “{'Why? ' * 47}Why?…”"


def test_a_quote_with_a_clock_and_a_link_says_when_and_where() -> None:
    quote = replace(SEKO, asked=None, time=timedelta(seconds=3727), url="https://example.org/v?t=3727")

    assert lines(answers.answer(found(quote)))[2:4] == [
        f"    {WHENCE}, at 1:02:07 · quote seko-5f3a",
        "    https://example.org/v?t=3727",
    ]


def test_a_refusal_keeps_the_nearest_apart_from_an_answer() -> None:
    shown = lines(answers.answer(not_found(SEKO)))

    assert shown[:5] == [
        "Nothing in these transcripts answers this. Searched: 1 transcript (17 January 2017), 7 passages.",
        "",
        "The nearest passages, which are not an answer:",
        "",
        f"  “{SEKO_CAME}”",
    ]


def test_a_refusal_without_anything_near_is_one_paragraph() -> None:
    assert len(list(answers.answer(not_found()))) == 1


def test_an_exact_quotation_is_shown_where_it_was_said() -> None:
    assert lines(answers.verdict(verdict("exact", Match(quote=SEKO)))) == [
        "Yes, word for word: Sergey Lavrov said this.",
        "Searched: 1 transcript (17 January 2017), 7 passages.",
        "",
        f"  “{SEKO_CAME}”",
        "  — Sergey Lavrov, Foreign Minister",
        f"    {WHENCE}, turn 2 of 2 · quote seko-5f3a",
        f"    In answer to: “{WHO_CAME}”",
    ]


def test_what_a_quotation_changed_stands_below_what_was_said() -> None:
    changed = Difference(kind="number", claimed="60", said="70")

    shown = lines(answers.verdict(verdict("differs", Match(quote=SEKO, differences=(changed,)))))

    assert shown[-1] == "    Number: “60” in the quotation, “70” in the transcript."


def test_what_differs_stands_in_brackets_on_both_sides_and_the_quote_as_it_is() -> None:
    quotation = "Hiroshige Saki visited Moscow"
    start = SEKO.span.start + len("Hiroshige ")
    changed = Difference(
        kind="name",
        claimed="Saki",
        said="Seko",
        claimed_span=Span(start=10, end=14),
        said_span=Span(start=start, end=start + 4),
    )

    shown = lines(answers.verdict(verdict("differs", Match(quote=SEKO, differences=(changed,)), quotation=quotation)))

    assert shown[3] == f"  “{SEKO_CAME}”"
    assert shown[-3:] == [
        "    Quoted: Hiroshige [Saki] visited Moscow",
        "    Said:   Hiroshige [Seko] visited Moscow. He began to discuss this issue.",
        "    Name: “Saki” in the quotation, “Seko” in the transcript.",
    ]


def test_what_is_not_found_comes_with_what_is_nearest() -> None:
    shown = lines(answers.verdict(verdict("not_found", nearest=(SEKO,))))

    assert shown[3:6] == ["The nearest passage, which is not it:", "", f"  “{SEKO_CAME}”"]


def test_a_quote_that_still_stands_is_shown_once() -> None:
    shown = lines(answers.cited(Cited(id=SEKO.id, kind="unchanged", quote=SEKO, words=SEKO.text)))

    assert shown[0] == "Unchanged: the transcript still says this, word for word."
    assert shown.count(f"  “{SEKO_CAME}”") == 1


def test_a_quote_that_was_corrected_is_shown_then_and_now() -> None:
    changed = Difference(kind="name", claimed="Saki", said="Seko", claimed_span=Span(start=10, end=14))
    words = SEKO_CAME.replace("Seko", "Saki")

    shown = lines(answers.cited(Cited(id="q", kind="corrected", quote=SEKO, words=words, differences=(changed,))))

    assert shown[0] == "The transcript was corrected since, in a name."
    assert shown[-2:] == [
        "    Then: Hiroshige [Saki] visited Moscow. He began to discuss this issue.",
        f"    Now:  {SEKO_CAME}",
    ]


def test_a_quote_whose_words_were_taken_out_is_shown_as_it_was() -> None:
    shown = lines(answers.cited(Cited(id="q", kind="corrected", words="He came.")))

    assert shown[-2:] == ["    Then: He came.", "    Now:  nothing of the kind"]


def test_a_quote_whose_transcript_is_gone_is_one_sentence() -> None:
    assert len(list(answers.cited(Cited(id="q", kind="gone")))) == 1


def test_a_verdict_names_whom_the_words_were_claimed_to_be_from() -> None:
    first = next(iter(answers.verdict(verdict("not_found"), "Putin")))

    assert first == Paragraph(text="“Putin” did not say this in these transcripts.", style="refusal")


def test_matches_have_space_between_them() -> None:
    other = replace(SEKO, id="other")

    blocks = list(answers.verdict(verdict("exact", Match(quote=SEKO), Match(quote=other))))

    assert blocks.count(BLANK) == 2
