import pytest

from retrieval.persons import bearers, legend, person_meant

PEOPLE = ("Anna Holm", "Jonas van der Berg", "Ida B. Lund", "Anna Sand", "NVK")


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Anna Holm", "Anna Holm"),
        ("anna holm", "Anna Holm"),
        ("Holm", "Anna Holm"),
        ("A.Holm", "Anna Holm"),
        ("AH", "Anna Holm"),
        ("Jonas", "Jonas van der Berg"),
        ("Berg", "Jonas van der Berg"),
        ("van der Berg", "Jonas van der Berg"),
        ("Jonas Berg", None),
        ("JvdB", "Jonas van der Berg"),
        ("JB", "Jonas van der Berg"),
        ("Ida Lund", "Ida B. Lund"),
        ("IBL", "Ida B. Lund"),
        ("NVK", "NVK"),
    ],
)
def test_a_part_of_a_name_means_the_only_one_who_bears_it(name: str, person: str | None) -> None:
    assert person_meant(name, bearers(PEOPLE)) == person


@pytest.mark.parametrize("name", ["Anna", "B.Holm", "Bo", "A", "Anna Berg", ""])
def test_a_name_that_nobody_or_two_bear_means_nobody(name: str) -> None:
    assert person_meant(name, bearers(PEOPLE)) is None


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("AH = Anna Holm\nJB = Jonas Berg", ["Anna Holm", "Jonas Berg"]),
        ("AH: Anna Holm, JvdB: Jonas van der Berg", ["Anna Holm", "Jonas van der Berg"]),
        ("Present: Anna Holm (AH), Erik St. Lund (ESL)", ["Anna Holm", "Erik St. Lund"]),
        ("Anna Holm (harbour office) (chair)", ["Anna Holm"]),
    ],
)
def test_a_legend_gives_initials_their_names(lines: str, names: list[str]) -> None:
    assert legend(lines) == names


@pytest.mark.parametrize(
    "lines", ["PR = Anna Holm", "Anna Holm (OK)", "the Lamp Oil (LO) is dear", "AH, JB", "Talk (AH)"]
)
def test_letters_that_are_nobodys_initials_are_no_legend(lines: str) -> None:
    assert legend(lines) in ([], ["Lamp Oil"])
