from __future__ import annotations

import pytest

from retrieval.names import Name, cased, folded, may_be, parted, parts_of, surname_start


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "SERGEY LAVROV"),
        ("S.Lavrov", "S. Lavrov"),
        ("Mr. Stone", "stone"),
        ("Ángel Díaz", "Angel Diaz"),
        ("O’Neil", "O'Neil"),
        ("SPEAKER_00", "Speaker 00"),
    ],
)
def test_two_ways_to_write_a_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Sergey Lavrov", ("sergey",), "lavrov"),
        ("S.V.Lavrov", ("s", "v"), "lavrov"),
        ("Lavrov", (), "lavrov"),
        ("President von der Leyen", (), "von der leyen"),
        ("Ursula von der Leyen", ("ursula",), "von der leyen"),
        ("Anna Holm, Fisheries Minister", ("anna",), "holm"),
        ("Tom Ray - Cowen & Company", ("tom",), "ray"),
        ("Ida O'Neil", ("ida",), "oneil"),
        ("Robin Holm-Sand", ("robin",), "holm-sand"),
    ],
)
def test_a_name_has_forenames_and_a_surname(name: str, given: tuple[str, ...], surname: str) -> None:
    assert parts_of(name) == Name(given, surname)


@pytest.mark.parametrize("name", ["Speaker 2", "SPEAKER_00", "The President", "Grad E", "Q", "…", ""])
def test_what_names_nobody_by_surname_has_no_parts(name: str) -> None:
    assert parts_of(name) is None


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lavrov", "Sergey Lavrov"),
        ("S.Lavrov", "Sergey Lavrov"),
        ("S.V.Lavrov", "Sergey Viktorovich Lavrov"),
        ("Sergey Lavrov", "Sergey Viktorovich Lavrov"),
        ("Sergey Lavrov", "Sergey Lavrov"),
        ("John Kennedy", "John F. Kennedy"),
    ],
)
def test_a_short_name_may_be_a_fuller_one(short: str, full: str) -> None:
    one, other = parts_of(short), parts_of(full)

    assert one is not None
    assert other is not None
    assert may_be(one, other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("A.Lavrov", "Sergey Lavrov"),
        ("Andrey Lavrov", "Sergey Lavrov"),
        ("Sergey Lavrov", "Sergey Orlov"),
        ("Sergey Ivanovich Lavrov", "Sergey Viktorovich Lavrov"),
        ("Sergey Viktorovich Lavrov", "Sergey Lavrov"),
        ("V.S.Lavrov", "Sergey Viktorovich Lavrov"),
        ("Neil", "Ida O’Neil"),
        ("Sand", "Robin Holm-Sand"),
    ],
)
def test_another_name_may_not(short: str, full: str) -> None:
    one, other = parts_of(short), parts_of(full)

    assert one is not None
    assert other is not None
    assert not may_be(one, other)


@pytest.mark.parametrize(
    ("name", "start"),
    [("Holm", 0), ("Anna Holm", 1), ("Jonas van der Berg", 1), ("Anna Maria de la Cruz", 2), ("van Berg", 0), ("", 0)],
)
def test_a_surname_begins_with_its_particles(name: str, start: int) -> None:
    assert surname_start(name.split()) == start


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Anna Maria Holm", ["Anna", "Maria"], "Holm"),
        ("A. M. Holm", ["A.", "M."], "Holm"),
        ("A.M.Holm", ["A.", "M."], "Holm"),
        ("A. van der Berg", ["A."], "van der Berg"),
        ("Minister Anna Holm", ["Anna"], "Holm"),
        ("Minister of Fisheries Anna Holm", ["Anna"], "Holm"),
        ("Holm", [], "Holm"),
    ],
)
def test_a_written_name_is_parted_as_it_stands(name: str, given: list[str], surname: str) -> None:
    assert parted(name) == (given, surname)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ANNA HOLM", "Anna Holm"),
        ("JEAN-PIERRE", "Jean-Pierre"),
        ("SECRETARY OF STATE", "Secretary of State"),
        ("Anna Holm", "Anna Holm"),
        ("GZ", "GZ"),
        ("NVK", "NVK"),
        ("SPEAKER 2", "SPEAKER 2"),
    ],
)
def test_capitals_are_written_as_names_are_but_for_initials(printed: str, written: str) -> None:
    assert cased(printed) == written
