import pytest

from retrieval.checking.changes import changes_in, spelled_apart
from retrieval.checking.gaps import Gap
from retrieval.checking.meaning import Wording

NAMES = frozenset({"bergen", "oslo"})


def wordings(claimed: str, said: str) -> tuple[Wording, Wording, Gap]:
    ours, theirs = (Wording(text, "en", NAMES.__contains__) for text in (claimed, said))
    return ours, theirs, Gap(claimed=range(len(ours.keys)), said=range(len(theirs.keys)))


def test_numbers_stand_for_numbers_and_names_for_names() -> None:
    assert changes_in(*wordings("slow 80 Oslo", "70 Bergen")) == [
        ("word", (0, None)),
        ("number", (1, 0)),
        ("name", (2, 1)),
    ]


def test_a_verb_dropped_along_with_its_denial_is_one_change_with_it() -> None:
    kinds = [kind for kind, _ in changes_in(*wordings("", "don't"))]

    assert kinds == ["negation", "negation"]


@pytest.mark.parametrize(("claimed", "said"), [("gonna", "gon na"), ("e-mail", "email"), ("we are", "we're")])
def test_words_set_apart_otherwise_are_the_same(claimed: str, said: str) -> None:
    assert spelled_apart(*wordings(claimed, said))


@pytest.mark.parametrize(("claimed", "said"), [("1 70", "170"), ("can not", "can"), ("ships", "boats")])
def test_numbers_and_denials_are_never_only_set_apart_otherwise(claimed: str, said: str) -> None:
    assert not spelled_apart(*wordings(claimed, said))
