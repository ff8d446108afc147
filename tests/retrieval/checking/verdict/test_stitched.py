import pytest

from retrieval import Library
from tests.retrieval.checking.verdict.showing import changes
from tests.retrieval.samples import library


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[…]", "[...]", "(…)"])
def test_pieces_around_an_ellipsis_are_stitched_and_show_what_lies_between(harbour: Library, mark: str) -> None:
    verdict = harbour.check(f"The cod quota will be 885,000 tonnes {mark} The scientists asked us to")

    assert verdict.kind == "stitched"
    assert [match.quote.text for match in verdict.matches] == [
        "The cod quota will be 885,000 tonnes",
        "The scientists asked us to",
    ]
    ((kind, _, between),) = changes(verdict)
    assert kind == "omission"
    assert between.startswith("That is five per cent less")
    assert between.endswith("in March")


def test_pieces_are_found_in_any_order(harbour: Library) -> None:
    verdict = harbour.check("The first step costs 40 million kroner … the cod quota will be 885,000 tonnes")

    assert verdict.kind == "stitched"
    assert [match.quote.turn.index for match in verdict.matches] == [3, 1]


def test_pieces_that_are_joined_without_owning_it_are_stitched(harbour: Library) -> None:
    verdict = harbour.check("The scientists asked us to, and the fishermen agreed. The state pays for the dredging.")

    assert verdict.kind == "stitched"
    assert [match.quote.transcript.id for match in verdict.matches] == ["t0", "t1"]


def test_a_denial_that_an_ellipsis_hides_is_flagged() -> None:
    held = library("A.Holm: The wide harbour of Bergen will certainly not, I say, be open to modern ships next year.\n")

    verdict = held.check("The wide harbour of Bergen will … be open to modern ships next year")

    assert ("negation", "certainly not, I say") in [(kind, said) for kind, _, said in changes(verdict)]


def test_words_that_cross_from_one_turn_into_the_next_say_so(harbour: Library) -> None:
    verdict = harbour.check("The town cannot pay for the widening alone. Who pays for the dredging?")

    assert verdict.kind == "stitched"
    assert verdict.crosses
    assert [match.quote.turn.index for match in verdict.matches] == [1, 2]


def test_words_within_a_turn_cross_nothing(harbour: Library) -> None:
    assert not harbour.check("than this year. We have also agreed").crosses
