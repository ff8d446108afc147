from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.confidence import Evidence, confidence

SOME = Evidence(found=1.0, missing=0.5, score=1.0, excess=0.0, speaker=0.0, absent=0.0, unheard=0.0)
FOR, AGAINST = ("found", "score", "excess", "speaker"), ("missing", "absent", "unheard")
facts = st.builds(Evidence, **{field.name: st.floats(-3, 3) for field in fields(Evidence)})


@given(facts)
def test_confidence_is_a_probability(given_facts: Evidence) -> None:
    assert 0 < confidence(given_facts) < 1


@pytest.mark.parametrize("fact", FOR)
def test_confidence_rises_with_what_speaks_for_a_passage(fact: str) -> None:
    more = replace(SOME, **{fact: getattr(SOME, fact) + 1})

    assert confidence(more) > confidence(SOME)


@pytest.mark.parametrize("fact", AGAINST)
def test_confidence_falls_with_what_speaks_against_a_passage(fact: str) -> None:
    more = replace(SOME, **{fact: getattr(SOME, fact) + 1})

    assert confidence(more) < confidence(SOME)


def test_every_fact_speaks_for_or_against() -> None:
    assert {field.name for field in fields(Evidence)} == {*FOR, *AGAINST}
