from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot import wording
from bot.languages import LANGUAGES, Language
from retrieval import (
    Cited,
    Difference,
    EmptyQuestionError,
    Match,
    Searched,
    Span,
    Speaker,
    UnknownSpeakerError,
    UnknownWord,
    Verdict,
)
from tests.bot.records import INTERVIEW, LAVROV, QUESTION, SEKO, not_found, quote_of, said_by, transcript_of, verdict


def test_a_quote_is_attributed_with_the_office() -> None:
    assert wording.attribution(SEKO) == "Sergey Lavrov, Foreign Minister"


def test_a_speaker_without_an_office_is_just_named() -> None:
    assert wording.attribution(said_by(Speaker(name="Ross", label="ROSS"), "Hi.")) == "Ross"


def test_one_who_asks_is_said_to_ask() -> None:
    assert wording.attribution(quote_of(INTERVIEW, 0)) == "Questioner"


def test_a_speaker_whom_the_transcript_does_not_name_is_said_to_be_unnamed() -> None:
    assert wording.attribution(said_by(None, "Hi.")) == "Speaker not named in the transcript"


def test_a_transcript_is_named_with_place_and_date() -> None:
    assert wording.whence(INTERVIEW) == "Answer to media questions, Moscow, 17 January 2017"


def test_a_transcript_without_a_date_is_undated() -> None:
    assert wording.whence(transcript_of(place=None, day=None)) == "Answer to media questions, undated"


@pytest.mark.parametrize(("seconds", "written"), [(0, "0:00:00"), (67.9, "0:01:07"), (3727, "1:02:07")])
def test_a_moment_is_hours_minutes_and_seconds(seconds: float, written: str) -> None:
    assert wording.moment(timedelta(seconds=seconds)) == written


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(1.0, "sure"), (0.8, "sure"), (0.79, "fairly sure"), (0.6, "fairly sure"), (0.59, "not sure"), (0.0, "not sure")],
)
def test_confidence_is_put_in_words(confidence: float, words: str) -> None:
    assert wording.confidence_words(confidence) == words


def test_a_refusal_without_unknown_words_says_what_was_searched() -> None:
    assert wording.refusal(not_found()) == (
        "Nothing in these transcripts answers this. Searched: 1 transcript (17 January 2017), 7 passages."
    )


def test_a_refusal_names_the_word_that_never_occurs_and_the_closest_that_do() -> None:
    unknown = UnknownWord(word="Crimea", closest=("crime", "criminal"))

    assert wording.refusal(not_found(unknown=[unknown])) == (
        "Nothing in these transcripts answers this. The word “Crimea” occurs nowhere in them; the closest that do: "
        "“crime”, “criminal”. Searched: 1 transcript (17 January 2017), 7 passages."
    )


def test_a_refusal_names_several_words_and_what_is_close_to_each() -> None:
    unknown = [UnknownWord(word="oil"), UnknownWord(word="gas", closest=("gasp",))]

    assert "The words “oil” and “gas” occur nowhere in them; the closest to “gas” that do: “gasp”." in wording.refusal(
        not_found(unknown=unknown)
    )


def test_a_refusal_stays_readable_with_many_words_and_long_ones() -> None:
    unknown = [UnknownWord(word=letter * 1000, closest=("z" * 1000,) * 9) for letter in "abcdefgh"]

    sentence = wording.refusal(not_found(unknown=unknown))

    assert "and 3 more occur nowhere" in sentence
    assert len(sentence) < 1800


@pytest.mark.parametrize(
    ("searched", "said"),
    [
        (Searched(transcripts=0, passages=0), "Searched: 0 transcripts, 0 passages."),
        (
            Searched(transcripts=2, passages=1234, earliest=date(2017, 1, 17), latest=date(2019, 5, 3)),
            "Searched: 2 transcripts (17 January 2017 to 3 May 2019), 1,234 passages.",
        ),
    ],
)
def test_what_was_searched_is_counted_and_dated(searched: Searched, said: str) -> None:
    assert wording.searched(searched) == said


PIECE = Match(quote=SEKO, part=Span(start=0, end=4))
HERE = Match(quote=SEKO)
NUMBER = Difference(kind="number", claimed="60", said="70")
NAME = Difference(kind="name", claimed="Abe", said="Seko")


