from __future__ import annotations

from retrieval.index import Index
from retrieval.library.pooling import Pool
from retrieval.segments import segment_of
from tests.retrieval.samples import DEBATE, HARBOUR, library


def test_segments_of_a_pool_share_their_words_and_say_the_same() -> None:
    pool = Pool()
    heard = library(HARBOUR, DEBATE).transcripts

    pairs = [(segment_of(one), pool.shared(segment_of(one))) for one in heard]

    assert pairs[0][1].terms is pairs[1][1].terms
    assert pairs[0][1].spellings is pairs[1][1].spellings
    for own, shared in pairs:
        assert [shared.terms[number] for number in shared.stream] == [own.terms[number] for number in own.stream]
        assert [shared.spellings[number] for number in shared.spelled] == list(own.spellings)


def test_an_index_joined_of_pooled_segments_is_the_same() -> None:
    pool = Pool()
    heard = library(HARBOUR, DEBATE).transcripts

    pooled = Index.join(heard, heard, [pool.shared(segment_of(one)) for one in heard])

    plain = Index.build(heard)
    assert list(pooled.terms) == list(plain.terms)
    assert pooled.stream.tolist() == plain.stream.tolist()
    assert pooled.spelled.tolist() == plain.spelled.tolist()
