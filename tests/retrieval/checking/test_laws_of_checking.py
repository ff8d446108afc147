"""What holds for every quotation, of every transcript."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from retrieval import EmptyQuestionError, Library, NoTranscriptsError, Quotation, TooFewWordsError, quotation_in
from retrieval.checking.spoken import tokens
from retrieval.checking.verdict import ENOUGH
from retrieval.terms import spelled
from tests.retrieval.laws import assert_lawful, questions, retold, texts, transcripts
from tests.retrieval.samples import DEBATE, HARBOUR
from tests.retrieval.samples import library as library_of

STATEMENT = (
    "In {year} we agreed with {name} that the harbour of {other} would {denial}be widened, because {number} modern"
    " ships had to wait outside for {hours} hours, and the fishermen of {third} paid for it."
)
NAMES = ("Bergen", "Lofoten", "Tromsø", "Anna Holm", "Jonas Berg", "Narvik", "Svalbard", "Oslo")
NUMBERS = ("2", "7", "40", "70", "885,000", "1.5", "ninety", "two hundred", "nineteen", "3 million")


@st.composite
def statements(draw: st.DrawFn) -> dict[str, str]:
    name, other, third = draw(st.permutations(NAMES))[:3]
    number, hours = draw(st.permutations(NUMBERS))[:2]
    denial = draw(st.sampled_from(["", "not ", "never "]))
    year = str(draw(st.integers(min_value=1900, max_value=2030)))
    return {"year": year, "name": name, "other": other, "third": third, "denial": denial} | {
        "number": number,
        "hours": hours,
    }


@given(st.lists(texts(), min_size=1, max_size=2), questions() | texts())
def test_every_match_and_all_that_is_near_are_quotes_and_only_the_same_words_are_exact(
    written: list[str], quotation: str
) -> None:
    library = library_of(*written)

    try:
        verdict = library.check(quotation)
    except (EmptyQuestionError, TooFewWordsError, NoTranscriptsError) as error:
        event(type(error).__name__)
        return

    event(verdict.kind)
    for match in verdict.matches:
        assert_lawful(match.quote, library)
    for quote in verdict.nearest:
        assert_lawful(quote, library)
    assert bool(verdict.matches) == (verdict.kind != "not_found")
    assert verdict.kind != "exact" or not any(match.differences for match in verdict.matches)


@given(texts(), st.data())
def test_whatever_was_said_is_found_however_it_is_cased_punctuated_and_spaced(text: str, data: st.DataObject) -> None:
    heard = transcripts([text])
    assume(heard)
    turn = data.draw(st.sampled_from(heard[0].turns))
    said = spelled(heard[0].slice(turn.span))
    assume(said)
    first = data.draw(st.integers(min_value=0, max_value=len(said) - 1))
    last = data.draw(st.integers(min_value=first, max_value=len(said) - 1))
    words = heard[0].slice(turn.span)[said[first][1] : said[last][2]]
    quotation = data.draw(retold(words))
    language = heard[0].language
    assume([one.key for one in tokens(quotation, language)] == [one.key for one in tokens(words, language)])

    try:
        verdict = library_of(text).check(quotation)
    except TooFewWordsError:
        event("too few words")
        return

    assume(last - first + 1 >= ENOUGH)  # fewer words count only where they are a whole turn
    place = turn.span.start + said[first][1]
    assert verdict.kind == "exact"
    assert place in [match.quote.span.start for match in verdict.matches]


@given(statements(), st.sampled_from(["year", "number", "hours"]), st.data())
def test_a_changed_number_is_never_exact_and_always_flagged(
    facts: dict[str, str], part: str, data: st.DataObject
) -> None:
    others = ("1899", "2031") if part == "year" else tuple({*NUMBERS} - {facts["number"], facts["hours"]})
    other = data.draw(st.sampled_from(sorted(others)))

    assert_flagged(facts, facts | {part: other}, "number")


@given(statements(), st.sampled_from(["name", "other", "third"]), st.data())
def test_a_changed_name_is_never_exact_and_always_flagged(
    facts: dict[str, str], part: str, data: st.DataObject
) -> None:
    others = {*NAMES} - {facts["name"], facts["other"], facts["third"]}
    other = data.draw(st.sampled_from(sorted(others)))

    assert_flagged(facts, facts | {part: other}, "name")


@given(statements(), st.sampled_from(["not ", "never ", "by no means "]))
def test_a_denial_dropped_or_added_is_never_exact_and_always_flagged(facts: dict[str, str], denial: str) -> None:
    assert_flagged(facts, facts | {"denial": "" if facts["denial"] else denial}, "negation")


@given(st.sampled_from([sentence for sentence in re.split(r"(?<=\.)\s+", DEBATE) if len(sentence.split()) > 4]))
def test_a_sentence_that_was_said_elsewhere_is_not_found(sentence: str) -> None:
    verdict = library_of(HARBOUR).check(sentence.partition(": ")[2] or sentence)

    assert verdict.kind == "not_found"


@given(st.text(max_size=400) | texts())
def test_whatever_a_message_says_its_quotation_is_a_part_of_it(message: str) -> None:
    found = quotation_in(message)

    assert isinstance(found, Quotation)
    assert {word for word, _, _ in spelled(found.words)} <= {word for word, _, _ in spelled(message)} or "<" in message
    assert found.speaker is None or found.speaker.split()[0] in message


@pytest.mark.parametrize(
    "quotation",
    [
        "the harbour will be widened " * 800,
        "not " * 5_000,
        "“" * 10_000 + "the harbour is too narrow",
        " " * 20_000 + "the harbour is too narrow",
        "Holm: " * 3_000,
        "the harbour — " * 1_500,
        "a" * 20_000,
        "\u200b\u202e😀" * 6_000 + "the harbour is narrow",
        "港" * 20_000,
    ],
)
def test_a_long_quotation_takes_no_longer_than_a_reader_waits(harbour: Library, quotation: str) -> None:
    began = time.process_time()

    with suppress(TooFewWordsError):
        harbour.check(quotation)
    quotation_in(quotation)

    assert time.process_time() - began < 5


def assert_flagged(said: dict[str, str], claimed: dict[str, str], kind: str) -> None:
    held = library_of(f"Question: Is that so?\n\nA.Holm: Yes. {STATEMENT.format(**said)} That is all.\n", DEBATE)

    verdict = held.check(STATEMENT.format(**claimed))

    assert verdict.kind == "differs"
    assert kind in {change.kind for match in verdict.matches for change in match.differences}
