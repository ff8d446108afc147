from retrieval.checking.alignment import align
from retrieval.checking.gaps import Gap, ending_together, gaps_between
from retrieval.checking.meaning import Wording


def wording(text: str) -> Wording:
    return Wording(text, "en", lambda _: False)


def gaps(claimed: str, said: str) -> list[Gap]:
    ours, theirs = wording(claimed), wording(said)
    found = gaps_between(align(ours.keys, theirs.keys), range(len(ours.keys)), theirs)
    return [gap for gap in found if len(gap.claimed) or len(gap.said)]


def test_what_lies_between_words_that_agree_is_a_gap() -> None:
    assert gaps("the old harbour is wide", "the harbour is very wide") == [
        Gap(claimed=range(1, 2), said=range(1, 1)),
        Gap(claimed=range(4, 4), said=range(3, 4)),
    ]


def test_at_the_ends_a_gap_stays_within_the_sentence() -> None:
    assert gaps("our harbour is wide", "They came. This harbour is wide. So be it.") == [
        Gap(claimed=range(1), said=range(2, 3))
    ]


def test_a_denial_that_was_cut_off_a_sentence_is_a_gap() -> None:
    assert gaps("the harbour is wide", "Not the harbour is wide.") == [Gap(claimed=range(0), said=range(1))]
    assert gaps("the harbour is", "the harbour is not.") == [Gap(claimed=range(3, 3), said=range(3, 4))]


def test_the_end_of_a_sentence_is_not_taken_from_the_next() -> None:
    claimed, said = wording("you will buy that are not you"), wording("you will buy that are you? Do not you see")
    strays = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 7), (6, 8)]

    pairs = ending_together(claimed, said, strays, range(7))

    assert pairs == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (6, 5)]
