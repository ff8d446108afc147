from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.confidence import Evidence, Lead, confidence

SOME = Evidence(found=1.0, missing=0.5, score=1.0, excess=0.0, speaker=0.0, absent=0.0, unheard=0.0)
FOR, AGAINST = ("found", "score", "excess", "speaker"), ("missing", "absent", "unheard")
ALONE = Lead(agreement=1.0, margin=0.5, words=1.0, breadth=0.0)
AMONG = replace(ALONE, breadth=1.0)
leads = st.builds(Lead, **{field.name: st.floats(0, 1) for field in fields(Lead)})
facts = st.builds(Evidence, **{field.name: st.floats(-3, 3) for field in fields(Evidence)})


@given(facts, leads)
def test_confidence_is_a_probability(given_facts: Evidence, given_lead: Lead) -> None:
    assert 0 < confidence(given_facts, given_lead) < 1


@pytest.mark.parametrize("fact", FOR)
def test_confidence_rises_with_what_speaks_for_a_passage(fact: str) -> None:
    more = replace(SOME, **{fact: getattr(SOME, fact) + 1})

    assert confidence(more, ALONE) > confidence(SOME, ALONE)


@pytest.mark.parametrize("fact", AGAINST)
def test_confidence_falls_with_what_speaks_against_a_passage(fact: str) -> None:
    more = replace(SOME, **{fact: getattr(SOME, fact) + 1})

    assert confidence(more, ALONE) < confidence(SOME, ALONE)


def test_every_fact_speaks_for_or_against() -> None:
    assert {field.name for field in fields(Evidence)} == {*FOR, *AGAINST}


@pytest.mark.parametrize("fact", ["agreement", "margin"])
def test_among_many_transcripts_confidence_rises_with_how_the_best_stands_out(fact: str) -> None:
    less = replace(AMONG, **{fact: 0.1})

    assert confidence(SOME, less) < confidence(SOME, AMONG)


def test_within_one_transcript_it_does_not_matter_how_the_best_stands_out() -> None:
    less = replace(ALONE, agreement=0.2, margin=0.0)

    assert confidence(SOME, less) == confidence(SOME, ALONE)


@given(st.floats(0, 1))
def test_confidence_falls_evenly_with_more_transcripts_where_nothing_stands_out(breadth: float) -> None:
    level = Lead(agreement=0.2, margin=0.05, words=1.0, breadth=breadth)

    ends = [confidence(SOME, replace(level, breadth=end)) for end in (0.0, 1.0)]

    assert ends[1] <= confidence(SOME, level) <= ends[0]
