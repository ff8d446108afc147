"""Each style that people label speakers in, imitated by a few lines about a harbour."""

import pytest

from tests.retrieval.formats.press.written import WORDS, written
from tests.retrieval.samples import spoken


def test_a_name_among_short_lines_is_no_label_where_times_stand_beside_the_labels() -> None:
    text = "Anna: 00:00:01\n\nHello.\nJonas.\n\nJonas: 00:00:03\n\nHi.\nAnna.\n\nAnna: 00:00:05\n\nJonas.\nWell?\n"

    assert spoken(text) == [("Anna", "Hello.\nJonas."), ("Jonas", "Hi.\nAnna."), ("Anna", "Jonas.\nWell?")]


@pytest.mark.parametrize(
    ("before", "after"), [("", " - "), ("", " -- "), ("", " – "), ("", "\n"), ("    ", "\n    "), ("; ", "\n: ")]
)
def test_a_name_of_one_word_that_comes_once_opens_a_turn_where_names_open_nearly_all(before: str, after: str) -> None:
    names = ["Anna Holm", "Jonas Berg"] * 6 + ["Tim", "Anna Holm", "Jonas Berg"]
    text = "\n\n".join(f"{before}{name}{after}The lamp burns oil." for name in names)

    assert [name for name, _ in spoken(f"{text}\n")] == names


def test_a_word_before_a_dash_that_is_written_small_elsewhere_is_no_name_among_longer_turns() -> None:
    names = ["Anna Holm", "Jonas Berg"] * 6
    turns = [f"{name} - We trim the wick and the rules are old." for name in names]
    text = "\n\n".join([*turns, "Rules - nobody reads them.", "And so on.", "And on."])

    assert {name for name, _ in spoken(f"{text}\n")} == {"Anna Holm", "Jonas Berg"}


@pytest.mark.parametrize(("before", "after"), [("", "\n"), ("; ", "\n: "), ("00:00:02\n", "\n")])
def test_a_name_that_begins_with_initials_may_stand_alone_on_its_line(before: str, after: str) -> None:
    text = "\n\n".join(f"{before}{name}{after}The lamp burns oil." for name in ("K. C. O’Neil", "Mo") * 4)

    assert [name for name, _ in spoken(f"{text}\n")] == ["K. C. O’Neil", "Mo"] * 4


def test_a_bold_name_alone_that_comes_once_opens_a_turn_where_bold_lines_are_names() -> None:
    names = ["Anna Holm", "Jonas Berg", "Anna Holm", "Tim", "Jonas Berg"]
    text = "".join(f"**{name}**\n\nThe lamp burns oil.\n\n" for name in names)

    assert [name for name, _ in spoken(f"# The Lamp\n\n{text}")] == names


def test_a_word_before_a_dash_that_goes_on_in_small_letters_is_no_name() -> None:
    names = ["Anna Holm", "Jonas Berg"] * 6
    text = "\n\n".join([*(f"{name} – The lamp burns oil." for name in names), "Personally – and I am alone – I row."])

    assert {name for name, _ in spoken(text)} == {"Anna Holm", "Jonas Berg"}


def test_who_asks_once_in_a_call_on_earnings_is_told_by_the_lines_of_others() -> None:
    holm, berg = "Anna Holm - Quay Corp - Chief Executive Officer", "Jonas Berg - Oil Bank - Analyst"
    labels = ["Operator", holm, berg, holm, "Operator", holm]
    text = "\n\n".join(f"{label}\n\nThe lamp burns oil." for label in labels)

    assert [name for name, _ in spoken(text)][1:4] == ["Anna Holm", "Jonas Berg", "Anna Holm"]


@pytest.mark.parametrize("label", ["Senator LUND", "Mr. BERG of Ohio", "The CLERK"])
def test_a_member_of_congress_speaks_though_once(label: str) -> None:
    labels = ["The CHAIRMAN", "Mr. BERG", "Ms. HOLM", "The CHAIRMAN", label, "Ms. HOLM", "Mr. BERG"]
    text = "".join(f"    {one}. The lamp burns oil.\n\n" for one in labels)

    assert len(spoken(text)) == len(labels)


def test_one_word_below_a_name_that_stands_alone_is_what_is_said() -> None:
    names = ["Anna Holm", "Jonas Berg"] * 4
    text = "".join(
        f"{name}\n\n{'Hooray' if number == 3 else 'The lamp burns oil.'}\n\n" for number, name in enumerate(names)
    )

    assert spoken(text)[3] == ("Jonas Berg", "Hooray")


def test_a_name_that_goes_on_is_one_and_a_numbered_man_another() -> None:
    labels = ["ANNA HOLM", "JONAS BERG", "MAN #1", "ANNA HOLM (CONT'D)", "JONAS BERG", "ANNA HOLM"]
    text = "".join(f"          {label}\n     The lamp burns oil.\n\n" for label in labels)

    assert [name for name, _ in spoken(text)] == [
        "Anna Holm",
        "Jonas Berg",
        "MAN #1",
        *["Anna Holm", "Jonas Berg"] * 2,
    ][:6]


def test_bold_numerals_within_a_turn_are_no_names() -> None:
    names = ["Anna Holm", "Jonas Berg"] * 3
    text = "".join(f"**{name}:** The lamp burns oil.\n\n**First:** the wick.\n\n" for name in names)

    assert {name for name, _ in spoken(text)} == {"Anna Holm", "Jonas Berg"}


def test_who_answers_first_in_bold_is_told_though_another_name_comes_back() -> None:
    text = "**Harbour Post: Why?**\n\n**Holm:** Oil.\n\n**HP: Why?**\n\n**AH:** Cheap.\n\n**HP: So?**\n\n**AH:** No.\n"

    assert spoken(text)[1] == ("Holm", "Oil.")


@pytest.mark.parametrize("after", [". – ", "—"])
def test_a_dash_right_behind_a_name_or_its_stop_parts_it_from_the_words(after: str) -> None:
    assert spoken(written("", after)) == list(WORDS)
