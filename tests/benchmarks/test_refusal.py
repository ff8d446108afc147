from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.refusal import refusal
from benchmarks.sets import evaluation_sets
from retrieval import Found, NotFound, Quote, Reason, Searched, Span, Transcript, Turn

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.sets import EvaluationSet
    from retrieval import Answer

TEXT = "Yes."
TALK = Transcript(
    id="talk",
    title="Talk",
    date=None,
    place=None,
    source="talk.txt",
    url=None,
    language="en",
    text=TEXT,
    turns=(Turn(index=0, speaker=None, role=None, span=Span(start=0, end=4)),),
)
REASON = Reason(unknown_words=(), searched=Searched(transcripts=1, passages=1))


class Oracle:
    """Answers from the right transcript only, with the right words unless told otherwise; confidence is made up."""

    def __init__(self, evaluation: EvaluationSet, wrong: str = "", refused: str = "") -> None:
        self.queries = {query.text: query for query in evaluation.queries}
        self.wrong, self.refused = wrong, refused
        self.asked: list[tuple[str, str]] = []

    def ask(self, question: str, transcript: str) -> Answer:
        self.asked.append((question, transcript))
        query = self.queries[question]
        if transcript != query.transcript or question == self.refused:
            return NotFound(question=question, reason=REASON, nearest=(), confidence=0.1)
        span = Span(start=0, end=1) if question == self.wrong else query.gold[0]
        quote = Quote(id="q", text=TEXT, speaker=None, role=None, transcript=TALK, span=span, turn=TALK.turns[0])
        return Found(question=question, quotes=(quote,), confidence=0.9)


def test_an_oracle_answers_all_rightly_and_refuses_all_others(town: Path) -> None:
    [evaluation] = evaluation_sets(town)

    figures = refusal(Oracle(evaluation), evaluation, lambda: None)

    assert (figures.answered, figures.right, figures.refused, figures.auroc) == (1.0, 1.0, 1.0, 1.0)


def test_right_is_a_share_of_what_was_answered(town: Path) -> None:
    [evaluation] = evaluation_sets(town)
    wrong, refused, *_ = (query.text for query in evaluation.queries)

    figures = refusal(Oracle(evaluation, wrong=wrong, refused=refused), evaluation, lambda: None)

    assert (figures.answered, figures.right, figures.refused) == (0.75, 2 / 3, 1.0)
    assert figures.auroc == 1 - 0.25 / 2


def test_every_question_is_put_to_its_own_transcript_and_to_another(town: Path) -> None:
    [evaluation] = evaluation_sets(town)
    oracle = Oracle(evaluation)

    refusal(oracle, evaluation, lambda: None)

    other = {"harbour.txt": "library.txt", "library.txt": "harbour.txt"}
    assert oracle.asked == [
        (query.text, transcript)
        for query in evaluation.queries
        for transcript in (query.transcript, other[query.transcript])
    ]


def test_a_set_of_one_transcript_has_no_figures_of_refusal(town: Path) -> None:
    [evaluation] = evaluation_sets(town)
    queries = tuple(query for query in evaluation.queries if query.transcript == "harbour.txt")
    alone = replace(evaluation, transcripts=("harbour.txt",), queries=queries)

    figures = refusal(Oracle(alone), alone, lambda: None)

    assert (figures.answered, figures.refused, figures.auroc) == (1.0, None, None)


def test_what_is_never_answered_is_never_right(town: Path) -> None:
    [evaluation] = evaluation_sets(town, limit=1)

    figures = refusal(Oracle(evaluation, refused=evaluation.queries[0].text), evaluation, lambda: None)

    assert (figures.answered, figures.right) == (0.0, 0.0)
