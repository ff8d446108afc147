from datetime import timedelta

import pytest

from retrieval.formats.press.markdown import find_unspoken


def unspoken(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in find_unspoken(text, 0)]


@pytest.mark.parametrize(
    "line",
    [
        "# The lamp",
        "##The lamp",
        "---",
        "* * *",
        "___",
        "![The lamp](lamp.png)",
        "[![The lamp](lamp.png)](https://a.example)",
        "<https://a.example/b?c=d>",
        "https://a.example",
        "Slides: <https://a.example>",
        "- slides (again): https://a.example",
        "paper <https://a.example/paper.pdf>",
        "<anna@quay.example>",
        "<br/>",
        '<iframe src="https://a.example"></iframe>',
        "[TOC]",
        "{{< video lamp >}}",
        "<!-- two\nlines -->",
        "(Laughter.)",
        "[MUSIC PLAYING]",
        "\\[laughter\\]",
        "Transcript by: Ida Lund",
        "Transcribed by Ida Lund and others",
        "<i>Disclaimer</i>: nobody read this twice.",
        "Audience member speaks",
        "END OF TRANSCRIPT",
        "| a | b |\n|---|---|",
        "The Lamp\n========",
    ],
)
def test_what_markup_or_form_makes_nobodys_is_found(line: str) -> None:
    text = f"Words before.\n\n{line}\n\nWords after.\n"

    assert "".join(unspoken(text)).replace("\n", "") == line.replace("\n", "")


@pytest.mark.parametrize(
    "line",
    [
        "#1 is the lamp.",
        "- The lamp burns oil.",
        "You find it at https://a.example",
        "[The lamp](https://a.example)",
        "(The lamp) burns oil.",
        "The transcript by Ida Lund is good, and was it long?",
        "-- well",
        "<!-- never closed",
        "a@b is no letter",
        "END is near.",
        "* item",
        "| a | b |",
    ],
)
def test_words_are_not_found(line: str) -> None:
    assert unspoken(f"Words before.\n\n{line}\n\nWords after.\n") == []


def test_a_heading_has_its_words_and_its_time() -> None:
    (heading,) = find_unspoken("## [01:02:03] The **lamp**\n", 0)

    assert (heading.section, heading.time) == ("The lamp", timedelta(hours=1, minutes=2, seconds=3))


@pytest.mark.parametrize(
    "line",
    [
        "The meeting rose at 11.20 a.m.",
        "The House adjourned at 5:30 p.m.",
        "Meeting adjourned at noon.",
        "Board adjourned at noon.",
        "Post: Transcript: “A calm sea” by the harbour office",
        "The sitting was suspended at 14.05",
        "Duration: 14 minutes",
        "Questions & Answers",
        "Prepared Remarks:",
        "（完）",
    ],
)
def test_what_a_record_says_of_its_own_course_is_unspoken(line: str) -> None:
    assert unspoken(f"Words.\n\n{line}\n") == [line]


@pytest.mark.parametrize("line", ["The sun rose at sea.", "The lamp closed the debate for all of us.", "Questions?"])
def test_sentences_that_begin_alike_are_words(line: str) -> None:
    assert unspoken(f"Words.\n\n{line}\n") == []
