"""Each style that people label speakers in, imitated by a few lines about a harbour."""

from datetime import timedelta

import pytest

from tests.retrieval.formats.press.written import ANNA, JONAS, WORDS, written
from tests.retrieval.samples import spoken, transcript


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ": "),
        ("", ":\n"),
        ("", ":\n\n"),
        ("", " : "),
        ("**", ":** "),
        ("**", "**: "),
        ("***", ":*** "),
        ("__", ":__ "),
        ("*", ":* "),
        ("_", "_: "),
        ("<b>", ":</b> "),
        ("<strong>", "</strong>: "),
        ("'''", ":''' "),
        ("**", "**\n\n"),
        ("**", " (host):** "),
        ("", " – "),
        ("", " — "),
        ("", " - "),
        ("", "\t"),
        ("", " / speaks: "),
        ("[", "] "),
        ("[", "]: "),
        ("(", ") "),
        ("<", "> "),
        (">> ", ": "),
        ("- ", ": "),
        ("* **", ":** "),
        ("1. ", ": "),
        ("> **", ":** "),
        ("### ", "\n\n"),
        ("", "\n"),
        ("", "\n\n"),
    ],
)
def test_a_label_set_apart_names_the_speaker_of_the_words_after_it(before: str, after: str) -> None:
    assert spoken(written(before, after)) == [*WORDS]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " (@):\n"),
        ("", " (@): "),
        ("", " [@]: "),
        ("", " @\n"),
        ("", " @: "),
        ("", ": @\n\n"),
        ("", ": @ "),
        ("", ": [@] "),
        ("", " - @\n"),
        ("", " | @\n"),
        ("@ ", "\n"),
        ("[@] ", ": "),
        (r"\[@\] ", ": "),
        ("(@) ", ": "),
        ("[@] **", ":** "),
        ("**[@] ", ":** "),
        ("**", ":** [@] "),
        ("**", ":** \\[@\\] "),
        ("**", " (@):** "),
        ("**", "** *@*\n"),
        ("**", "** [@](https://video.example/talk?t=4): "),
        ("[", "] [@] "),
        ("[@] [", "] "),
        ("@ - @ ", "\n"),
        ("### ", " @\n\n"),
    ],
)
def test_a_time_beside_a_label_is_the_turns_time_and_no_word_of_it(before: str, after: str) -> None:
    heard = transcript(written(before, after))

    assert spoken(heard.text) == [*WORDS]
    assert [turn.time for turn in heard.turns] == [timedelta(seconds=30 * number) for number in range(len(WORDS))]


def test_capitals_before_a_stop_name_a_speaker() -> None:
    text = "CHAIR HOLM. Well?\n\nMR. BERG. It burns.\n\nCHAIR HOLM. Why?\n\nMR. BERG. It is oil. It must.\n"

    assert spoken(text) == [
        ("Chair Holm", "Well?"),
        ("Berg", "It burns."),
        ("Chair Holm", "Why?"),
        ("Berg", "It is oil. It must."),
    ]


def test_rows_of_a_table_are_turns_and_its_head_is_nobodys() -> None:
    text = (
        "| Speaker | Words |\n|---|---|\n| Anna | Well? |\n| Jonas | It burns. |\n| Anna | Why? |\n| Jonas | Oil. |\n"
    )

    assert [name for name, _ in spoken(text)] == ["Anna", "Jonas", "Anna", "Jonas"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: ", "A: "),
        ("**Q:** ", "**A:** "),
        ("Q. ", "A. "),
        ("Q - ", "A - "),
        ("Q 1: ", "A 1: "),
        ("Q1. ", "A1. "),
        ("P: ", "R: "),
        ("Q： ", "A： "),
    ],
)
def test_letters_ask_and_answer(question: str, answer: str) -> None:
    pairs = (("Does it burn?", "It does."), ("Why?", "It is oil."), ("Who pays?", "The town."))
    heard = transcript("\n\n".join(f"{question}{asked}\n\n{answer}{told}" for asked, told in pairs) + "\n")

    assert [heard.slice(turn.span) for turn in heard.turns] == [words for pair in pairs for words in pair]
    assert [turn.role for turn in heard.turns] == ["asker", "answerer"] * 3


