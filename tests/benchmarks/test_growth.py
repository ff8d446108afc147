from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.growth import Growth, fitted
from retrieval.formats import read
from retrieval.passages import passages_of

if TYPE_CHECKING:
    from retrieval import Transcript

TEXTS = (
    "Ann Reed: The harbour opens in May, once the channel has been dredged.\n\nBob Ray: And who pays the dredging?",
    "Cid Poe: Cookbooks are lent most, and detective stories.\n\nAnn Reed: Volunteers keep the reading room open.",
)


@pytest.fixture
def originals() -> list[Transcript]:
    return [read(text.encode(), f"{number}.txt", str(number)) for number, text in enumerate(TEXTS)]


@pytest.mark.parametrize("passages", [1, 4, 37])
def test_so_many_passages_are_grown_as_are_wanted(originals: list[Transcript], passages: int) -> None:
    grown = list(Growth(originals).transcripts(passages))

    assert sum(len(passages_of(one)) for one in grown) == passages
    assert len({one.id for one in grown}) == len(grown)


def test_the_originals_come_first_and_growth_repeats_itself(originals: list[Transcript]) -> None:
    first, again = (list(Growth(originals).transcripts(30)) for _ in range(2))

    assert {one.text for one in first[:2]} == set(TEXTS)
    assert first == again


def test_what_is_grown_reads_back_as_the_same_turns(originals: list[Transcript]) -> None:
    for grown in Growth(originals).transcripts(20):
        again = read(grown.text.encode(), grown.source, grown.id)

        assert [again.slice(turn.span) for turn in again.turns] == [grown.slice(turn.span) for turn in grown.turns]


def test_heaps_law_is_read_off_a_text() -> None:
    law = fitted([f"word{int(place**0.5)}" for place in range(10_000)])

    assert law.beta == pytest.approx(0.5, abs=0.05)
    assert law.distinct(10_000) == pytest.approx(100, rel=0.1)


def test_grown_text_keeps_gaining_new_words(originals: list[Transcript]) -> None:
    growth = Growth(originals)

    words = [word for one in growth.transcripts(400) for turn in one.turns for word in one.slice(turn.span).split()]

    assert len({*words}) > 2 * len({word for text in TEXTS for word in text.split()})
