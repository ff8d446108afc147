"""Words without a label: whose they are."""

from datetime import timedelta

import pytest

from tests.retrieval.samples import spoken, transcript

TALK = "---\ntitle: The Lamp\nspeakers: [Anna Holm]\n---\n"
SHOW = "---\ntitle: The Lamp\nspeakers:\n  - Anna Holm\n  - Jonas van der Berg\n---\n"


def test_a_file_of_one_named_speaker_without_labels_is_that_speakers() -> None:
    assert spoken(f"{TALK}The lamp burns oil.\n\n## Why\n\nOil is cheap: it always was.\n") == [
        ("Anna Holm", "The lamp burns oil."),
        ("Anna Holm", "Oil is cheap: it always was."),
    ]


def test_a_file_of_two_named_speakers_without_labels_is_nobodys() -> None:
    assert spoken(f"{SHOW}The lamp burns oil.\n") == [(None, "The lamp burns oil.")]


def test_a_guest_alone_is_not_the_only_one_who_speaks() -> None:
    assert spoken("---\ntitle: The Lamp\nguest: Anna Holm\n---\nThe lamp burns oil.\n") == [
        (None, "The lamp burns oil.")
    ]


def test_in_a_talk_the_answers_and_what_follows_a_heading_are_the_speakers() -> None:
    text = f"{TALK}The lamp burns oil.\n\nQ: Why?\n\nA: It is cheap.\n\nQ: Is it?\n\n## The quay\n\nIt is long.\n"

    assert spoken(text) == [
        ("Anna Holm", "The lamp burns oil."),
        ("Q", "Why?"),
        ("Anna Holm", "It is cheap."),
        ("Q", "Is it?"),
        ("Anna Holm", "It is long."),
    ]


def test_in_a_talk_the_audience_has_one_paragraph() -> None:
    text = f"{TALK}The lamp burns oil.\n\nAudience member: Why?\n\nBecause it is cheap.\n"

    assert spoken(text) == [
        ("Anna Holm", "The lamp burns oil."),
        ("Audience member", "Why?"),
        ("Anna Holm", "Because it is cheap."),
    ]


def test_in_a_conversation_with_the_one_named_words_before_the_first_label_are_nobodys() -> None:
    text = (
        f"{TALK}We met on the quay, late.\n\nIda: Why does the lamp burn oil, and who was it that chose to have it so?"
        " It was long ago, people say, and nobody remembers the reason.\n\nAnna: It is cheap, and the town had much of"
        " it.\n\nIda: Is it?\n\nAnna: It was.\n"
    )

    assert [name for name, _ in spoken(text)] == [None, "Ida", "Anna Holm", "Ida", "Anna Holm"]


def test_a_heading_gives_the_floor_to_whom_it_names() -> None:
    text = f"{TALK}## Introduction (Jonas Berg)\n\nHere is Anna.\n\n## The lamp\n\nIt burns oil.\n"

    assert spoken(text) == [("Jonas Berg", "Here is Anna."), ("Anna Holm", "It burns oil.")]


def test_the_only_one_who_is_named_among_many_is_not_given_the_words_of_the_others() -> None:
    text = "# Notes\n\nThe lamp burns oil.\n\nBB: It stinks.\n\nThat is true.\n\nBB: It is dear, too.\n\nNot very.\n"

    assert [(name, words) for name, words in spoken(text) if name] == [("BB", "It stinks."), ("BB", "It is dear, too.")]


def test_a_paragraph_without_label_goes_on_with_the_speaker_also_below_a_heading() -> None:
    text = "Anna: The lamp burns oil.\n\n## Oil\n\nIt is cheap.\n\nJonas: It is.\n\nAnna: So.\n"

    assert spoken(text)[:2] == [("Anna", "The lamp burns oil."), ("Anna", "It is cheap.")]


