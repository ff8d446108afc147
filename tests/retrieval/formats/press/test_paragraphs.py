import pytest

from retrieval.formats.press.paragraphs import Paragraphs

TEXT = "Harbour news\n\nThe sea is\ncalm today.\nThe wind is weak.\n\n# Fish\nWe have some.\n"


@pytest.mark.parametrize("line", ["Harbour news", "The sea is", "# Fish", "We have some."])
def test_a_paragraph_begins_the_text_below_a_blank_line_and_below_a_heading(line: str) -> None:
    assert Paragraphs(text=TEXT).begins(TEXT.index(line))


@pytest.mark.parametrize("line", ["calm today.", "The wind is weak."])
def test_no_paragraph_begins_within_another(line: str) -> None:
    assert not Paragraphs(text=TEXT).begins(TEXT.index(line))


@pytest.mark.parametrize(("line", "goes_on"), [("calm today.", True), ("The wind is weak.", False), ("# Fish", False)])
def test_a_line_goes_on_where_the_one_before_breaks_off_amid_a_sentence(line: str, goes_on: bool) -> None:  # noqa: FBT001 - a case
    assert Paragraphs(text=TEXT).goes_on(TEXT.index(line)) is goes_on


def test_what_the_file_says_of_itself_is_no_part_of_it() -> None:
    page = Paragraphs(text=TEXT, start=len("Harbour news"))

    assert (page.count, page.lines) == (2, 6)
    assert page.above(TEXT.index("calm")) == "The sea is"
    assert page.begins(TEXT.index("The sea"))


@pytest.mark.parametrize(("text", "turns"), [("Ann: Hi.\nBob: Hi.\nCy: Hi.\n", 3), ("Ann: Hi.\nHi.\n\nBob: Hi.\n", 2)])
def test_turns_may_be_paragraphs_or_the_lines_of_a_single_block(text: str, turns: int) -> None:
    assert Paragraphs(text=text).turns == turns


def test_blank_lines_between_two_places_are_counted_once_each() -> None:
    page = Paragraphs(text="One.\n\n \nTwo.\n\nThree.\n")

    assert page.between(0, len(page.text) - 1) == 2


def test_words_are_small_without_what_stands_around_them() -> None:
    assert Paragraphs(text="The “sea”, (calm) Sea; it’s.").small == {"sea", "calm", "it’s"}
