import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.model import Span
from retrieval.sentences import LONGEST, WINDOW, sentences

TEXTS = st.lists(
    st.sampled_from(
        ["Fish swim. ", "Mr. Berg", " came", "! ", "?\n", "\n\n", "\n \t\n", " ", "J.R.R.", "word " * 300, "鱼。"]
    )
).map("".join)


def cut(text: str, language: str = "en") -> list[str]:
    found = sentences(text, Span(start=0, end=len(text)), language)
    return [text[one.start : one.end] for one in found]


def test_abbreviations_initials_and_decimals_end_no_sentence() -> None:
    text = "Mr. Stone of the U.S. paid 1.5 million kroner to J. R. Berg. Dr. Noor did not."

    assert cut(text) == ["Mr. Stone of the U.S. paid 1.5 million kroner to J. R. Berg.", "Dr. Noor did not."]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Рыба есть. Море тоже!", "ru", ["Рыба есть.", "Море тоже!"]),
        ("Der Hafen ist eng. Schiffe warten.", "de", ["Der Hafen ist eng.", "Schiffe warten."]),
        ("鱼很好。海也很好。", "zh", ["鱼很好。", "海也很好。"]),
        ("魚は元気です。海もです。", "ja", ["魚は元気です。", "海もです。"]),
    ],
)
def test_other_languages_have_their_own_sentence_ends(text: str, language: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


def test_no_sentence_crosses_a_blank_line() -> None:
    assert cut("The fish\nare well\n\nand the crabs") == ["The fish\nare well", "and the crabs"]


def test_no_white_space_stands_around_a_sentence() -> None:
    assert cut("  One.   \n Two.\t\n") == ["One.", "Two."]


def test_only_the_span_is_cut() -> None:
    text = "Zero. One. Two. Three."

    assert sentences(text, Span(start=6, end=15), "en") == [Span(start=6, end=10), Span(start=11, end=15)]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000", "\u2028", "\x85"])
def test_white_space_of_any_kind_before_a_stop_is_read(space: str) -> None:
    assert "".join(cut(f"We need a plan B{space}. Or a plan C{space}!")).count("plan") == 2


@pytest.mark.parametrize("language", ["en", "fr", "ru", "de"])
def test_initials_without_spaces_are_never_parted(language: str) -> None:
    assert not [piece for piece in cut("J.R.R. Berg came. J.R.R.", language) if piece.startswith("R.")]


def test_what_knows_no_full_stop_is_cut_between_words() -> None:
    text = " ".join(f"word{number}" for number in range(1000))

    pieces = cut(text)

    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == text


@pytest.mark.parametrize("space", ["\n", "\t", "\u00a0"])
def test_any_white_space_parts_words_that_know_no_full_stop(space: str) -> None:
    pieces = cut(space.join(f"word{number}" for number in range(1000)))

    assert max(map(len, pieces)) <= LONGEST


def test_what_knows_neither_full_stop_nor_space_is_cut_between_characters() -> None:
    pieces = cut("鱼" * 5000, "zh")

    assert max(map(len, pieces)) <= LONGEST
    assert sum(map(len, pieces)) == 5000


def test_the_edge_of_a_window_parts_no_word() -> None:
    words = ["fish", "and", "crabs"] * WINDOW

    assert " ".join(cut(" ".join(words))).split() == words


def test_a_single_word_is_never_cut() -> None:
    assert cut("a" * 5000) == ["a" * 5000]


def test_a_text_longer_than_the_window_is_cut_as_a_short_one() -> None:
    sentence = "鱼很好，海也很好。"
    count = 2 * WINDOW // len(sentence)

    assert cut(sentence * count, "zh") == [sentence] * count


@given(TEXTS, st.data())
def test_the_sentences_near_a_place_are_those_of_the_whole_that_reach_it(text: str, data: st.DataObject) -> None:
    edges = st.integers(-100, len(text) + 100)
    start, end = sorted((data.draw(edges), data.draw(edges)))
    whole = Span(start=0, end=len(text))

    near = sentences(text, whole, "en", Span(start=start, end=end))

    assert near == [one for one in sentences(text, whole, "en") if one.end > start and one.start < end]


@given(TEXTS)
def test_the_sentences_are_all_that_is_said(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
