from __future__ import annotations

from random import Random

import pytest

from benchmarks.degrading import RULES, Material, Quoted

MATERIAL = Material(
    sentence="In 2019 we did not open the harbour of Bergen, because Anna Reed was ill and ships had to wait outside.",
    speaker="Ann Reed",
    others=("Tom Hale",),
    another="Volunteers keep the reading room open on Sundays and lend cookbooks.",
    foreign="Whales sing louder than trumpets.",
    names=("Oslo",),
)
BARE = Material(sentence="so it goes", speaker=None, others=(), another="so it does", foreign="no", names=())


def quoted(rule: str, material: Material = MATERIAL) -> Quoted | None:
    return RULES[rule].degrade(material, Random(1))  # noqa: S311 - a sample, not a secret


@pytest.mark.parametrize(
    ("rule", "changed", "into"),
    [
        ("dropped negation", "did not open", "did open"),
        ("added negation", "was ill", "was not ill"),
        ("changed number", "2019", "3019"),
    ],
)
def test_a_rule_changes_one_thing(rule: str, changed: str, into: str) -> None:
    words = quoted(rule)

    assert words is not None
    assert words.words == MATERIAL.sentence.replace(changed, into)


def test_another_name_is_put_in_place_of_one() -> None:
    words = quoted("changed name")

    assert words is not None
    assert "Oslo" in words.words
    assert len(words.words.split()) == len(MATERIAL.sentence.split())


def test_a_slip_keeps_the_letters_of_a_word() -> None:
    words = quoted("slip of a letter")

    assert words is not None
    assert words.words != MATERIAL.sentence
    assert sorted(words.words) == sorted(MATERIAL.sentence)


def test_punctuation_and_case_leave_the_words() -> None:
    words = quoted("case, punctuation")

    assert words is not None
    assert words.words.lower() == MATERIAL.sentence.lower().replace(",", "").removesuffix(".")


def test_an_ellipsis_stands_for_words_in_the_middle() -> None:
    words = quoted("ellipsis")

    assert words is not None
    assert words.words.startswith("In 2019 we did")
    assert words.words.endswith("had to wait outside.")
    assert len(words.words) < len(MATERIAL.sentence)


def test_words_are_ascribed_to_somebody_else() -> None:
    words = quoted("swapped speaker")

    assert words is not None
    assert "Tom Hale" in (words.speaker or words.words)


def test_two_sentences_are_joined() -> None:
    words = quoted("two joined")

    assert words is not None
    assert words.words.startswith(MATERIAL.sentence)
    assert words.words.endswith(MATERIAL.another)


def test_a_paraphrase_keeps_half_of_the_words() -> None:
    words = quoted("half the words")

    assert words is not None
    told, said = words.words.split(), MATERIAL.sentence.split()
    assert len(told) == len(said)
    assert sum(map(str.__eq__, told, said)) == len(said) // 2


def test_what_is_foreign_or_untouched_is_as_it_was_said() -> None:
    assert quoted("foreign") == Quoted(words=MATERIAL.foreign)
    assert quoted("untouched") == Quoted(words=MATERIAL.sentence, speaker="Ann Reed")


@pytest.mark.parametrize(
    "rule",
    [
        "dropped negation",
        "added negation",
        "changed number",
        "changed name",
        "slip of a letter",
        "ellipsis",
        "swapped speaker",
    ],
)
def test_a_sentence_that_does_not_lend_itself_to_a_rule_is_passed_over(rule: str) -> None:
    assert quoted(rule, BARE) is None
