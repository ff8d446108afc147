import pytest

from retrieval.checking.quotations import ascribed, people
from retrieval.index import Index
from tests.retrieval.samples import DEBATE, HARBOUR, transcript


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([transcript(HARBOUR), transcript(DEBATE)])


def common(word: str) -> bool:
    return word in {"the", "harbour", "minister", "of"}


@pytest.mark.parametrize(
    ("name", "found"),
    [("Holm", {"Anna Holm"}), ("Mayor Lund", {"Ida Lund"}), ("Holmes", set()), ("Otto", set()), ("", set())],
)
def test_people_are_known_by_a_part_of_their_name_and_never_nearly(index: Index, name: str, found: set[str]) -> None:
    assert {speaker.name for speaker in people(name, index)} == found


@pytest.mark.parametrize("text", ["Holm: “It is narrow”", "Then Anna Holm said: “It is narrow”", "It is narrow — Holm"])
def test_words_and_whom_they_are_ascribed_to_are_told_apart(index: Index, text: str) -> None:
    found = ascribed(text, index, common)

    assert found is not None
    assert found.words.strip(" ") == "It is narrow"
    assert len(found.words) == len(text)
    assert [speaker.name for speaker in found.speakers] == ["Anna Holm"]


def test_a_stranger_is_named_only_where_marks_set_the_words_off(index: Index) -> None:
    found = ascribed("Otto Grau: “It is narrow”", index, common)

    assert found is not None
    assert (found.claimed, found.speakers) == ("Otto Grau", frozenset())
    assert ascribed("Otto Grau: it is narrow", index, common) is None


@pytest.mark.parametrize("text", ["The harbour: “It is narrow”", "It is narrow", "“It is narrow”", ""])
def test_common_words_are_nobodys_name(index: Index, text: str) -> None:
    assert ascribed(text, index, common) is None


def test_what_announces_a_quotation_is_left_out(index: Index) -> None:
    found = ascribed("BREAKING: “It is narrow”", index, common)

    assert found is not None
    assert (found.words.strip(), found.claimed) == ("It is narrow", None)
