import pytest

from retrieval.formats.press.labels import find_labels
from retrieval.formats.press.shapes import bare
from tests.retrieval.samples import spoken

TITLE = "Fisheries Minister Anna Holm’s answers (Bergen, 3 May 2021)\n\n"


def labels(text: str) -> list[str]:
    return [line.label for line in find_labels(text)]


@pytest.mark.parametrize(
    "label",
    [
        "Question",
        "QUESTION",
        "Question 2",
        "Question (via interpreter)",
        "Q",
        "A",
        "Q Mary Stone",
        "Q. Mary Stone",
        "Вопрос",
        "Frage",
        "The Chair (Hon. Amy Noor)",
        "THE MODERATOR",
        "A.Holm",
        "A. Holm",
        "A.B.Holm",
        "A.Holm (in English)",
        "А.Иванов",
        "MR. STONE",
        "MS. BERG-LUND",
        "Dr. O’Hara",
        "Mr. Noor (Oslo—West, Ind.)",
        "SPEAKER_00",
        "Speaker 2",
    ],
)
def test_a_label_of_its_own_shape_needs_no_company(label: str) -> None:
    assert labels(f"{TITLE}{label}: The fish are well.\n") == [label]


@pytest.mark.parametrize(
    "name",
    ["Holm", "Anna Holm", "Élodie Brûlé", "Jean-Yves Le Drian", "von der Aa", "Omar al-Karim", "GZ", "毛宁", "Иванов"],
)
def test_a_plain_name_that_opens_several_lines_is_a_label(name: str) -> None:
    text = f"{TITLE}{name}: The fish are well.\n\nNobody doubts it.\n\nNot one.\n\n{name}: And the crabs too.\n"

    assert labels(text) == [name, name]


def test_a_full_name_that_opens_one_line_is_a_label() -> None:
    assert labels("Question: Well?\n\nVijay Sand: The fish are well.\n\nThey are many.\n\nAnd large.\n") == [
        "Question",
        "Vijay Sand",
    ]


def test_an_office_after_a_name_is_part_of_its_label() -> None:
    text = (
        "Anna Holm, Minister of Fisheries: The fish are well.\n\nSo said the minister.\n\nYes.\n\nFirst, Japan: no.\n"
    )

    assert labels(text) == ["Anna Holm, Minister of Fisheries"]


def test_where_most_paragraphs_open_with_a_name_each_is_a_label() -> None:
    assert labels("Tom: Hello.\n\nAnn: Hello there.\n\nBob: Hi.\n") == ["Tom", "Ann", "Bob"]


def test_a_name_that_the_title_introduces_is_a_label() -> None:
    text = f"{TITLE}A.Berg: The harbour is narrow.\n\nHolm: The fish are well.\n\nThey are many.\n\nAnd large.\n"

    assert labels(text) == ["A.Berg", "Holm"]


def test_who_alone_could_answer_a_question_is_a_label() -> None:
    text = (
        "Talk\n\nQuestion: Well?\n\nLund: Well enough.\n\nIt has to be.\n\nQuestion: Why?\n\nBerg: It just is.\n\nSo.\n"
    )

    assert labels(text) == ["Question", "Lund", "Question", "Berg"]


def test_where_somebody_else_answers_a_word_before_a_colon_is_no_label() -> None:
    text = "Question: Two things.\n\nFirst: will it rain? Second: will it snow?\n\nA.Holm: Neither.\n"

    assert labels(text) == ["Question", "A.Holm"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "One thing is clear: we agree.",
        "Mr.Berg and Danish Prime Minister Ida Lund agreed: the fish stay.",
        "Mr. Berg and Mr. Lund: both agreed.",
        "10:30: the meeting began.",
        "At 10:30 we met.",
        "https://example.org/fish: read it there.",
        "See also: the report.",
        "Note: the minister laughed.",
        "Editor’s Note: this was shortened.",
        "Time: noon.",
        "He said: no.",
        "Most importantly: the fish.",
        "Finally: the fish.",
        "“Anna Holm: a life”, she said.",
        "The question is this: who pays?",
    ],
)
def test_a_colon_in_a_sentence_makes_no_label(paragraph: str) -> None:
    text = f"{TITLE}Question: Well?\n\nA.Holm: The fish are well.\n\n{paragraph}\n\nMost people finally know it.\n"

    assert labels(text) == ["Question", "A.Holm"]


def test_a_wrapped_line_of_a_sentence_opens_with_no_label() -> None:
    text = (
        "Question: What about the\nLofoten Islands: will they stay? And what of\nIda Lund: will she?\n\nA.Holm: Yes.\n"
    )

    assert labels(text) == ["Question", "A.Holm"]


def test_words_that_are_written_small_elsewhere_are_no_name() -> None:
    text = "Question: Well?\n\nA.Holm: I have some key points.\n\nKey Points: fish and crabs.\n\nThat is all.\n"

    assert labels(text) == ["Question", "A.Holm"]


