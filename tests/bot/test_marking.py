from __future__ import annotations

from dataclasses import replace

from bot import marking
from bot.marking import Run
from retrieval import Cited, Difference, Match, Span
from tests.bot.records import SEKO, verdict


def change(claimed: tuple[int, int] | None, said: tuple[int, int] | None) -> Difference:
    return Difference(
        kind="word",
        claimed="",
        said="",
        claimed_span=Span(start=claimed[0], end=claimed[1]) if claimed else None,
        said_span=Span(start=said[0], end=said[1]) if said else None,
    )


def test_what_differs_is_marked_in_the_quotation() -> None:
    match = Match(quote=SEKO, differences=(change((5, 9), None), change((0, 4), None)))

    runs = marking.claimed(verdict("differs", match, quotation="Seko came here"), match)

    assert runs == [
        Run(text="Seko", marked=True),
        Run(text=" ", marked=False),
        Run(text="came", marked=True),
        Run(text=" here", marked=False),
    ]


def test_only_the_part_of_the_quotation_that_a_piece_answers_to_is_shown() -> None:
    match = Match(quote=SEKO, differences=(change((5, 9), None),), part=Span(start=5, end=14))

    runs = marking.claimed(verdict("differs", match, quotation="Seko came here"), match)

    assert marking.bracketed(runs) == "[came] here"


def test_what_was_left_out_before_a_quote_is_not_marked_in_it() -> None:
    start = SEKO.span.start
    match = Match(quote=SEKO, differences=(change(None, (start - 9, start)), change(None, (start, start + 9))))

    assert marking.bracketed(marking.said(match)).startswith("[Hiroshige] Seko visited")


def test_runs_put_together_are_the_text() -> None:
    start, end = SEKO.span.start, SEKO.span.end
    match = Match(quote=SEKO, differences=(change(None, (start + 3, start + 20)), change(None, (start + 10, end + 50))))

    assert "".join(run.text for run in marking.said(match)) == SEKO.text


def test_a_citation_is_marked_then_and_now() -> None:
    start = SEKO.span.start
    cited = Cited(
        id="q", kind="corrected", quote=SEKO, words="Hiro Seko", differences=(change((0, 4), (start, start + 9)),)
    )

    assert marking.bracketed(marking.cited_then(cited)) == "[Hiro] Seko"
    assert marking.bracketed(marking.cited_now(cited)).startswith("[Hiroshige] Seko")
    assert marking.cited_now(replace(cited, quote=None)) == []
