import pytest

from retrieval.formats.press.candidates import candidate_lines


def labels(text: str) -> list[str]:
    return [line.label for line in candidate_lines(text, 0)]


@pytest.mark.parametrize("label", ["Anna Holm", "A.Holm", "MS. HOLM", "Jonas van der Berg", "Question", "SPEAKER_00"])
def test_a_name_before_a_colon_may_be_a_label(label: str) -> None:
    assert labels(f"{label}: The sea is calm.\n") == [label]


@pytest.mark.parametrize("line", ["We have one rule: no fish.", "https://harbour.example", "“Sea”: calm", ": calm"])
def test_other_words_before_a_colon_are_none(line: str) -> None:
    assert labels(f"{line}\n") == []


def test_a_colon_without_a_space_counts_where_the_label_comes_back_with_one() -> None:
    assert labels("Anna:Hi.\n\nAnna: So.\n\nAnna: Yes.\n\nJonas:No.\n") == ["Anna", "Anna", "Anna"]


def test_a_candidate_tells_where_it_starts_and_where_the_words_do() -> None:
    text = "Title\n\n  Anna Holm :  The sea.\n"

    (line,) = candidate_lines(text, 0)

    assert text[line.start : line.start + 9] == "Anna Holm"
    assert text[line.end :] == "The sea.\n"
