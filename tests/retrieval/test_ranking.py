from __future__ import annotations

from dataclasses import replace

import numpy as np

from retrieval.formats import read
from retrieval.index import Index
from retrieval.plan import planned
from retrieval.question import analyse_question
from retrieval.ranking import Weights, rank
from retrieval.spelling import understood

NOTHING = Weights(
    function=0,
    kin=0,
    turn=0,
    beside=0,
    around=0,
    transcript=0,
    pair=0,
    speaker=0,
    addressed=0,
    named=1,
    credit=0,
    answering=1,
)
WORDS = "The weather was fine and everybody slept well in the old house by the sea."


def index_of(*texts: str) -> Index:
    return Index.build([read(text.encode(), f"{name}.txt", str(name)) for name, text in enumerate(texts)])


def ranked(index: Index, question: str, weights: Weights) -> list[str]:
    """The words of the passages, best first."""
    asked = understood(analyse_question(question, ["en"]), index)
    order = rank(index, asked, np.arange(len(index.passages)), weights)
    return [passage.transcript.slice(passage.span) for passage in (index.passages[number] for number in order.numbers)]


def test_the_passage_that_holds_the_words_comes_first() -> None:
    index = index_of(f"Ann Lee: {WORDS}\n\nBob Ray: The treaty was signed in June.\n\nAnn Lee: Good.")

    assert ranked(index, "When was the treaty signed?", NOTHING)[0] == "The treaty was signed in June."


def test_equal_scores_stand_in_the_order_of_the_transcript() -> None:
    index = index_of("Ann Lee: First.\n\nBob Ray: Second.\n\nAnn Lee: Third.")

    assert ranked(index, "treaty", NOTHING) == ["First.", "Second.", "Third."]


def test_one_who_is_named_in_the_question_is_preferred_to_one_who_says_the_name() -> None:
    index = index_of("Ann Lee: Have some fish, Bob.\n\nBob Ray: The fish is raw.\n\nAnn Lee: So it is.")

    assert ranked(index, "What did Bob say about the fish?", Weights())[0] == "The fish is raw."


def test_where_the_question_says_who_speaks_that_speaker_comes_before_who_says_more_of_it() -> None:
    more, his = "The raw fish and the smoked fish.", f"The fish. {WORDS}"
    rest = f"Ann Lee: {WORDS}\n\nBob Ray: {WORDS}"
    index = index_of(f"Ann Lee: {more}\n\nAnn Lee: {WORDS}\n\nBob Ray: {his}\n\n{rest}")

    orders = [ranked(index, "What did Bob say about raw fish?", Weights(speaks=weight)) for weight in (1.0, 3.0)]

    assert [order[0] for order in orders] == [more, his]


def test_a_transcript_in_the_language_of_the_question_is_preferred() -> None:
    german = "Ann Lee: Die Zeitung ist da, und wir haben sie gelesen. Bitcoin, Bitcoin, wie immer ist es Bitcoin."
    english = "Bob Ray: The paper is here, and we have read it all. There is a word on Bitcoin in it, and on fish."
    index = index_of(german, english)

    assert [index.headers[number].language for number in (0, 1)] == ["de", "en"]
    assert ranked(index, "What is there about Bitcoin?", Weights())[0].startswith("The paper")
    assert ranked(index, "Bitcoin?", Weights())[0].startswith("Die Zeitung")


def test_no_transcript_is_foreign_where_none_is_in_the_language_of_the_question() -> None:
    index = index_of("Ann Lee: Die Zeitung ist da, und wir haben sie gelesen.", "Bob Ray: Das Boot ist nicht da.")
    asked = understood(analyse_question("What is the news?", index.languages), index)

    assert planned(asked, index).foreign.tolist() == [False, False]


def test_the_words_beside_a_short_turn_count_for_it() -> None:
    index = index_of("Ann Lee: What about the treaty?\n\nBob Ray: Never.\n\nAnn Lee: Fine.\n\nCid Poe: Always.")

    order = ranked(index, "treaty", replace(NOTHING, beside=1.0))

    assert order[:2] == ["What about the treaty?", "Never."]


def test_words_side_by_side_as_in_the_question_count_more_than_apart() -> None:
    apart, together = "The trade was no war.", "They had trade war plans."
    index = index_of(f"Ann Lee: {apart}\n\nBob Ray: {together}\n\nAnn Lee: {WORDS}\n\nBob Ray: {WORDS}")

    assert ranked(index, "trade war", replace(NOTHING, pair=1.0))[0] == together


def test_kindred_words_find_each_other() -> None:
    index = index_of(f"Ann Lee: {WORDS}\n\nBob Ray: The agreement holds.\n\nAnn Lee: They agreed on lunch.")

    order = ranked(index, "What was agreed?", replace(NOTHING, kin=0.5))

    assert order[:2] == ["They agreed on lunch.", "The agreement holds."]


def test_an_answer_owns_the_score_of_its_question() -> None:
    index = index_of("Question: What of the treaty?\n\nA. Roe: It stands.\n\nQuestion: And lunch?\n\nA. Roe: Fish.")

    asked = understood(analyse_question("treaty", ["en"]), index)
    answers = np.flatnonzero(~index.asked)

    order = rank(index, asked, answers, replace(NOTHING, credit=1.0))

    assert index.passages[order.numbers[0]].turn.index == 1
    assert order.scores[1] == 0


def test_among_many_transcripts_an_answer_does_not_outbid_what_is_said_without_a_labelled_question() -> None:
    labelled = "Question: Is the harbour deep?\n\nA. Roe: Deep enough.\n\nQuestion: Who owns it?\n\nA. Roe: We do."
    plain = "Bob Ray: The harbour of Holm was deepened in May for the large ships.\n\nEva Ott: So it was."
    index = index_of(labelled, plain)

    question = "What large ships is the harbour deep for?"

    assert ranked(index, question, Weights())[0].startswith("The harbour of Holm")
    assert ranked(index, question, Weights(answering=1.0))[0] == "Deep enough."


def test_among_many_transcripts_the_one_about_the_question_is_preferred() -> None:
    about = "Ann Lee: The treaty, the treaty.\n\nBob Ray: It may end.\n\nAnn Lee: The treaty."
    index = index_of("Ann Lee: Lunch.\n\nBob Ray: It may end.\n\nAnn Lee: Supper.", about)

    asked = understood(analyse_question("May it end, the treaty?", ["en"]), index)
    order = rank(index, asked, np.array([1, 4]), Weights())

    assert order.numbers.tolist() == [4, 1]


def test_a_misspelt_word_finds_the_nearest_known_one() -> None:
    index = index_of(f"Ann Lee: {WORDS}\n\nBob Ray: The negotiations go on.")

    assert ranked(index, "negotiatoins", NOTHING)[0] == "The negotiations go on."


def test_ranking_is_the_same_every_time() -> None:
    index = index_of(f"Ann Lee: {WORDS}\n\nBob Ray: The treaty.\n\nAnn Lee: The sea.")

    assert ranked(index, "the treaty by the sea", Weights()) == ranked(index, "the treaty by the sea", Weights())
