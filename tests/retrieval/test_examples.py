from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Found, Library
from retrieval.examples import LONGEST
from tests.retrieval.samples import library

LONG = f"Question: Is it {'very ' * 20}late when the boat lands at the pier?"
TALK = f"""\
Harbour talk
Port Elin, 4 May 2021

Question: And why? Where does the ferry land? What did he say? Thank you, minister, when does it land?

Anna Holm: The ferry lands at the north pier. The pier was rebuilt last winter.

{LONG}

Anna Holm: The night boat lands at the pier at noon.
"""


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - questions by chance are no secret


@given(st.integers())
def test_what_was_asked_and_is_understood_alone_is_an_example(seed: int) -> None:
    assert library(TALK).examples(chance(seed)) == ["Where does the ferry land?"]


def test_no_more_are_given_than_are_wanted(harbour: Library) -> None:
    assert len(harbour.examples(chance(1), limit=1)) <= 1


@pytest.mark.parametrize("seed", range(5))
def test_every_example_is_answered_and_fits_a_menu(harbour: Library, seed: int) -> None:
    examples = harbour.examples(chance(seed))

    assert all(isinstance(harbour.ask(question), Found) for question in examples)
    assert all(len(question) <= LONGEST for question in examples)


def test_where_nobody_asks_there_is_no_example() -> None:
    assert library("Anna Holm: Is it late? The ferry lands at the north pier.").examples(chance(1)) == []
