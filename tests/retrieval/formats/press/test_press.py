from datetime import date

import pytest

from retrieval import EmptyTranscriptError, Speaker
from retrieval.formats import read
from tests.retrieval.samples import HARBOUR, spoken, transcript

TITLE = "Fisheries Minister Anna Holm’s answers (Bergen, 3 May 2021)\n\n"


def test_the_heading_gives_title_place_and_date() -> None:
    heard = transcript(HARBOUR)

    assert heard.title == "Fisheries Minister Anna Holm’s answers to reporters’ questions"
    assert (heard.place, heard.date) == ("Bergen", date(2021, 5, 3))
    assert (heard.id, heard.source, heard.language) == ("talk", "talk.txt", "en")


def test_the_heading_gives_a_label_its_full_name_and_office() -> None:
    heard = transcript(HARBOUR)

    assert heard.turns[1].speaker == Speaker(name="Anna Holm", label="A.Holm", title="Fisheries Minister")


def test_a_question_is_its_own_speaker_who_asks() -> None:
    heard = transcript(HARBOUR)

    assert heard.turns[0].speaker == Speaker(name="Question", label="Question")
    assert [turn.role for turn in heard.turns] == ["asker", "answerer", "asker", "answerer"]


def test_a_continuing_paragraph_keeps_its_speaker() -> None:
    heard = transcript(HARBOUR)

    assert heard.slice(heard.turns[1].span).endswith(
        "this year.\n\nWe have also agreed to close the Lofoten grounds in March."
        " The scientists asked us to, and the fishermen agreed."
    )


def test_a_paragraph_that_opens_with_an_honorific_goes_on_with_its_speaker() -> None:
    text = f"{TITLE}Question: Well?\n\nA.Holm: We met.\n\nMr.Berg and Danish Prime Minister Ida Lund agreed on fish.\n"

    assert spoken(text) == [
        ("Question", "Well?"),
        ("Anna Holm", "We met.\n\nMr.Berg and Danish Prime Minister Ida Lund agreed on fish."),
    ]


def test_a_colon_inside_a_sentence_stays_among_the_words() -> None:
    text = f"{TITLE}Question: Well?\n\nA.Holm: One thing: at 10:30 we met.\n\nMy answer: yes.\n"

    assert spoken(text)[1] == ("Anna Holm", "One thing: at 10:30 we met.\n\nMy answer: yes.")


def test_typographic_quotes_stay_as_they_are() -> None:
    assert spoken("Question: Did he say “no”?\n\nA.Holm: He said ‘maybe’ – “so to speak”…\n") == [
        ("Question", "Did he say “no”?"),
        ("A.Holm", "He said ‘maybe’ – “so to speak”…"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_newline_gives_the_same_transcript(encoding: str, newline: str) -> None:
    data = HARBOUR.replace("\n", newline).encode(encoding)

    assert read(data, "talk.txt", "talk") == transcript(HARBOUR)


def test_a_file_without_labels_is_attributed_to_nobody() -> None:
    heard = transcript("The harbour is narrow. Ships wait outside.\n\nThe town will widen it.\n")

    assert [(turn.speaker, turn.role) for turn in heard.turns] == [(None, None)]
    assert heard.slice(heard.turns[0].span).startswith("The harbour is narrow.")
    assert heard.title == "talk"


def test_a_title_above_words_without_labels_is_a_heading() -> None:
    heard = transcript("On the harbour (Bergen, 3 May 2021)\n\nThe harbour is narrow.\n")

    assert (heard.title, heard.place) == ("On the harbour", "Bergen")
    assert heard.slice(heard.turns[0].span) == "The harbour is narrow."


def test_words_before_the_first_label_are_nobodys() -> None:
    text = f"{TITLE}The minister came in and sat down.\n\nQuestion: Well?\n\nA.Holm: Well.\n"

    assert spoken(text)[0] == (None, "The minister came in and sat down.")


def test_speech_at_the_top_is_no_title() -> None:
    heard = transcript("Good morning, everybody. It is good to be here.\n\nQuestion: Well?\n\nA.Holm: Well.\n")

    assert heard.title == "talk"
    assert heard.turns[0].speaker is None


def test_a_title_with_its_dateline_right_below_is_a_heading() -> None:
    heard = transcript("Press Briefing by Admiral Amy Noor\nOslo, March 3, 2015\n\nMS. NOOR: Hello.\n\nQUESTION: Hi.\n")

    assert (heard.title, heard.place) == ("Press Briefing by Admiral Amy Noor", "Oslo")
    assert heard.turns[0].speaker == Speaker(name="Amy Noor", label="MS. NOOR", title="Admiral")


def test_date_hour_and_place_on_lines_of_their_own_are_a_heading() -> None:
    heard = transcript(
        "News conference\n\nMay 3, 2021\n15:50\nThe Old Harbour, Bergen\n\nQuestion: Well?\n\nA.Holm: Well.\n"
    )

    assert (heard.title, heard.place, heard.date) == ("News conference", "The Old Harbour, Bergen", date(2021, 5, 3))
    assert spoken(heard.text)[0] == ("Question", "Well?")


def test_numbered_questions_are_asked_and_the_others_answer() -> None:
    text = f"{TITLE}Question 1: Every question counts?\n\nA.Holm: Yes.\n\nQuestion 2: Why?\n\nA.Holm: Because.\n"

    assert [turn.role for turn in transcript(text).turns] == ["asker", "answerer", "asker", "answerer"]


def test_without_askers_nobody_has_a_role() -> None:
    assert {turn.role for turn in transcript("Tom: Hello.\n\nAnn: Hello there.\n").turns} == {None}


@pytest.mark.parametrize(
    "text", ["", "\ufeff", " \n\t\n", "___\n", "“…”\n\n—\n", "Question:\n\nA.Holm:\n", f"{TITLE}Question:\n"]
)
def test_a_file_without_spoken_words_says_so(text: str) -> None:
    with pytest.raises(EmptyTranscriptError, match=r"^talk\.txt: the file holds no spoken words"):
        transcript(text)


def test_a_file_of_datelines_alone_is_still_read() -> None:
    assert spoken("Bergen, 3 May 2021\nBergen, 4 May 2021\n") == [(None, "Bergen, 3 May 2021\nBergen, 4 May 2021")]


def test_a_title_alone_is_still_read() -> None:
    assert spoken("On the harbour (Bergen, 3 May 2021)\n") == [(None, "On the harbour (Bergen, 3 May 2021)")]


def test_a_label_without_words_is_no_turn() -> None:
    assert spoken("Question:\n\nA.Holm: The fish are well.\n") == [("A.Holm", "The fish are well.")]


def test_a_file_of_4096_speakers_is_read_without_hanging() -> None:
    letters = "abcdefghijklmnop"
    names = [f"Na{one}{two}{three} Su{three}{one}{two}" for one in letters for two in letters for three in letters]
    text = "\n\n".join(f"{name}: the fish are well.\n\nThey are.\n\nYes." for name in names)

    heard = transcript(text)

    assert len({turn.speaker for turn in heard.turns}) == 4096


def test_a_heading_of_small_words_is_read_without_hanging() -> None:
    text = f"{'the of for ' * 25}\n\nX.Holm: The fish are well.\n\nQuestion: Well?\n"

    assert spoken(text)[0] == ("X.Holm", "The fish are well.")