@pytest.mark.parametrize(
    ("record", "claimed", "sentence"),
    [
        (verdict("exact", HERE), None, "Yes, word for word: Sergey Lavrov said this."),
        (verdict("exact", HERE, HERE), None, "Yes, word for word: Sergey Lavrov said this in 2 places."),
        (
            verdict("exact", Match(quote=said_by(QUESTION, "Hi."))),
            None,
            "Yes, word for word: a questioner said this.",
        ),
        (
            verdict("other_speaker", HERE),
            "Question",
            "No questioner said this in these transcripts; Sergey Lavrov did.",
        ),
        (
            verdict("exact", Match(quote=said_by(None, "Hi."))),
            None,
            "Yes, word for word: somebody whom the transcript does not name said this.",
        ),
        (
            verdict("differs", Match(quote=SEKO, differences=(NUMBER, NAME, NUMBER))),
            None,
            "Not in these words: what Sergey Lavrov said differs in a number and a name.",
        ),
        (
            verdict("stitched", HERE, Match(quote=said_by(LAVROV, "Hi."))),
            None,
            "Stitched together: Sergey Lavrov said the pieces in 2 places, never in one go.",
        ),
        (
            verdict("other_speaker", HERE),
            "Putin",
            "“Putin” did not say this in these transcripts; Sergey Lavrov did.",
        ),
        (
            verdict("other_speaker", Match(quote=SEKO, differences=(NUMBER,)), claimed="Putin"),
            None,
            "“Putin” did not say this in these transcripts; what Sergey Lavrov said differs in a number.",
        ),
        (
            verdict("stitched", PIECE, Match(quote=SEKO, part=Span(start=4, end=8))),
            None,
            "Shortened: Sergey Lavrov said these 2 pieces in one go, but not side by side.",
        ),
        (
            verdict("stitched", HERE, Match(quote=said_by(LAVROV, "Hi.")), crosses=True),
            None,
            "Not in one go: these words cross from one turn into the next; Sergey Lavrov said the pieces.",
        ),
        (
            verdict("differs", PIECE, Match(quote=SEKO, part=Span(start=4, end=8), differences=(NAME,))),
            None,
            "Not in these words: what Sergey Lavrov said differs in a name.",
        ),
        (verdict("not_found"), None, "Nobody said this in these transcripts."),
        (verdict("not_found"), "Putin", "“Putin” did not say this in these transcripts."),
    ],
)
def test_a_verdict_is_one_sentence(record: Verdict, claimed: str | None, sentence: str) -> None:
    assert wording.verdict_sentence(record, claimed) == sentence


def test_many_speakers_are_counted() -> None:
    matches = [Match(quote=said_by(Speaker(name=name, label=name), "Hi.")) for name in "ABCDEFG"]

    assert wording.verdict_sentence(verdict("exact", *matches)) == (
        "Yes, word for word: A, B, C, D and 3 others said this in 7 places."
    )


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (NUMBER, "Number: “60” in the quotation, “70” in the transcript."),
        (Difference(kind="negation", claimed="", said="not"), "Negation left out: “not”."),
        (Difference(kind="number", claimed="70", said=""), "Number added: “70” is not in the transcript."),
        (Difference(kind="omission", claimed="", said="in two\nsteps"), "Left out: “in two steps”."),
        (
            Difference(
                kind="omission", claimed="", said="one two three four five " + "x " * 150 + "six seven eight nine ten"
            ),
            "Left out: 160 words, from “one two three four five” to “six seven eight nine ten”.",
        ),
        (Difference(kind="word", claimed="very", said=""), "Added: “very” is not in the transcript."),
    ],
)
def test_a_difference_gives_both_sides(record: Difference, said: str) -> None:
    assert wording.difference(record) == said


def test_a_complaint_is_a_whole_sentence() -> None:
    error = UnknownSpeakerError("Bob", ("Ross",))

    assert wording.complaint(error) == "Nobody called “Bob” speaks in these transcripts; did you mean Ross?"


def test_a_complaint_ends_with_a_full_stop() -> None:
    assert wording.complaint(UnknownSpeakerError("Bob")) == "Nobody called “Bob” speaks in these transcripts."


def test_a_quote_without_a_clock_is_placed_by_its_turn() -> None:
    assert wording.place(SEKO) == "turn 2 of 2"


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            Cited(id="seko-5f3a", kind="unchanged", quote=SEKO),
            "Unchanged: the transcript still says this, word for word.",
        ),
        (
            Cited(id="seko-0000", kind="unchanged", quote=SEKO),
            "Unchanged: the transcript still says this, word for word, though in another place.",
        ),
        (
            Cited(id="seko-5f3a", kind="corrected", quote=SEKO, words="Hi.", differences=(NUMBER, NAME)),
            "The transcript was corrected since, in a number and a name.",
        ),
        (
            Cited(id="seko-5f3a", kind="corrected", quote=SEKO, words="Hi."),
            "The transcript was corrected since, in punctuation or case only.",
        ),
        (
            Cited(id="seko-5f3a", kind="corrected", quote=SEKO),
            "The transcript was corrected since; what it said before is not remembered, but this stands there now.",
        ),
        (
            Cited(id="seko-5f3a", kind="corrected", words="Hi."),
            "The transcript was corrected since: it does not hold these words any more.",
        ),
        (
            Cited(id="seko-5f3a", kind="gone"),
            "Gone: the transcript that this quote was cited from is not here any more.",
        ),
    ],
)
def test_what_became_of_a_quote_is_one_sentence(record: Cited, sentence: str) -> None:
    assert wording.cited_sentence(record) == sentence


def test_a_complaint_that_ends_in_a_quoted_question_needs_no_other_full_stop() -> None:
    error = EmptyQuestionError("the question holds no word; ask something, such as “What was agreed?”")

    assert wording.complaint(error).endswith("such as “What was agreed?”")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_denial_ends_as_sentences_of_its_language_do(language: Language) -> None:
    sentence = wording.verdict_sentence(verdict("not_found"), None, language)

    assert sentence.endswith("。" if language.code == "ja" else ".")
