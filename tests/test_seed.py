"""The seed transcript, as users meet it: what it says is found and quoted, what it does not say is refused."""

from datetime import date
from pathlib import Path

import pytest

from retrieval import Found, Library, NotFound, Speaker

SEED = Path(__file__).parents[1] / "seeds" / "000_165619e416cb6055.txt"
LAVROV = Speaker(name="Sergey Lavrov", label="S.Lavrov", title="Foreign Minister")
QUESTION = Speaker(name="Question", label="Question")


@pytest.fixture(scope="module")
def seed() -> Library:
    return Library.open(SEED.parent)


def test_its_heading_says_what_it_is_and_where_and_when_it_was_said(seed: Library) -> None:
    transcript = seed.transcripts[0]

    assert transcript.title == (
        "Foreign Minister Sergey Lavrov’s answer to media questions regarding Russia-Japan relations"
    )
    assert (transcript.place, transcript.date, transcript.language) == ("Moscow", date(2017, 1, 17), "en")
    assert transcript.text == SEED.read_text(encoding="utf-8")


def test_it_has_a_question_and_an_answer_of_four_paragraphs(seed: Library) -> None:
    transcript = seed.transcripts[0]

    assert [(turn.speaker, turn.role) for turn in transcript.turns] == [(QUESTION, "asker"), (LAVROV, "answerer")]
    assert [transcript.slice(turn.span).count("\n\n\n") for turn in transcript.turns] == [0, 2]
    assert "Mr.Putin and Japanese Prime Minister" in transcript.slice(transcript.turns[1].span)
    assert seed.speakers == (LAVROV, QUESTION)
    assert seed.failures == ()


@pytest.mark.parametrize(
    ("question", "gold", "speaker"),
    [
        ("Whose graves do relatives want to visit?", "and relatives who want to visit the graves", LAVROV),
        ("Which travel restrictions will be relaxed?", "liberalise the travel restrictions, first for the", LAVROV),
        ("What was the purpose of the pressure on Japan?", "abstain from meeting with the Russian President", LAVROV),
        ("Who agreed to go on negotiating a peace treaty?", "Prime Minister Shinzo Abe agreed to continue", LAVROV),
        ("What brought Hiroshige Seko to Moscow?", "to begin discussing this issue with his Russian", LAVROV),
        ("Does Lavrov expect the goals to be reached easily?", "the goals were clearly set", LAVROV),
        ("Should other countries interfere?", "not let other countries meddle in the process", LAVROV),
        ("What is said about the investment fund?", "One of the most important ones was the agreement", LAVROV),
        ("At what level will the negotiating teams work?", "This task will be given to our negotiating teams", LAVROV),
        ("Which process has already been initiated?", "This process has already been initiated", LAVROV),
        ("What do the joint documents show?", "the determination outlined in the joint documents", LAVROV),
        ("What is the tangible result of the summit?", "twelve intergovernmental agreements", LAVROV),
        ("What did the reporter want to know about the visit?", "How would you characterise it", QUESTION),
    ],
)
def test_what_it_says_is_quoted_first_and_by_the_right_speaker(
    seed: Library, question: str, gold: str, speaker: Speaker
) -> None:
    answer = seed.ask(question)

    assert isinstance(answer, Found)
    assert gold in answer.quotes[0].text
    assert answer.quotes[0].speaker == speaker


def test_a_quote_is_a_slice_of_the_file_and_names_the_question_it_answers(seed: Library) -> None:
    answer = seed.ask("What brought Hiroshige Seko to Moscow?")

    assert isinstance(answer, Found)
    for quote in answer.quotes:
        assert quote.text == SEED.read_text(encoding="utf-8")[quote.span.start : quote.span.end]
        assert quote.asked == seed.transcripts[0].turns[0]


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What did Lavrov say about Turkey?", {"Turkey"}),
        ("How many tanks were sold to India?", {"tanks", "sold", "India"}),
        ("What did Macron say?", {"Macron"}),
        ("Is there a vaccine for malaria?", {"vaccine", "malaria"}),
        ("What did Lavrov say about climate change?", {"climate", "change"}),
        ("How tall is Mount Fuji?", {"tall", "Mount", "Fuji"}),
        ("What does a ticket to Kyoto cost?", {"ticket", "Kyoto", "cost"}),
        ("When will the Olympic Games begin?", {"Olympic", "Games"}),
        ("Who killed Kennedy?", {"killed", "Kennedy"}),
        ("Did Lavrov speak about cyberattacks?", {"cyberattacks"}),
    ],
)
def test_what_it_does_not_say_is_refused_with_the_words_that_never_occur(
    seed: Library, question: str, unknown: set[str]
) -> None:
    answer = seed.ask(question)

    assert isinstance(answer, NotFound)
    assert {word.word for word in answer.reason.unknown_words} == unknown
    assert answer.reason.searched.transcripts == 1
    assert (answer.reason.searched.earliest, answer.reason.searched.latest) == (date(2017, 1, 17), date(2017, 1, 17))


@pytest.mark.parametrize(
    "quotation",
    [
        "we know what kind of pressure was put on Japan by the outgoing US administration",
        "WE KNOW WHAT KIND OF PRESSURE WAS PUT ON JAPAN BY THE OUTGOING US ADMINISTRATION",
        "we know what kind of pressure was put on Japan by the outgoing U.S. administration",
        "“The goals were clearly set!” It will not be easy to reach them – as President Vladimir Putin said",
        "second class subordinate members of the international community",
        "Mr. Putin and Japanese Prime Minister Shinzo Abe",
        "visited Moscow after President Putin's trip to Japan",
        "twelve intergovernmental agreements\nand about   70 business agreements",
        "Russian—Japanese relations to a qualitatively new level is very important",
        "his Russian colleagues. Naturally, our position is based",
    ],
)
def test_what_was_said_is_exact_however_it_is_cased_and_punctuated(seed: Library, quotation: str) -> None:
    verdict = seed.check(quotation)

    assert verdict.kind == "exact"
    assert [match.quote.speaker for match in verdict.matches] == [LAVROV]


@pytest.mark.parametrize("speaker", ["Question", "question"])
def test_what_the_minister_said_is_not_the_journalists(seed: Library, speaker: str) -> None:
    verdict = seed.check("This process has already been initiated", speaker)

    assert verdict.kind == "other_speaker"
    assert [match.quote.speaker for match in verdict.matches] == [LAVROV]


@pytest.mark.parametrize("speaker", ["Lavrov", "S.Lavrov", "Sergey Lavrov", "Foreign Minister", "Lavrow"])
def test_what_the_journalist_said_is_not_the_ministers(seed: Library, speaker: str) -> None:
    verdict = seed.check("An agreement was reached on joint economic operations", speaker)

    assert verdict.kind == "other_speaker"
    assert [match.quote.speaker for match in verdict.matches] == [QUESTION]


@pytest.mark.parametrize(
    "quotation",
    [
        "in this regard? I think the most important result",
        "answer to media questions regarding Russia-Japan relations",
        "about 17 business agreements",
        "But we are not ready for it",
    ],
)
def test_words_of_two_people_of_the_heading_or_of_nobody_are_never_exact(seed: Library, quotation: str) -> None:
    assert seed.check(quotation).kind != "exact"


def test_what_nobody_said_is_not_found(seed: Library) -> None:
    verdict = seed.check("Whales sing louder than trumpets")

    assert verdict.kind == "not_found"
    assert verdict.matches == ()
    assert verdict.searched.transcripts == 1
