from datetime import date

import pytest

from retrieval.formats.heading import Heading, read_heading

MAY = date(2020, 5, 9)


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Answers (Bergen, May 9, 2020)", "Bergen"),
        ("Answers (Bergen, Norway, 9 May 2020)", "Bergen, Norway"),
        ("Answers (Washington, D.C., May 9, 2020)", "Washington, D.C."),
        ("Answers (Rio de Janeiro, 9 de mayo de 2020)", "Rio de Janeiro"),
        ("Answers (9 May 2020, Bergen)", "Bergen"),
        ("Answers [Stratford-upon-Avon, 9 May 2020]", "Stratford-upon-Avon"),
        ("Answers (Bergen, Saturday, May 9, 2020)", "Bergen"),
        ("Answers (9 May 2020)", None),
        ("Answers (10 minutes, 9 May 2020)", None),
        ("Ответы (Москва, 9 мая 2020 года)", "Москва"),
        ("记者会（北京，2020年5月9日）", "北京"),
    ],
)
def test_brackets_that_close_a_title_give_place_and_date_and_are_no_part_of_it(heading: str, place: str | None) -> None:
    read = read_heading(heading, "talk.txt")

    assert (read.place, read.date) == (place, MAY)
    assert read.title in {"Answers", "Ответы", "记者会"}


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Minister Holm meets the press, Bergen, 9 May 2020", "Bergen"),
        ("Minister Holm meets the press, Bergen, Norway, 9 May 2020", "Bergen, Norway"),
        ("News conference, Washington, D.C., May 9, 2020", "Washington, D.C."),
        ("Remarks in Bergen, 9 May 2020", "Bergen"),
        ("Remarks in Bergen 9 May 2020", "Bergen"),
        ("Answers. St. Petersburg, May 9, 2020", "St. Petersburg"),
        ("Press Conference, 9 May 2020", None),
        ("Interview with Anna Holm, 9 May 2020", None),
        ("May 9, 2020: Press Conference", None),
        ("09.05.2020 Briefing by Anna Holm", None),
    ],
)
def test_a_date_in_a_running_title_gives_the_place_before_it(title: str, place: str | None) -> None:
    assert read_heading(title, "talk.txt") == Heading(title=title, place=place, date=MAY)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Bergen, May 9, 2020", "Bergen"),
        ("Bergen – 9 May 2020", "Bergen"),
        ("May 9, 2020, Bergen", "Bergen"),
        ("Washington, DC\nMay 9, 2020", "Washington, DC"),
        ("May 9, 2020\n15:50\nThe Old Harbour, Bergen", "The Old Harbour, Bergen"),
        ("May 9, 2020", None),
    ],
)
def test_lines_below_a_title_give_place_and_date(lines: str, place: str | None) -> None:
    assert read_heading(f"Answers\n{lines}", "talk.txt") == Heading(title="Answers", place=place, date=MAY)


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks on the anniversary of May 8, 1945 (Bergen, May 9, 2020)",
        "Remarks on the events of April 9, 1940\nBergen, May 9, 2020",
        "Remarks on the events of April 9, 1940, Bergen, May 9, 2020",
        "Remarks (Bergen, May 9, 2020)\nPublished on May 11, 2020",
    ],
)
def test_of_several_dates_the_one_when_it_was_said_counts(heading: str) -> None:
    read = read_heading(heading, "talk.txt")

    assert (read.date, read.place) == (MAY, "Bergen")


def test_brackets_without_a_date_belong_to_the_title() -> None:
    assert read_heading("Answers (part 2)", "talk.txt") == Heading(title="Answers (part 2)", place=None, date=None)


def test_a_day_that_no_calendar_has_stays_in_the_title() -> None:
    heading = "Answers (Bergen, February 30, 2020)"

    assert read_heading(heading, "talk.txt") == Heading(title=heading, place=None, date=None)


def test_signs_of_markdown_are_no_part_of_a_title() -> None:
    assert read_heading("# Answers\n\n**Bergen, 9 May 2020**", "talk.md") == Heading(
        title="Answers", place="Bergen", date=MAY
    )


def test_without_a_heading_the_files_name_gives_title_and_date() -> None:
    read = read_heading("", "talks/2020-05-09_press-briefing.txt")

    assert read == Heading(title="2020-05-09 press briefing", place=None, date=MAY)
