import pytest

from retrieval.checking.meaning import Wording


def wording(text: str, language: str = "en", known: frozenset[str] = frozenset()) -> Wording:
    return Wording(text, language, known.__contains__)


def meant(text: str, language: str = "en", known: frozenset[str] = frozenset()) -> dict[str, str]:
    read = wording(text, language, known)
    return {
        text[token.start : token.end]: str(meaning)
        for place, token in enumerate(read.tokens)
        if (meaning := read.meaning(place))
    }


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("we saw 70 ships and half of Bergen", {"70": "number", "half": "number", "Bergen": "name"}),
        ("nobody has seen the US fleet", {"nobody": "negation", "US": "name"}),
        ("Ships came. They left.", {}),
        ("the one ship", {}),
    ],
)
def test_numbers_denials_and_names_carry_meaning(text: str, meanings: dict[str, str]) -> None:
    assert meant(text) == meanings


def test_a_name_in_small_letters_is_one_where_it_is_known() -> None:
    assert meant("we asked lavrov", known=frozenset({"lavrov"})) == {"lavrov": "name"}


def test_capitals_tell_nothing_where_all_words_have_them() -> None:
    assert meant("WE SAW THE SHIPS OF BERGEN") == {}


def test_a_pronoun_with_a_capital_that_runs_together_with_a_verb_is_no_name() -> None:
    assert meant("and then He'd come to us") == {}


def test_a_german_noun_is_no_name() -> None:
    assert meant("wir sahen den Hafen von Bergen", "de") == {"Bergen": "name"}


@pytest.mark.parametrize(
    ("text", "ends"), [("Ships came. They left", [1, 3]), ("Mr. Roe came", [2]), ("港。口", [0, 1]), ("1.5 ships", [1])]
)
def test_sentences_end_where_readers_say_so(text: str, ends: list[int]) -> None:
    read = wording(text, "zh" if text[0] == "港" else "en")

    assert [place for place in range(len(read.tokens)) if read.ends_sentence(place)] == ends


def test_words_within_some_characters_are_a_range() -> None:
    read = wording("the harbour is narrow")

    assert read.within(read.slice(1, 3)) == range(1, 3)
    assert read.slice(2, 2).start == read.slice(2, 2).end == 12
