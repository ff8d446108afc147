from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.excerpts import LONGEST, MOST_SENTENCES, ROOMY, best_excerpt
from retrieval.passages import passages_of
from retrieval.terms import analyse
from tests.retrieval.samples import transcript


def excerpt(words: str, asked: str) -> str:
    """Return the best excerpt of what one speaker says, from the passage that holds the words that are asked for."""
    heard = transcript(f"Question: Well?\n\nA.Holm: {words}\n")
    rarest, _, _ = asked.partition(" ")
    passage = next(one for one in passages_of(heard)[1:] if rarest in heard.slice(one.span).casefold())
    span = best_excerpt(passage, dict.fromkeys(analyse(asked), 3.0))
    assert passage.turn.span.start <= span.start < span.end <= passage.turn.span.end
    return heard.slice(span)


CRAB = "The season for crab in the northern waters begins on the first day of June and ends with the first storms."
COD = "The quota for cod in the same waters falls by five per cent, as the scientists of both countries had asked."
HERRING = "Herring is another matter entirely, and the fishermen of the western islands know that better than anybody."
PLAIN = f"{CRAB} {COD} {HERRING}"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("crab season", CRAB),
        ("cod quota", COD),
        ("herring", HERRING),
    ],
)
def test_the_sentence_that_holds_what_is_asked_is_taken(asked: str, sentence: str) -> None:
    assert excerpt(PLAIN, asked) == sentence


def test_a_sentence_that_leans_on_the_one_before_takes_it_along() -> None:
    leaning = "This is why the ministers of all the northern countries agreed at once to close the grounds in March."

    assert excerpt(f"{CRAB} {COD} {leaning} {HERRING}", "grounds closed") == f"{COD} {leaning}"


def test_an_excerpt_never_leaves_its_paragraph() -> None:
    words = "Cod is scarce.\n\nThis is why the quota was cut.\n\nHerring does well."

    assert excerpt(words, "quota cut") == "This is why the quota was cut."


def test_an_excerpt_has_three_sentences_at_most() -> None:
    words = " ".join(f"So cod number {number} came." for number in range(20))

    assert excerpt(words, "cod came").count(".") <= 3


def test_a_sentence_is_never_cut_up_to_four_hundred_characters() -> None:
    sentence = "The quota, " + "as we have said again and again, " * 10 + "was cut."

    assert len(sentence) <= LONGEST
    assert excerpt(f"It rained. {sentence} It snowed.", "quota cut") == sentence


@pytest.mark.parametrize("place", [0, 90, 180])
def test_a_longer_sentence_is_cut_between_words_around_what_is_asked(place: int) -> None:
    words = [f"word{number}" for number in range(180)]
    words.insert(place, "herring")
    sentence = " ".join(words).capitalize() + "."

    taken = excerpt(f"It rained. {sentence}", "herring")

    assert len(taken) <= LONGEST
    assert "herring" in taken.casefold()
    assert {*taken.rstrip(".").split()} <= {*sentence.rstrip(".").split()}


WEIGHTS = {"cod": 1.0, "crab": 2.0, "quota": 4.0}
"""Powers of two, whose sums are exact in any order."""
SENTENCES = st.lists(
    st.lists(st.sampled_from(["cod", "crab", "quota", "nets", "boats"]), min_size=4, max_size=9), min_size=1, max_size=6
)


@given(SENTENCES)
def test_no_window_of_neighbouring_sentences_answers_more(told: list[list[str]]) -> None:
    windows = [
        told[first:last]
        for first in range(len(told))
        for last in range(first + 1, min(first + MOST_SENTENCES, len(told)) + 1)
    ]
    best = max(windows, key=lambda window: (worth(window), -len(window)))
    heard = transcript("Question: Well?\n\nA.Holm: " + as_text(told))

    span = best_excerpt(passages_of(heard)[1], {analyse(word)[0]: weight for word, weight in WEIGHTS.items()})

    if worth(best):
        assert heard.slice(span) == as_text(best)
    else:
        assert heard.slice(span) == as_text(told[:MOST_SENTENCES])


def worth(window: list[list[str]]) -> float:
    said = [word for sentence in window for word in sentence]
    mass = sum(weight * (2 - 0.5 ** (said.count(word) - 1)) for word, weight in WEIGHTS.items() if word in said)
    pairs = sum(this in WEIGHTS and word in WEIGHTS for sentence in window for this, word in pairwise(sentence))
    return (mass + 0.5 * pairs) / math.sqrt(1 + max(len(said), ROOMY // 3) / ROOMY)


def as_text(told: list[list[str]]) -> str:
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in told)
