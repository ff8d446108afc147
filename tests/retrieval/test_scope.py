from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import scope
from retrieval.index import Index
from retrieval.plan import planned
from retrieval.question import analyse_question
from retrieval.scope import Scope
from tests.retrieval.samples import transcript

if TYPE_CHECKING:
    from random import Random

TALKS = [
    "Ann: sea wind.\n\nBob: sea, sea and sun.\n\nAnn: wind.",
    "Cid: the sun.\n\nAnn: sea wind sun.",
    "Dee: calm sea.",
]


@pytest.mark.parametrize("few", [0, 2, 9])
@given(chance=st.randoms(use_true_random=False), text=st.sampled_from(["sea", "sun", "wind", "calm"]))
def test_words_and_transcripts_are_counted_the_same_whatever_is_left_out(few: int, chance: Random, text: str) -> None:
    index = Index.build([transcript(talk) for talk in TALKS])
    everything = range(len(index.passages))
    numbers = np.array(sorted(chance.sample(everything, chance.randint(1, len(everything)))))
    places = index.places_of(index.terms_of(text)[0])
    (sought,) = planned(analyse_question(text, ["en"]), index).words
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scope, "FEW", few)
        searched = Scope.of(index, numbers)

        times, transcripts, words = searched.times(sought), searched.transcripts, searched.words

    assert times == int(np.isin(index.passages_at(places), numbers).sum())
    assert transcripts.tolist() == np.unique(index.transcripts_of(numbers)).tolist()
    assert words == int(np.diff(index.passage_starts)[numbers].sum())


def test_a_scope_of_nothing_holds_no_transcript() -> None:
    index = Index.build([transcript(talk) for talk in TALKS])

    nothing = Scope.of(index, np.zeros(0, dtype=np.int64))

    assert nothing.transcripts.tolist() == []