def test_a_bold_question_is_its_words_without_the_letter() -> None:
    text = "**Q: Does it burn?**\n\nA: It does.\n\n**Q: Why?**\n\nA: It is oil.\n"

    assert [name for name, _ in spoken(text)] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "label", ["**Break**:", "**Break:**", "**Jingle:** [01:10] to [01:30]", "# **Break:** \\[22:39\\]"]
)
def test_a_break_is_nobodys(label: str) -> None:
    text = f"**Anna Holm:** Well?\n\n{label}\n\n**Jonas Berg:** It burns.\n\n**Anna Holm:** Why?\n"

    assert spoken(text) == [(ANNA, "Well?"), (JONAS, "It burns."), (ANNA, "Why?")]


def test_words_after_a_break_are_nobodys_until_the_next_label() -> None:
    text = "**Anna Holm:** Well?\n\n**Break:**\n\nBuy more oil!\n\n**Anna Holm:** Why?\n"

    assert spoken(text) == [(ANNA, "Well?"), (None, "Buy more oil!"), (ANNA, "Why?")]


def test_a_time_within_a_turn_parts_it_and_is_no_word() -> None:
    text = "**Anna Holm:** Well?\n\n\\[01:10\\] And why? \\[02:20\\] And who?\n\n**Jonas Berg:** Me, at 10:30.\n"
    heard = transcript(text)

    assert spoken(text) == [(ANNA, "Well?"), (ANNA, "And why?"), (ANNA, "And who?"), (JONAS, "Me, at 10:30.")]
    assert [turn.time for turn in heard.turns] == [None, timedelta(seconds=70), timedelta(seconds=140), None]


def test_a_bold_name_without_a_colon_is_a_label_where_others_have_one() -> None:
    text = "**Anna Holm:** Well?\n\n**Jonas Berg** It burns.\n\n**Jonas Berg:** Oil.\n\n**Anna Holm:** Why?\n"

    assert [name for name, _ in spoken(text)] == [ANNA, JONAS, JONAS, ANNA]


@pytest.mark.parametrize(
    "paragraph",
    [
        "One thing is clear: it burns.",
        "**Cheap oil** – that is the point.",
        "**SHOUT OUT** to the harbour master.",
        "In May: the lamp goes out.",
        "At 10:30 the lamp is lit.",
        "Rules: one question each.",
        "Finally – the lamp.",
        "- Oil: dear.",
        "[Oil](https://oil.example) is dear.",
        "> **Good oil** – says the book – burns.",
    ],
)
def test_other_words_set_apart_are_no_label(paragraph: str) -> None:
    text = f"**Anna Holm:** Well?\n\n**Jonas Berg:** It burns.\n\n{paragraph}\n\n**Anna Holm:** So we may say.\n"

    assert [name for name, _ in spoken(text)] == [ANNA, JONAS, ANNA]


def test_a_note_among_bold_labels_is_nobodys() -> None:
    text = "**Anna Holm:** Well?\n\n**Note:** The lamp was lit.\n\n**Anna Holm:** Why?\n"

    assert spoken(text) == [(ANNA, "Well?"), (None, "The lamp was lit."), (ANNA, "Why?")]


def test_a_list_of_chapters_names_nobody() -> None:
    text = "00:00 Introduction\n02:10 The Lamp\n07:30 The Oil\n\n**Anna Holm:** Well?\n\n**Jonas Berg:** It burns.\n"

    assert [name for name, _ in spoken(text) if name] == [ANNA, JONAS]


def test_times_without_names_give_nobodys_turns_their_time() -> None:
    heard = transcript("[00:00] The lamp burns\n[00:04] Yeah\n[00:07] and it burns oil.\n[00:09] Yeah\n[00:12] Good.\n")

    assert {turn.speaker for turn in heard.turns} == {None}
    assert [turn.time for turn in heard.turns] == [timedelta(seconds=second) for second in (0, 4, 7, 9, 12)]
