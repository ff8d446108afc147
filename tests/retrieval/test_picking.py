from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Library, UnknownSpeakerError
from retrieval.picking import faults
from tests.retrieval.samples import HARBOUR, library


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a quote by chance is no secret


LEANING = """\
Kari Dahl: Yes. And that is why she did it. Thank you very much for your question about the matter, my dear friends.

Per Moe: And so on. The lighthouse keepers of the northern islands light their lamps an hour before the sun goes down.
"""


@given(st.integers())
def test_a_quote_by_chance_is_a_slice_of_its_source(seed: int) -> None:
    quote = library(HARBOUR).pick(chance(seed))

    assert quote is not None
    assert quote.text == quote.transcript.slice(quote.span)
    assert quote.speaker is not None
    assert quote.speaker.name == "Anna Holm"


def test_the_same_chance_picks_the_same_quote(harbour: Library) -> None:
    assert harbour.pick(chance(7)) == harbour.pick(chance(7))


@pytest.mark.parametrize("seed", range(5))
def test_of_all_that_is_said_it_takes_what_stands_on_its_own(seed: int) -> None:
    quote = library(LEANING).pick(chance(seed))

    assert quote is not None
    assert quote.text.startswith("The lighthouse keepers")


def test_one_speaker_can_be_asked_for_also_one_who_asks(harbour: Library) -> None:
    quote = harbour.pick(chance(1), speaker="Question")

    assert quote is not None
    assert quote.role == "asker"


def test_one_transcript_can_be_asked_for(harbour: Library) -> None:
    quote = harbour.pick(chance(1), transcript="t0")

    assert quote is not None
    assert quote.transcript.id == "t0"


def test_words_of_nobody_are_picked_where_there_are_no_others() -> None:
    quote = library("The lighthouse keepers of the northern islands light their lamps before the sun goes down.").pick(
        chance(1)
    )

    assert quote is not None
    assert quote.speaker is None


def test_somebody_unknown_is_refused(harbour: Library) -> None:
    with pytest.raises(UnknownSpeakerError):
        harbour.pick(chance(1), speaker="Nobody Whatever")


@pytest.mark.parametrize(
    "text",
    [
        "Yes, the keepers of the northern islands light their lamps an hour early.",
        "That is why the keepers of the northern islands light their lamps early.",
        "Good morning to the keepers of the northern islands who light their lamps.",
        "As I said, the keepers of the northern islands light their lamps early on.",
        "and the keepers of the northern islands light their lamps an hour too early",
        "The keepers of the northern islands (laughter) light their lamps too early.",
        "Lamps are lit early.",
        "Why do the keepers of the northern islands light all their lamps so early?",
    ],
)
def test_what_leans_on_something_else_has_a_fault(text: str) -> None:
    assert faults(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The keepers of the northern islands light their lamps an hour before sunset.",
        "Смотрители маяков на северных островах зажигают огни за час до захода солнца.",
        "北の島々の灯台守は、日が沈む一時間前に必ずすべての灯りをともします。それは昔からの決まりであり、誰もがそれを守っているのであり、例外は一度もありません。",
    ],
)
def test_what_stands_on_its_own_has_none(text: str) -> None:
    assert faults(text) == 0
