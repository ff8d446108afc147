from __future__ import annotations

import pytest

from bot import wording
from bot.languages import LANGUAGES, Language
from retrieval import Cited, Difference, Match, Span, Speaker, Verdict
from tests.bot.records import LAVROV, QUESTION, SEKO, said_by, verdict

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


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_denial_ends_as_sentences_of_its_language_do(language: Language) -> None:
    sentence = wording.verdict_sentence(verdict("not_found"), None, language)

    assert sentence.endswith("。" if language.code == "ja" else ".")
