from datetime import date

import pytest

from tests.retrieval.samples import spoken, transcript

SHOW = """\
The Harbour Hour

Title: The Lamp
Date: May 3, 2021
Location: Bergen
Speakers: Anna Holm, Jonas Berg
Video: https://video.example/lamp
Topic: oil

Anna: Well?

Jonas: It burns.

Anna: Why?
"""


def test_plain_lines_at_the_top_say_what_a_transcript_is() -> None:
    heard = transcript(SHOW)

    assert (heard.title, heard.place, heard.date) == ("The Lamp", "Bergen", date(2021, 5, 3))
    assert heard.url == "https://video.example/lamp"
    assert spoken(SHOW) == [("Anna Holm", "Well?"), ("Jonas Berg", "It burns."), ("Anna Holm", "Why?")]


def test_bold_keys_are_keys() -> None:
    assert transcript("**Title:** The Lamp\n**Date:** 3 May 2021\n\nAnna: Well?\n\nBo: So.\n").title == "The Lamp"


def test_a_host_above_the_words_is_no_label_beside_other_lines() -> None:
    text = "Date: May 3, 2021\nHost: Anna Holm\nGuest: Jonas Berg\n\nAnna: Well?\n\nJonas: It burns.\n"

    assert spoken(text) == [("Anna Holm", "Well?"), ("Jonas Berg", "It burns.")]


@pytest.mark.parametrize("label", ["Host", "Moderator", "Speaker"])
def test_a_host_who_speaks_is_a_label(label: str) -> None:
    assert spoken(f"{label}: Well?\n\nGuest: It burns.\n\n{label}: Why?\n")[0] == (label, "Well?")