@pytest.mark.parametrize("colon", [":", " :", "\u00a0:", ":\t", "："])
def test_a_colon_may_be_set_in_many_ways(colon: str) -> None:
    assert labels(f"Question{colon} Well?\n\nA.Holm{colon} The fish are well.\n") == ["Question", "A.Holm"]


def test_an_unmistakable_label_needs_no_space_after_its_colon() -> None:
    assert labels("Question:Well?\n\nA.Holm:The fish:crab ratio is high.\n\nFish:crab is 2:1.\n") == [
        "Question",
        "A.Holm",
    ]


def test_chinese_labels_need_no_space() -> None:
    assert labels("记者：鱼好吗？\n\n毛宁：鱼很好。\n\n记者：还有呢？\n\n毛宁：没有了。\n") == [
        "记者",
        "毛宁",
        "记者",
        "毛宁",
    ]


def test_brackets_and_affiliation_are_no_part_of_a_bare_label() -> None:
    assert bare("A.Holm (in English)") == "A.Holm"
    assert bare("Mary Stone - Cowen & Company") == "Mary Stone"
    assert bare("毛宁（外交部）") == "毛宁"


@pytest.mark.parametrize("label", ["THE COURT", "The Witness", "THE CLERK"])
def test_whom_a_record_calls_by_a_part_speaks_though_once(label: str) -> None:
    text = f"Q.  Who keeps the lamp?\nA.  I do.\n          {label}:  Louder, please.\nQ.  Go on.\nA.  That is all.\n"

    assert [line.label for line in find_labels(text)] == [label]


def test_three_capitals_that_come_once_are_a_name_among_names_in_capitals() -> None:
    text = "\n\n".join(
        f"{name}: The lamp burns oil." for name in [*["ANNA HOLM", "JONAS BERG"] * 6, "TIM", "ANNA HOLM"]
    )

    assert "TIM" in {line.label for line in find_labels(text)}


def test_a_label_within_a_list_of_words_and_their_meanings_is_none() -> None:
    text = "# Words\n\nLamp: burns oil\nQuay: of stone\nSpeaker: whoever speaks\nTurn: what they say\n"

    assert find_labels(text) == []


def test_a_word_amid_names_that_come_back_is_one_though_half_the_file_is_in_another_style() -> None:
    names = ["Anna", "Jonas"] * 4 + ["Tim"] + ["Anna", "Jonas"] * 2
    plain = [f"{name}: The lamp burns oil." for name in names]
    timed = [f"{name} (00:{number:02}): It burns." for number, name in enumerate(["Anna", "Jonas"] * 9)]

    assert ("Tim", "The lamp burns oil.") in spoken("\n\n".join([*plain, *timed]))


@pytest.mark.parametrize(
    "label",
    ["An hon. member", "Some hon. members", "Unidentified man", "Remark", "The Acting Speaker (Mrs. Lund)"],
)
def test_whom_a_record_does_not_name_speaks_though_once(label: str) -> None:
    text = f"Anna Holm: The lamp burns oil.\n\n{label}: Shame!\n\nJonas Berg: It does.\n\nAnna Holm: Yes.\n"

    assert label in {line.label for line in find_labels(text)}


def test_a_full_name_below_a_time_is_a_label() -> None:
    text = "0:11\nThe lamp burns oil\n\n0:25\nInterviewer: Why?\n\n1:20\nAnna Holm: It is cheap.\n"

    assert [line.label for line in find_labels(text)] == ["Interviewer", "Anna Holm"]


def test_a_part_that_a_line_above_the_text_gives_to_somebody_is_no_label() -> None:
    text = "Guest: Anna Holm, keeper\nHost: Jonas Berg\n\nANNA: It burns.\n\nJONAS: Why?\n\nANNA: Oil.\n\nJONAS: Ah.\n"

    assert {line.label for line in find_labels(text)} == {"ANNA", "JONAS"}


@pytest.mark.parametrize("label", ["CALLER #1", "Student 2", "MAN #1", "Public Speaker 3"])
def test_whom_a_record_only_counts_speaks_though_once(label: str) -> None:
    text = f"ANNA HOLM: The lamp burns oil.\n\n{label}: Why?\n\nANNA HOLM: It is cheap.\n"

    assert label in {line.label for line in find_labels(text)}


def test_a_word_between_a_question_and_a_told_answer_is_no_label() -> None:
    text = "Question: Who pays for it?\n\nCorrection: the ministry said.\n\nA.Holm: We do.\n"

    assert [line.label for line in find_labels(text)] == ["Question", "A.Holm"]


def test_a_place_in_the_title_that_is_nobodys_name_is_no_label() -> None:
    text = "The harbour of Bergen\n\nWe were in the town.\n\nBergen: a fine place, they say.\n\nThen we left.\n"

    assert find_labels(text) == []


def test_in_a_single_block_each_line_counts_as_a_paragraph() -> None:
    said = "Anna: The sea is calm.\nJonas: It is.\nIda: So it is.\n"
    prose = "The sea is calm.\nThe wind is weak.\nFish: we have some.\nNobody is here.\n"

    assert [line.label for line in find_labels(said)] == ["Anna", "Jonas", "Ida"]
    assert find_labels(prose) == []
