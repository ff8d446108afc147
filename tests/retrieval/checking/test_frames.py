import pytest

from retrieval.checking.frames import ELLIPSIS, labelled, names_after, names_before, quoted, without_lead


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[…]", "(...)", "[ … ]", "...."])
def test_an_ellipsis_is_found_in_every_form(mark: str) -> None:
    found = ELLIPSIS.search(f"here {mark} there")

    assert found is not None
    assert found[0].strip() == mark


@pytest.mark.parametrize(
    "text",
    [
        "Anna Roe:",
        "Anna Roe said:",
        "Anna Roe once said",
        "Anna Roe put it,",
        "Anna Roe, the minister, said,",
        "**Anna Roe**:",
        "according to Anna Roe,",
        "In the words of Anna Roe:",
    ],
)
def test_a_name_stands_before_a_quotation(text: str) -> None:
    assert next(names_before(text)) == "Anna Roe"


@pytest.mark.parametrize(
    "text", [" — Anna Roe", " - Anna Roe, 2017", " (Anna Roe)", " said Anna Roe", " Anna Roe said."]
)
def test_a_name_stands_behind_a_quotation(text: str) -> None:
    assert next(names_after(text)) == "Anna Roe"


@pytest.mark.parametrize("text", ["", "x" * 500, "we think that the harbour of the town is too narrow for ships"])
def test_what_is_no_frame_names_nobody(text: str) -> None:
    assert [*names_before(text), *names_after(text)] == []


def test_the_words_stand_within_the_marks() -> None:
    text = "Roe: “It is narrow”"

    [(name, start, end)] = [*quoted(text)][:1]

    assert (name, text[start:end]) == ("Roe", "It is narrow")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Roe: It is narrow", "Roe", "It is narrow"),
        ("Roe said that it is narrow", "Roe", "it is narrow"),
        ("It is narrow — Anna Roe", "Anna Roe", "It is narrow "),
        ("It is narrow, said Anna Roe.", "Anna Roe", "It is narrow"),
        ("It is narrow, Anna Roe said", "Anna Roe", "It is narrow"),
        ("It is narrow (Anna Roe)", "Anna Roe", "It is narrow"),
    ],
)
def test_a_name_may_stand_beside_words_without_marks(text: str, name: str, words: str) -> None:
    found = {label: text[start:end] for label, start, end in labelled(text)}

    assert found[name] == words


def test_words_that_lead_up_to_a_name_are_none_of_it() -> None:
    assert without_lead("But as Anna Roe") == "Anna Roe"
    assert without_lead("As") == "As"