def test_a_heading_with_a_time_gives_it_to_the_words_below() -> None:
    heard = transcript(f"{TALK}## [00:12] The lamp\n\nIt burns oil.\n")

    assert [turn.time for turn in heard.turns] == [timedelta(seconds=12)]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Anna", "Anna Holm"),
        ("Holm", "Anna Holm"),
        ("A.Holm", "Anna Holm"),
        ("ANNA HOLM", "Anna Holm"),
        ("AH", "Anna Holm"),
        ("MS. HOLM", "Anna Holm"),
        ("Jonas", "Jonas van der Berg"),
        ("JvdB", "Jonas van der Berg"),
        ("JB", "Jonas van der Berg"),
        ("van der Berg", "Jonas van der Berg"),
        ("Ida", "Ida"),
        ("NVK", "NVK"),
    ],
)
def test_front_matter_gives_a_short_label_its_full_name(label: str, name: str) -> None:
    text = f"{SHOW}{label}: Well?\n\nGuest: It burns.\n\n{label}: Why?\n\nGuest: It is oil.\n"

    assert spoken(text)[0] == (name, "Well?")


def test_a_label_that_two_could_mean_stays_as_it_is() -> None:
    text = "---\nspeakers: [Anna Holm, Anna Berg]\n---\nAnna: Well?\n\nAnna Berg: It burns.\n\nAnna: Why?\n"

    assert [name for name, _ in spoken(text)] == ["Anna", "Anna Berg", "Anna"]


def test_a_label_that_gives_the_short_form_gives_later_ones_their_name() -> None:
    text = "Anna Holm (AH): Well?\n\nJonas Berg (JB): It burns.\n\nAH: Why?\n\nJB: It is oil.\n"

    assert [name for name, _ in spoken(text)] == ["Anna Holm", "Jonas Berg", "Anna Holm", "Jonas Berg"]


def test_credits_and_links_are_nobodys() -> None:
    text = (
        f"{TALK}<https://quay.example/lamp>\n\nSlides: https://quay.example/slides.pdf\n\nTranscript by: Ida Lund\n\n"
        "The lamp burns oil.\n\n![The lamp](lamp.png)\n\n<!-- cut here -->\n\n---\n\nIt is cheap.\n"
    )

    assert spoken(text) == [("Anna Holm", "The lamp burns oil."), ("Anna Holm", "It is cheap.")]


def test_a_title_that_the_body_repeats_is_nobodys() -> None:
    assert spoken(f"{TALK}The Lamp: a history of light\n\nAnna Holm (Harbour)\n\nThe lamp burns oil.\n") == [
        ("Anna Holm", "The lamp burns oil.")
    ]


def test_who_introduces_himself_gives_his_short_label_the_full_name() -> None:
    text = "Anna: Hello, I’m Anna Holm.\n\nJonas: I am Happy.\n\nAnna: Well?\n\nJonas: Well.\n"

    assert [name for name, _ in spoken(text)] == ["Anna Holm", "Jonas", "Anna Holm", "Jonas"]


def test_of_two_who_are_introduced_by_one_name_neither_is_taken() -> None:
    text = "Anna: I’m Anna Holm.\n\nJonas: Welcome, Anna Berg.\n\nAnna: Well?\n\nJonas: Well.\n"

    assert [name for name, _ in spoken(text)] == ["Anna", "Jonas", "Anna", "Jonas"]


@pytest.mark.parametrize("mark", ["**", "*", "__"])
def test_questions_in_emphasis_between_the_words_of_the_only_speaker_are_nobodys(mark: str) -> None:
    text = f"{TALK}{mark}Why oil?{mark}\n\nIt is cheap.\n\n{mark}Go on.{mark}\n\nNo.\n\n{mark}Why?{mark}\n\nI see.\n"

    assert [name for name, _ in spoken(text)] == [None, "Anna Holm"] * 3


def test_one_emphasised_question_in_a_talk_is_the_speakers() -> None:
    assert {name for name, _ in spoken(f"{TALK}The lamp.\n\n**Why oil?**\n\nIt is cheap.\n")} == {"Anna Holm"}


def test_what_a_rule_parts_from_the_last_label_is_nobodys() -> None:
    text = "**Anna Holm:** It burns.\n\n---\n\n**Jonas Berg:** Oil?\n\n---\n\nThe Harbour Hour is made in Bergen.\n"

    assert spoken(text)[1:] == [("Jonas Berg", "Oil?"), (None, "The Harbour Hour is made in Bergen.")]


def test_a_list_above_the_words_gives_initials_their_names() -> None:
    heard = transcript("Present: Anna Holm (AH), Jonas Berg (JB)\n\nAH: The sea is calm.\n\nJB: Is it?\n")

    assert [turn.speaker and turn.speaker.name for turn in heard.turns] == ["Anna Holm", "Jonas Berg"]
